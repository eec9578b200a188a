import { COUNTER, TRUE } from '../../contract/counters.ts';
import { type OutcomeRecord, ratio } from '../../contract/outcome.ts';
import type { Span } from '../../contract/parts.ts';

/**
 * Outcomes of some months after a change of plans. Ids begin with the months, 1-based:
 * `months13To15PipelineUsd`.
 */
export function outcomesDuring(span: Span): OutcomeRecord[] {
  const [first, last] = [span.from + 1, span.from + span.months];
  const id = (what: string) => `months${first}To${last}${what}`;
  const title = (what: string) => `Months ${first} to ${last}: ${what}`;
  return [
    {
      id: id('HoursMovedShare'),
      title: title('hours moved'),
      unit: 'share',
      direction: 'neutral',
      about:
        'How far marketers’ hours have moved from those under the old plan (0%) to those of people who know ' +
        'what the new one pays for usually do (100%). Undefined where the plan does not change.',
      measure: ({ marketers }) => marketers.movedShare(span),
    },
    {
      id: id('WorthUsd'),
      title: title('worth of the plan, as seen'),
      unit: 'USD',
      direction: 'neutral',
      about:
        'Salary and bonus of a marketer, in dollars a month, the bonus at what it is worth to them as they see ' +
        'it, less what they bear for it.',
      measure: ({ marketers }) => marketers.worthUsd(span),
    },
    {
      id: id('SalaryUsd'),
      title: title('salary'),
      unit: 'USD',
      direction: 'neutral',
      about: 'Salary of a marketer, in dollars a month.',
      measure: ({ marketers }) => marketers.salaryUsd(span),
    },
    {
      id: id('TargetPaidShare'),
      title: title('target bonuses paid'),
      unit: 'share',
      direction: 'neutral',
      about: 'Bonuses paid to marketers in these months, as a share of their target bonuses.',
      measure: ({ marketers }) => marketers.paidShare(span),
    },
    {
      id: id('BonusPaidUsd'),
      title: title('bonus paid'),
      unit: 'USD',
      direction: 'neutral',
      about: 'Bonuses paid to marketers in these months.',
      measure: ({ marketers }) => marketers.paidUsd(span),
    },
    {
      id: id('PipelineUsd'),
      title: title('marketing pipeline'),
      unit: 'USD',
      direction: 'neutral',
      about: 'Marketing pipeline of these months as reported, hollow included.',
      measure: (run) => run.during(span, COUNTER.marketingPipelineUsd),
    },
    {
      id: id('HollowPipelineShare'),
      title: title('hollow pipeline'),
      unit: 'share',
      direction: 'lower',
      about: 'Share of the marketing pipeline of these months that gaming made.',
      measure: (run) =>
        1 -
        ratio(
          run.during(span, COUNTER.marketingPipelineUsd, TRUE),
          run.during(span, COUNTER.marketingPipelineUsd),
        ),
    },
    {
      id: id('BookingsUsd'),
      title: title('bookings'),
      unit: 'USD',
      direction: 'neutral',
      about: 'Bookings of new business in these months.',
      measure: (run) => run.during(span, COUNTER.bookingsUsd),
    },
  ];
}
