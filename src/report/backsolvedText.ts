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
}

const LINES: readonly Line[] = [
  { who: 'marketing', what: 'visits', of: ({ visits }) => visits, unit: 'count' },
  { who: '', what: 'leads', of: ({ leads }) => leads, unit: 'count' },
  { who: '', what: 'SQLs', of: ({ sqls }) => sqls, unit: 'count' },
  { who: '', what: 'spend', of: ({ spendUsd }) => spendUsd, unit: 'USD' },
  { who: '', what: 'spend per lead', of: ({ spendUsd, leads }) => spendUsd / leads, unit: 'USD' },
  { who: 'sales', what: 'sellers', of: ({ sellers }) => sellers, unit: 'count' },
  { who: '', what: 'opportunities', of: ({ opportunities }) => opportunities, unit: 'count' },
  { who: '', what: 'wins', of: ({ wins }) => wins, unit: 'count' },
  { who: '', what: 'revenue', of: ({ revenueUsd }) => revenueUsd, unit: 'USD' },
  { who: 'everybody', what: 'pay', of: ({ payUsd }) => payUsd, unit: 'USD' },
];

/** What it takes to reach a goal, as text: the answer, the funnel by role, and how probable it is. */
export function renderBacksolved(found: Backsolved): string {
  const { goal, unit, title, months, today, needed, replicates, arm } = found;
  const amount = (value: number) => formatValue(value, unit);
  const goalWords = `${title.toLowerCase()} of ${amount(goal)} in ${months} months`;
  const columns: readonly (readonly [string, Funnel])[] = [
    ['today', today.honest],
    ...(needed === undefined ? [] : ([['for the goal', needed.honest]] as const)),
    ...(needed === undefined || !isGamed(needed) ? [] : ([['as reported', needed.asPaid]] as const)),
  ];
  const rows = LINES.map(({ who, what, of, unit: of1 }) => [
    who,
    what,
    ...columns.map(([, funnel]) => (Number.isFinite(of(funnel)) ? formatValue(of(funnel), of1) : '–')),
  ]);
  const table = textTable(['by month', '', ...columns.map(([head]) => head)], rows, 2);
  return [
    ...wrap(answer(found, goalWords, amount), WIDTH),
    '',
    ...table,
    '',
    ...wrap(chances('Today', today), WIDTH),
    ...(needed === undefined ? [] : wrap(chances('At that demand', needed), WIDTH)),
    ...(needed === undefined || !isGamed(needed) ? [] : wrap(gaming(arm, needed, amount), WIDTH)),
    '',
    ...wrap(
      `Under ${quoted(arm)}; ${replicates} runs. First columns: if nobody games. Targets and quotas stay as ` +
        'they are written; media money follows visits, and marketing’s budget demand by its elasticity. Visits can ' +
        'rise by more than demand where people then work more for them. Hiring and ramp are not in pay.',
      WIDTH,
    ),
  ].join('\n');
}

function answer(found: Backsolved, goalWords: string, amount: (value: number) => string): string {
  const { needed, mostWithSellers, today } = found;
  const most =
    mostWithSellers === undefined
      ? ''
      : `With ${plural(today.sellers, 'seller')}, ${found.title.toLowerCase()} is at most ${amount(mostWithSellers.mean)}, whatever comes in. `;
  if (needed === undefined) return `No way was found to ${goalWords}. ${most}`.trim();
  const { demandTimes, sellers } = needed;
  if (found.isPlenty)
    return `${most}For ${goalWords} ${demandTimes.toFixed(1)} times today’s demand is more than enough.`;
  const times = demandTimes.toFixed(demandTimes < 1 ? 2 : 1);
  const staff = sellers === today.sellers ? '' : ` and ${sellers} sellers`;
  return `${most}For ${goalWords} it takes ${times} times today’s demand${staff}.`;
}

function chances(when: string, { honestChance, asPaidChance, asPaidMean, honestMean }: Outlook): string {
  const asPaid =
    asPaidMean === honestMean ? '' : `, and ${share(asPaidChance)} as people respond to the plan`;
  return `${when} the goal is reached in ${share(honestChance)} of the runs if nobody games${asPaid}.`;
}

function share({ share: value, ci95 }: Chance): string {
  return `${formatValue(value, 'share')} (${formatInterval(ci95, 'share')})`;
}

function isGamed({ hollowVisitsShare, hollowSqlsShare }: Outlook): boolean {
  return Math.max(hollowVisitsShare, hollowSqlsShare) >= WORTH_SAYING;
}

function gaming(
  arm: string,
  { hollowVisitsShare, hollowSqlsShare, honestMean, asPaidMean }: Outlook,
  amount: (value: number) => string,
): string {
  return (
    `Under ${quoted(arm)} ${formatValue(hollowVisitsShare, 'share')} of the visits reported then and ` +
    `${formatValue(hollowSqlsShare, 'share')} of the SQLs are hollow, and the mean is ${amount(asPaidMean)} instead of ` +
    `${amount(honestMean)}.`
  );
}
