import type { Bundle, Contrast } from '../experiments/bundle.ts';
import { PARTS, type Part } from '../worlds/revenue/parts.ts';
import { formatDifference, formatValue } from './format.ts';
import { joined } from './sentences.ts';

/** A sum that can be told part by part. */
export type Whole = keyof typeof PARTS;
export type PartId = (typeof PARTS)[Whole][number]['id'];

/** What a part is called, where more of its own outcome, or of what is not lost, adds to the whole; and what less of it is called. */
export const WORDS: Readonly<Record<PartId, readonly [words: string, less: 'less' | 'fewer']>> = {
  newMarginUsd: ['margin on new business', 'less'],
  renewalMarginUsd: ['margin on renewals', 'less'],
  marketingSpendUsd: ['marketing money', 'less'],
  directorPayUsd: ['pay of the director', 'less'],
  repPayUsd: ['pay of sellers', 'less'],
  insidePayUsd: ['pay of inside sales', 'less'],
  managerPayUsd: ['pay of the sales manager', 'less'],
  turnoverCostUsd: ['hiring and replacing', 'less'],
  readyWinsCount: ['ready buyers among the leads', 'fewer'],
  lostNeverPassedCount: ['ready leads passed to sales', 'fewer'],
  lostPassedLateCount: ['leads passed before they cool', 'fewer'],
  lostNotBelievedCount: ['ready leads that sellers believe in', 'fewer'],
  lostNoTimeCount: ['time to call ready leads', 'less'],
  lostCooledCount: ['leads called before they cool', 'fewer'],
  lostWorkedBadlyCount: ['care for open deals', 'less'],
  unreadyWinsCount: ['deals with leads that were not ready', 'fewer'],
  ownWinsCount: ['deals that sellers found themselves', 'fewer'],
  otherwiseWonCount: ['deals by collateral, terms and timing', 'fewer'],
};
export const TITLES: Readonly<Record<Whole, string>> = { profitUsd: 'Profit', winsCount: 'Deals won' };
/** Smallest part that a sentence names, of the largest. */
const WORTH_NAMING = 0.1;
/** Smallest part that makes a sentence worth its place, of the whole. */
const WORTH_A_SENTENCE = 0.01;
/** Most parts that a sentence names. */
const MOST = 5;
/** Parts by which differences are alike. */
const MOST_OF_A_KIND = 3;
/** How many times as far as its 95% interval reaches a part must be off nothing, since many are looked at. */
const CLEAR = 2;

/** One part of a difference. */
export interface Share {
  readonly id: PartId;
  /** What it adds to the whole. */
  readonly mean: number;
  readonly ci95: readonly [number, number];
}

/** What a difference between two arms is made of: its parts in their order, those that nothing moved left out. */
export function sharesOf({ outcomes }: Contrast, whole: Whole): Share[] {
  return (PARTS[whole] as readonly (Part & { id: PartId })[]).flatMap(({ id, sign }) => {
    const difference = outcomes[id];
    if (difference === undefined || difference.meanDifference === 0) return [];
    const [low, high] = difference.ci95;
    return [{ id, mean: sign * difference.meanDifference, ci95: sign === 1 ? [low, high] : [-high, -low] }];
  });
}

/** Unit of a sum and its parts. */
export function unitOf(whole: Whole): string {
  return whole.endsWith('Usd') ? 'USD' : 'count';
}

/** More or less of a part: costs are subtracted, so that less of them adds. */
function inWords({ id, mean }: Share, whole: Whole): string {
  const [words, less] = WORDS[id];
  const isCost = whole === 'profitUsd' && PARTS.profitUsd.some((part) => part.id === id && part.sign === -1);
  return `${mean > 0 === isCost ? less : 'more'} ${words}`;
}

/** A difference and what it is made of. */
export interface Bridge {
  readonly text: string;
  /** The parts that it names. */
  readonly named: readonly Share[];
  /** Which parts are the largest, and whether they add or take: alike where two differences come about in the same way. */
  readonly kind: string;
}

/**
 * A difference in deals or in profit, and those of its parts that are told apart from nothing, the largest first: `Deals won 142 instead of 98.8: +63.4 by more time to call ready leads, …`.
 *
 * @returns undefined where no part is told apart, or worth a sentence
 */
export function bridgeOf(bundle: Bundle, contrast: Contrast, whole: Whole): Bridge | undefined {
  const [now, before] = [contrast.arm, contrast.reference].map(
    (name) => bundle.arms.find((arm) => arm.name === name)?.outcomes[whole],
  );
  if (now === undefined || before === undefined || bundle.scenario.world === 'textbook') return undefined;
  const told = sharesOf(contrast, whole)
    .filter(({ mean, ci95: [low, high] }) => Math.abs(mean) > (CLEAR * (high - low)) / 2)
    .sort((a, b) => Math.abs(b.mean) - Math.abs(a.mean));
  const named = told.filter(({ mean }) => Math.abs(mean) >= WORTH_NAMING * Math.abs(told[0].mean)).slice(0, MOST);
  const size = Math.max(Math.abs(now.mean), Math.abs(before.mean));
  if (named.length === 0 || Math.abs(named[0].mean) < WORTH_A_SENTENCE * size) return undefined;
  const unit = unitOf(whole);
  const [to, from] = [now, before].map(({ mean }) => formatValue(mean, unit));
  const parts = named.map((share) => `${formatDifference(share.mean, unit)} by ${inWords(share, whole)}`);
  const values = to === from ? to : `${to} instead of ${from}`;
  return {
    text: `${TITLES[whole]} ${values}: ${joined(parts)}.`,
    named,
    kind: named
      .slice(0, MOST_OF_A_KIND)
      .map((share) => inWords(share, whole))
      .join(),
  };
}
