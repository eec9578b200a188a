import type { Backsolved, Chance, Funnel, Outlook } from '../experiments/result/backsolved.ts';
import { formatInterval, formatValue, plural, quoted } from './format.ts';
import { textTable, wrap } from './textLayout.ts';

const WIDTH = 80;
/** Shares of hollow numbers from which gaming is worth a sentence. */
const WORTH_SAYING = 0.02;

interface Line {
  readonly who: string;
  readonly what: string;
  readonly of: (funnel: Funnel) => number;
  readonly unit: string;
  /** Whether it is a ratio of two lines: its spread over runs is not known. */
  readonly isRatio?: boolean;
}

const LINES: readonly Line[] = [
  { who: 'marketing', what: 'visits', of: ({ visits }) => visits, unit: 'count' },
  { who: '', what: 'leads', of: ({ leads }) => leads, unit: 'count' },
  { who: '', what: 'SQLs', of: ({ sqls }) => sqls, unit: 'count' },
  { who: '', what: 'spend', of: ({ spendUsd }) => spendUsd, unit: 'USD' },
  {
    who: '',
    what: 'spend per lead',
    of: ({ spendUsd, leads }) => spendUsd / leads,
    unit: 'USD',
    isRatio: true,
  },
  {
    who: '',
    what: 'margin per lead',
    of: ({ marginUsd, leads }) => marginUsd / leads,
    unit: 'USD',
    isRatio: true,
  },
  { who: 'sales', what: 'sellers', of: ({ sellers }) => sellers, unit: 'count' },
  { who: '', what: 'opportunities', of: ({ opportunities }) => opportunities, unit: 'count' },
  { who: '', what: 'pipeline', of: ({ pipelineUsd }) => pipelineUsd, unit: 'USD' },
  { who: '', what: 'wins', of: ({ wins }) => wins, unit: 'count' },
  { who: '', what: 'revenue', of: ({ revenueUsd }) => revenueUsd, unit: 'USD' },
  { who: 'everybody', what: 'pay', of: ({ payUsd }) => payUsd, unit: 'USD' },
];

/** What it takes to reach a goal, as text: the answer, the funnel by role, and how probable it is. */
export function renderBacksolved(found: Backsolved): string {
  const { today, needed, replicates, arm } = found;
  const columns: readonly (readonly [string, Funnel])[] = [
    ['today', today.honest],
    ...(needed === undefined ? [] : ([['for the goal', needed.honest]] as const)),
    ...(needed === undefined || !isGamed(needed) ? [] : ([['with gaming', needed.asPaid]] as const)),
  ];
  const range = needed?.honestRange;
  const rows = LINES.map(({ who, what, of, unit: of1, isRatio }) => [
    who,
    what,
    ...columns.map(([, funnel]) => (Number.isFinite(of(funnel)) ? formatValue(of(funnel), of1) : '–')),
    ...(range === undefined ? [] : [isRatio === true ? '' : spread(of(range.low), of(range.high), of1)]),
  ]);
  const head = [...columns.map(([title]) => title), ...(range === undefined ? [] : ['8 runs in 10'])];
  const table = textTable(['by month', '', ...head], rows, 2);
  return [
    ...wrap(goalInWords(found), WIDTH),
    '',
    ...table,
    '',
    ...wrap(chances('With today’s demand', today), WIDTH),
    ...(needed === undefined ? [] : wrap(chances('With the demand for the goal', needed), WIDTH)),
    ...(needed === undefined || !isGamed(needed) ? [] : wrap(gaming(found, needed), WIDTH)),
    '',
    ...wrap(
      `Means of ${replicates} runs under ${quoted(arm)}; the first columns assume that nobody games. ` +
        'Margin per lead: gross margin on new business per lead, the break-even cost of a lead in the first year. Targets and quotas stay as written. Media spend rises with visits, and marketing’s budget by its elasticity. Visits ' +
        'can rise faster than demand if people work more for them. Pay leaves out the cost of hiring.',
      WIDTH,
    ),
  ].join('\n');
}

/** Both ends of a spread; nothing if they are the same. */
function spread(low: number, high: number, unit: string): string {
  return low === high ? '' : formatInterval([low, high], unit);
}

/** What it takes to reach the goal, in one or two sentences. */
export function goalInWords(found: Backsolved): string {
  const { goal, unit, title, months, needed, mostWithSellers, today, isPlenty, canAddSellers } = found;
  const amount = (value: number) => formatValue(value, unit);
  const outcome = title.toLowerCase();
  const most =
    mostWithSellers === undefined
      ? ''
      : `With ${plural(today.sellers, 'seller')}, no level of demand that was tried brings more ${outcome} than ${amount(mostWithSellers.mean)}. `;
  const counted = canAddSellers
    ? ''
    : ' The number of sellers was held fixed, because groups of sellers have fixed headcounts.';
  if (needed === undefined)
    return `${most}No way was found to reach ${outcome} of ${amount(goal)} in ${months} months.${counted}`;
  const { demandTimes, sellers } = needed;
  const times = demandTimes.toFixed(demandTimes < 1 ? 2 : 1);
  const reaching = `Reaching ${outcome} of ${amount(goal)} in ${months} months takes`;
  const isStaffed = sellers === today.sellers;
  if (isPlenty)
    return isStaffed
      ? `${most}${reaching} less than ${times} times today’s demand.`
      : `${most}${reaching} ${sellers} sellers; ${times} times today’s demand is more than enough.`;
  const staff = isStaffed ? '' : ` and ${sellers} sellers`;
  return `${most}${reaching} ${times} times today’s demand${staff}.`;
}

function chances(when: string, { honestChance, asPaidChance, asPaidMean, honestMean }: Outlook): string {
  const asPaid =
    asPaidMean === honestMean ? '' : `, and ${share(asPaidChance)} with people’s response to the plan`;
  return `${when}, ${share(honestChance)} of runs reach the goal if nobody games${asPaid}.`;
}

function share({ share: value, ci95 }: Chance): string {
  return `${formatValue(value, 'share')} (${formatInterval(ci95, 'share')})`;
}

function isGamed({ hollowVisitsShare, hollowSqlsShare }: Outlook): boolean {
  return Math.max(hollowVisitsShare, hollowSqlsShare) >= WORTH_SAYING;
}

function gaming(
  { arm, unit }: Backsolved,
  { hollowVisitsShare, hollowSqlsShare, honestMean, asPaidMean }: Outlook,
): string {
  const percent = (value: number) => formatValue(value, 'share');
  return (
    `Under ${quoted(arm)}, ${percent(hollowVisitsShare)} of reported visits and ${percent(hollowSqlsShare)} of ` +
    `reported SQLs would be hollow, and the mean ${formatValue(asPaidMean, unit)} instead of ` +
    `${formatValue(honestMean, unit)}.`
  );
}
