import type { Bundle, Contrast } from '../experiments/result/bundle.ts';
import { bridgeOf } from './bridge.ts';
import { formatValue, quoted } from './format.ts';
import { GAMES } from './games.ts';
import { bySize, inSentence, joined } from './sentences.ts';

/**
 * What stands between a decision and its result, in the order in which one thing leads to another, and how a
 * sentence calls it.
 */
const CHAIN: readonly (readonly [id: string, words: string])[] = [
  ['trueVisitsCount', 'visits that nobody bought'],
  ['trueLeadsCount', 'leads that nobody bought'],
  ['trainingShare', 'training for sellers'],
  ['customerDaysShare', 'days with customers'],
  ['sqlsCount', 'leads passed to sales'],
  ['unreadySqlsShare', 'passed leads not ready'],
  ['trustShare', 'how likely sellers think a lead is ready'],
  ['leadsDroppedShare', 'passed leads never called'],
  ['sellingTimeWastedShare', 'selling time lost on leads never ready'],
  ['sellersCount', 'sellers on average'],
  ['repTurnoverShare', 'sellers leaving in a year'],
  ['repEffortShare', 'effort of the sellers'],
  ['collateralUnusedShare', 'collateral unused'],
  ['opportunitiesCount', 'opportunities'],
  ['discountShare', 'discounts'],
  ...GAMES.map(({ id, link }) => [id, link] as const),
  ['otherLineShare', 'deals of the other line'],
  ['churnShare', 'customers lost at renewal'],
  ['bonusPaidUsd', 'bonus paid'],
];
const MONTHS_PER_YEAR = 12;
/** Fewest runs from which anything is said. */
const LEAST_RUNS = 10;
/** Most links that one sentence names. */
const MOST = 5;
/** How many times as far as its 95% interval reaches a link must have moved, since many are looked at. */
const CLEAR = 2;
/**
 * Smallest change that is worth saying: of a count or an amount in parts of the larger value, of a share in
 * itself.
 */
const WORTH_SAYING = { part: 0.08, share: 0.02 };

/**
 * What else moved between an arm and the one that it is compared with: the links of the chain that changed
 * most, each twice as far as its 95% interval reaches, in the order of the chain. It says what went together,
 * on the same luck; what an ablation would show is not claimed.
 *
 * @returns undefined where nothing moved that far
 */
export function movedSentence(bundle: Bundle, contrast: Contrast): string | undefined {
  const [arm, reference] = [contrast.arm, contrast.reference].map((name) =>
    bundle.arms.find((candidate) => candidate.name === name),
  );
  if (arm === undefined || reference === undefined || bundle.scenario.world === 'textbook') return undefined;
  const links = CHAIN.flatMap(([id, words], order) => {
    const [now, before, difference] = [arm.outcomes[id], reference.outcomes[id], contrast.outcomes[id]];
    if (
      id === bundle.scenario.outcome ||
      now === undefined ||
      before === undefined ||
      difference === undefined
    )
      return [];
    const change = Math.abs(difference.meanDifference);
    if (change === 0 || difference.n < LEAST_RUNS) return [];
    const [low, high] = difference.ci95;
    if (change <= (CLEAR * (high - low)) / 2) return [];
    const part = change / Math.max(Math.abs(now.mean), Math.abs(before.mean));
    const isWorthSaying = now.unit === 'share' ? change >= WORTH_SAYING.share : part >= WORTH_SAYING.part;
    if (!isWorthSaying) return [];
    const show = (value: number) => formatValue(value, now.unit);
    const [to, from] = [show(now.mean), show(before.mean)];
    return to === from ? [] : [{ order, part, text: `${words} ${to} instead of ${from}` }];
  });
  if (links.length === 0) return undefined;
  const told = [...links].sort((a, b) => b.part - a.part).slice(0, MOST);
  told.sort((a, b) => a.order - b.order);
  return (
    `Under ${quoted(arm.name)}, compared with ${quoted(reference.name)}: ` +
    `${joined(told.map(({ text }) => text))}.`
  );
}

/**
 * What moved in every comparison, a list of sentences for each: what moved, and what the difference in deals
 * is made of, and in profit where that is asked about. Comparisons with the same arm that come about in the
 * same way are told once. The largest difference up and the largest down from each arm that others are
 * compared with come first, then the rest, the largest first.
 */
export function movements(bundle: Bundle): string[][] {
  const { outcome } = bundle.scenario;
  const side = ({ reference, outcomes }: Contrast) =>
    `${(outcomes[outcome]?.meanDifference ?? 0) > 0} ${reference}`;
  const sorted = firstsBefore(bySize(bundle), side).flatMap((contrast) => {
    const moved = movedSentence(bundle, contrast);
    const wholes = outcome === 'profitUsd' ? (['winsCount', 'profitUsd'] as const) : (['winsCount'] as const);
    const bridges = wholes.flatMap((whole) => bridgeOf(bundle, contrast, whole) ?? []);
    if (moved === undefined && bridges.length === 0) return [];
    const [arm, reference] = [quoted(contrast.arm), quoted(contrast.reference)];
    const [first, ...others] = [...bridges.map(({ text }) => text), ...yearsSentence(bundle, contrast)];
    const sentences =
      moved === undefined
        ? [`Under ${arm}, compared with ${reference}: ${inSentence(first)}`, ...others]
        : [moved, ...(first === undefined ? [] : [first]), ...others];
    const way = bridges.length === 0 ? arm : bridges.map(({ kind }) => kind).join();
    return [{ arm, sentences, way: `${reference} ${way}` }];
  });
  return sorted.flatMap(({ arm, sentences, way }) => {
    const alike = sorted.filter((other) => other.way === way).map((other) => other.arm);
    if (alike[0] !== arm) return [];
    return [
      alike.length === 1 ? sentences : [...sentences, `In the same way under ${joined(alike.slice(1))}.`],
    ];
  });
}

/** The first of each kind, then the others. */
function firstsBefore<T>(items: readonly T[], kindOf: (item: T) => string): T[] {
  const firsts = items.filter((one, i) => items.findIndex((other) => kindOf(other) === kindOf(one)) === i);
  return [...firsts, ...items.filter((one) => !firsts.includes(one))];
}

/** Bookings of the first and the last year, where there are three or more; means over all runs. */
function yearsSentence({ arms, scenario }: Bundle, contrast: Contrast): string[] {
  const years = Math.floor(scenario.horizonMonths / MONTHS_PER_YEAR);
  const [own, other] = [contrast.arm, contrast.reference].map(
    (name) => arms.find((arm) => arm.name === name)?.monthly?.bookings?.reported,
  );
  if (years < 3 || own === undefined || other === undefined) return [];
  const of = (months: readonly number[], year: number) =>
    formatValue(
      months
        .slice((year - 1) * MONTHS_PER_YEAR, year * MONTHS_PER_YEAR)
        .reduce((sum, value) => sum + value, 0),
      'USD',
    );
  const [first, last] = [1, years].map((year) => [of(own, year), of(other, year)]);
  const isSame = first[0] === first[1] && last[0] === last[1];
  return isSame
    ? []
    : [
        `Bookings of year 1 ${first[0]} instead of ${first[1]}, of year ${years} ${last[0]} ` +
          `instead of ${last[1]}.`,
      ];
}
