import type { Bundle, Contrast } from '../experiments/result/bundle.ts';
import { bridgeOf } from './bridge.ts';
import { formatValue, quoted } from './format.ts';
import { GAMES } from './games.ts';
import { bySize } from './standing.ts';
import { capital, inSentence, joined } from './words.ts';
import { workShifted } from './workWords.ts';

/** Causal chain from decisions to results, in causal order, with the wording of each link. */
const CHAIN: readonly (readonly [id: string, words: string])[] = [
  ['trueVisitsCount', 'genuine visits'],
  ['trueLeadsCount', 'genuine leads'],
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
/** Minimum number of paired runs for a link to be named. */
const LEAST_RUNS = 10;
/** Maximum number of links named in a sentence. */
const MOST = 5;
/** Required change of a link, in half-widths of its 95% interval; allows for multiplicity. */
const CLEAR = 2;
/** Minimum change worth mentioning: relative for counts and amounts, absolute for shares. */
const WORTH_SAYING = { part: 0.08, share: 0.02 };

/**
 * Sentence on the differences of an arm from its comparison arm in links of the chain, the primary outcome
 * excepted. It names the links with the largest relative differences, in causal order. A link qualifies if
 * its difference exceeds two half-widths of its 95% interval, has enough runs and is large enough to mention.
 *
 * Each difference estimates a causal effect of the arm. It does not show that the link mediates the effect on
 * the primary outcome: that would take an ablation.
 *
 * @returns undefined if no link qualifies, if an arm is missing, and for textbook worlds
 */
export function movedSentence(bundle: Bundle, contrast: Contrast): string | undefined {
  const moved = movedLinks(bundle, contrast, MOST);
  if (moved.length === 0) return undefined;
  return (
    `Under ${quoted(contrast.arm)}, compared with ${quoted(contrast.reference)}: ` +
    `${joined(moved.map(({ words, to, from }) => `${words} ${to} instead of ${from}`))}.`
  );
}

/** The same in short sentences, one for each link. */
export function movedSentences(bundle: Bundle, contrast: Contrast, most: number): string[] {
  return movedLinks(bundle, contrast, most).map(({ words, to, from }, i) =>
    i === 0
      ? `Under ${quoted(contrast.arm)}, compared with ${quoted(contrast.reference)}: ${words} ${to} instead of ${from}.`
      : `${capital(words)}: ${to} instead of ${from}.`,
  );
}

/** A link of the chain that changed: what it is, and its level under both arms. */
interface Link {
  readonly words: string;
  readonly to: string;
  readonly from: string;
}

/** Links with the largest relative differences, in causal order. */
function movedLinks(bundle: Bundle, contrast: Contrast, most: number): Link[] {
  const [arm, reference] = [contrast.arm, contrast.reference].map((name) =>
    bundle.arms.find((candidate) => candidate.name === name),
  );
  if (arm === undefined || reference === undefined || bundle.scenario.world === 'textbook') return [];
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
    return to === from ? [] : [{ order, part, words, to, from }];
  });
  const told = [...links].sort((a, b) => b.part - a.part).slice(0, most);
  return told.sort((a, b) => a.order - b.order);
}

/**
 * Sentences for every contrast with anything to say: the links that changed, changes of work, the
 * decomposition of the difference in deals, and in profit if that is the primary outcome, and bookings by
 * year. Contrasts with the same comparison arm and the same explanation are merged. The largest increase and
 * the largest decrease of the primary outcome against each comparison arm come first, then the rest by size.
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
    const work = workShifted(bundle, contrast.arm, contrast.reference);
    const [first, ...others] = [...bridges.map(({ text }) => text), ...yearsSentence(bundle, contrast)];
    const sentences =
      moved === undefined
        ? [`Under ${arm}, compared with ${reference}: ${inSentence(first)}`, ...work, ...others]
        : [moved, ...work, ...(first === undefined ? [] : [first]), ...others];
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

/** Moves the first item of each kind to the front. */
function firstsBefore<T>(items: readonly T[], kindOf: (item: T) => string): T[] {
  const firsts = items.filter((one, i) => items.findIndex((other) => kindOf(other) === kindOf(one)) === i);
  return [...firsts, ...items.filter((one) => !firsts.includes(one))];
}

/** Bookings of the first and the last year, as means over all runs, if there are three years or more. */
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
