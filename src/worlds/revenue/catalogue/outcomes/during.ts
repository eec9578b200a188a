import { COUNTER, TRUE } from '../../contract/counters.ts';
import { type FinishedRun, type OutcomeRecord, ratio } from '../../contract/outcome.ts';
import type { Span } from '../../contract/parts.ts';

/** An outcome of some months: what it is called in ids and titles, its unit, meaning and measure. */
type Measure = readonly [
  key: string,
  title: string,
  about: string,
  of: (run: FinishedRun, span: Span) => number,
];

/** In the order of reports. Shares have ids that end in `Share`; all else is in dollars. */
const MEASURES: readonly Measure[] = [
  [
    'HoursShiftedShare',
    'hours shifted',
    'How far marketers have shifted their hours from the old plan (0%) to what people who know the new plan ' +
      'usually do (100%). Undefined where the plan does not change.',
    ({ marketers }, span) => marketers.movedShare(span),
  ],
  [
    'PerceivedBonusShare',
    'perceived value of the bonus',
    'Certainty equivalent of the bonus in a typical month, less personal costs, as marketers perceive it; as a ' +
      'share of that of people who know what the plan pays for. Undefined where the plan does not change.',
    ({ marketers }, span) => marketers.seenShare(span),
  ],
  [
    'PayUsd',
    'pay',
    'Salary and bonus paid to a marketer, in dollars a month.',
    ({ marketers }, span) => marketers.payUsd(span),
  ],
  [
    'PersonalCostsUsd',
    'personal costs',
    'What earning the pay costs a marketer, in dollars a month: effort, conscience, own money and sanctions.',
    ({ marketers }, span) => marketers.borneUsd(span),
  ],
  [
    'SalaryUsd',
    'salary',
    'Salary of a marketer, in dollars a month.',
    ({ marketers }, span) => marketers.salaryUsd(span),
  ],
  [
    'TargetPaidShare',
    'target bonus paid',
    'Bonuses paid to marketers in these months, as a share of target.',
    ({ marketers }, span) => marketers.paidShare(span),
  ],
  [
    'BonusPaidUsd',
    'bonus paid',
    'Bonuses paid to marketers in these months.',
    ({ marketers }, span) => marketers.paidUsd(span),
  ],
  [
    'PipelineUsd',
    'marketing pipeline',
    'Marketing pipeline of these months as reported, hollow included.',
    (run, span) => run.during(span, COUNTER.marketingPipelineUsd),
  ],
  [
    'HollowPipelineShare',
    'hollow pipeline',
    'Share of the marketing pipeline of these months that gaming made.',
    (run, span) =>
      1 -
      ratio(
        run.during(span, COUNTER.marketingPipelineUsd, TRUE),
        run.during(span, COUNTER.marketingPipelineUsd),
      ),
  ],
  [
    'BookingsUsd',
    'bookings',
    'Bookings of new business in these months.',
    (run, span) => run.during(span, COUNTER.bookingsUsd),
  ],
];

/**
 * Outcomes of some months after a change of plans. Ids begin with the months, 1-based:
 * `months13To15PipelineUsd`.
 */
export function outcomesDuring(span: Span): OutcomeRecord[] {
  const [first, last] = [span.from + 1, span.from + span.months];
  return MEASURES.map(([key, title, about, of]) => ({
    id: `months${first}To${last}${key}`,
    title: `Months ${first} to ${last}: ${title}`,
    unit: key.endsWith('Share') ? 'share' : 'USD',
    direction: 'neutral',
    about,
    measure: (run) => of(run, span),
  }));
}
