import type { Bundle, Contrast } from '../experiments/result/bundle.ts';
import { formatDifference, formatValue } from './format.ts';
import { type Part, partsOf, type Whole } from './parts.ts';
import { capital, joined } from './words.ts';

/** Outcomes that can move a deal's win probability away from that of its lead. */
const LEVERS: readonly (readonly [id: string, words: string])[] = [
  ['trainingShare', 'training'],
  ['skillAtEndShare', 'skill of the sellers'],
  ['collateralUnusedShare', 'collateral'],
  ['promisedShare', 'promises'],
  ['discountShare', 'discounts'],
  ['gambledShare', 'all-or-nothing offers'],
  ['otherLineShare', 'the line that is sold'],
];
/** Change of a lever above which it counts: absolute, as a share. */
const LEVER_MOVED = 0.01;
export const TITLES: Readonly<Record<Whole, string>> = {
  profitUsd: 'Profit',
  profitBeforePayUsd: 'Profit at equal pay',
  winsCount: 'Deals won',
};
/** Minimum size of a part named in a sentence, relative to the largest part. */
const WORTH_NAMING = 0.1;
/** Minimum size of a remainder named in a sentence, relative to the difference. */
const REST_WORTH_NAMING = 0.02;
/** Minimum size of the largest part for the sentence to be shown, relative to the whole. */
const WORTH_A_SENTENCE: Readonly<Record<Whole, number>> = {
  profitUsd: 0.0025,
  profitBeforePayUsd: 0.0025,
  winsCount: 0.01,
};
/** Maximum number of parts named in a sentence. */
const MOST = 5;
/** Number of leading parts that must agree for two differences to count as alike. */
const MOST_OF_A_KIND = 3;
/** Required distance of a part from zero, in half-widths of its 95% interval; allows for multiplicity. */
const CLEAR = 2;

/** One part in the decomposition of a difference. */
export interface Share {
  readonly part: Part;
  /** Contribution to the whole. */
  readonly mean: number;
  readonly ci95: readonly [number, number];
}

/** Decomposition of the difference between two arms, in catalogue order; unchanged parts are omitted. */
export function sharesOf(bundle: Bundle, { outcomes }: Contrast, whole: Whole): Share[] {
  return partsOf(bundle, whole).flatMap((part): Share[] => {
    const difference = outcomes[part.id];
    if (difference === undefined || difference.meanDifference === 0) return [];
    const [low, high] = difference.ci95;
    const ci95 = part.sign === 1 ? ([low, high] as const) : ([-high, -low] as const);
    return [{ part, mean: part.sign * difference.meanDifference, ci95 }];
  });
}

/** Unit of a sum and its parts. */
export function unitOf(whole: Whole): string {
  return whole.endsWith('Usd') ? 'USD' : 'count';
}

/** Column title for the contribution of a part. */
export function titleOfPart({ id, sign, words, less }: Part): string {
  if (sign === -1) return capital(`${less} ${words}`);
  return capital(id === 'ownWinsCount' ? `deals ${words}` : words);
}

/**
 * More or less of a part; less of a subtracted part adds to the whole. For wins by better chances or timing,
 * the levers that moved are named instead, without a direction.
 */
function inWords({ part: { id, sign, words, less }, mean }: Share, { outcomes }: Contrast): string {
  const isMore = mean > 0 !== (sign === -1);
  if (id !== 'otherwiseWonCount') return `${isMore ? 'more' : less} ${words}`;
  const moved = LEVERS.filter(([lever]) => {
    const difference = outcomes[lever];
    return (
      difference !== undefined &&
      clearOf(difference.ci95) &&
      Math.abs(difference.meanDifference) > LEVER_MOVED
    );
  });
  if (moved.length > 0) return joined(moved.map(([, name]) => name));
  return isMore ? 'better chances or timing' : 'worse chances or timing';
}

/** Whether an interval is far enough from zero to be named although many intervals are examined. */
function clearOf([low, high]: readonly [number, number]): boolean {
  return Math.abs(low + high) > CLEAR * (high - low);
}

/** A difference with its decomposition. */
export interface Bridge {
  readonly text: string;
  /** The parts named in the sentence, with their wording. */
  readonly named: readonly (Share & { readonly words: string })[];
  /** Wording of the leading parts as a key: equal for differences with the same explanation. */
  readonly kind: string;
}

/**
 * Sentence that decomposes a difference in deals or profit into its significant parts, largest first:
 * `Deals won 142 instead of 98.8: +63.4 by fewer lost because nobody had time to call, …`. Small parts and
 * insignificant ones are summed as "all the rest".
 *
 * @returns undefined if no part is significant or large enough to mention, and for textbook worlds
 */
export function bridgeOf(bundle: Bundle, contrast: Contrast, whole: Whole): Bridge | undefined {
  const [now, before] = [contrast.arm, contrast.reference].map(
    (name) => bundle.arms.find((arm) => arm.name === name)?.outcomes[whole],
  );
  const total = contrast.outcomes[whole];
  if (
    now === undefined ||
    before === undefined ||
    total === undefined ||
    bundle.scenario.world === 'textbook'
  )
    return undefined;
  const told = sharesOf(bundle, contrast, whole)
    .filter(({ ci95 }) => clearOf(ci95))
    .sort((a, b) => Math.abs(b.mean) - Math.abs(a.mean));
  const named = told
    .filter(({ mean }) => Math.abs(mean) >= WORTH_NAMING * Math.abs(told[0].mean))
    .slice(0, MOST)
    .map((share) => ({ ...share, words: inWords(share, contrast) }));
  const size = Math.max(Math.abs(now.mean), Math.abs(before.mean));
  if (named.length === 0 || Math.abs(named[0].mean) < WORTH_A_SENTENCE[whole] * size) return undefined;
  const unit = unitOf(whole);
  const [to, from] = [now, before].map(({ mean }) => formatValue(mean, unit));
  const parts = named.map(({ mean, words }) => `${formatDifference(mean, unit)} by ${words}`);
  const rest = total.meanDifference - named.reduce((sum, { mean }) => sum + mean, 0);
  if (Math.abs(rest) >= REST_WORTH_NAMING * Math.abs(total.meanDifference))
    parts.push(`${formatDifference(rest, unit)} by all the rest`);
  const values = to === from ? formatDifference(total.meanDifference, unit) : `${to} instead of ${from}`;
  return {
    text: `${TITLES[whole]} ${values}: ${joined(parts)}.`,
    named,
    kind: named
      .slice(0, MOST_OF_A_KIND)
      .map(({ words, mean }) => `${mean > 0 ? '+' : '-'}${words}`)
      .join(),
  };
}
