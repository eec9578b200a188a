import type { ArmResult, Bundle, Contrast } from '../../experiments/result/bundle.ts';
import { bridgeOf, TITLES, unitOf } from '../bridge.ts';
import { formatDifference, formatUsd, formatValue, quoted } from '../format.ts';
import { hollowParts, mostHollowShare, sellersGames } from '../gamingSentence.ts';
import { movedSentences } from '../moved.ts';
import type { Whole } from '../parts.ts';
import { personWords } from '../people.ts';
import { costOf } from '../whys.ts';
import { capital, joined } from '../words.ts';
import { workShifted } from '../workWords.ts';
import { nextOf } from './shownPair.ts';

/**
 * What people do under the reference, why it pays them, what is different under another arm, and which parts
 * of the sums the difference in deals and profit consists of.
 *
 * @param against by default the best choice
 */
export function whyInWords(bundle: Bundle, against: string = bundle.answer!.best): string[] {
  const { scenario, contrasts } = bundle;
  if (scenario.world === 'textbook') return [];
  const reference = bundle.arms.find(({ name }) => name === scenario.reference)!;
  const best = bundle.arms.find(({ name }) => name === against)!;
  // Where the reference is best, what is different under the next.
  const other = best === reference ? nextOf(bundle) : best.name;
  const contrast = contrasts.find((each) => each.arm === other && each.reference === scenario.reference);
  const gamed = [...gamedUnder(reference, best === reference ? undefined : best), ...paysThem(reference)];
  const money = bundle.answer?.rankedBy === 'profitBeforePayUsd' ? 'profitBeforePayUsd' : 'profitUsd';
  const sums =
    contrast === undefined
      ? []
      : sumsOf(contrast, money).flatMap((whole) => partsInWords(bundle, contrast, whole));
  // Where much is hollow, gaming comes first; elsewhere changes of work, deals and profit do.
  if (isMuch(reference)) return [...gamed, ...sums];
  const moved = contrast === undefined ? [] : movedSentences(bundle, contrast, MOST_LINKS);
  const shifted = other === undefined ? [] : workShifted(bundle, other, scenario.reference);
  return [...shifted, ...sums, ...gamed, ...moved];
}

/**
 * A sum under an arm and under its comparison arm, and what the difference consists of: the largest parts and
 * all the rest. Of profit at equal pay only the difference has a meaning.
 */
function partsInWords(bundle: Bundle, contrast: Contrast, whole: Whole): string[] {
  const { named = [] } = bridgeOf(bundle, contrast, whole) ?? {};
  if (named.length === 0) return [];
  const unit = unitOf(whole);
  const shown = named.slice(0, MOST_PARTS);
  const total = contrast.outcomes[whole].meanDifference;
  const rest = total - shown.reduce((sum, { mean }) => sum + mean, 0);
  const parts = shown.map(({ words, mean }) => `${capital(words)}: ${formatDifference(mean, unit)}.`);
  if (Math.abs(rest) >= LEAST_REST * Math.abs(total))
    parts.push(`All the rest: ${formatDifference(rest, unit)}.`);
  const level = (name: string) =>
    formatValue(bundle.arms.find((arm) => arm.name === name)!.outcomes[whole].mean, unit);
  const [arm, reference] = [contrast.arm, contrast.reference];
  const values =
    whole === 'profitBeforePayUsd'
      ? `${formatDifference(total, unit)} under ${quoted(arm)}`
      : `${level(arm)} under ${quoted(arm)}, ${level(reference)} under ${quoted(reference)}`;
  return [`${TITLES[whole]}: ${values}. ${parts.join(' ')}`];
}

/** Deals come first, unless they moved against profit. */
function sumsOf({ outcomes }: Contrast, money: Whole): readonly Whole[] {
  const [deals, profit] = [outcomes.winsCount, outcomes[money]].map((each) => each?.meanDifference ?? 0);
  return deals * profit < 0 ? [money, 'winsCount'] : ['winsCount', money];
}

/** Whether gaming is large enough to be the main explanation of the difference. */
function isMuch(arm: ArmResult): boolean {
  return mostHollowShare(arm) >= MUCH_SHARE || sellersGames(arm) !== undefined;
}

/** Share of a reported number that is hollow, from which on gaming explains the difference. */
const MUCH_SHARE = 0.1;
/** Most parts of a sum that are named. */
const MOST_PARTS = 3;
/** Least rest that is named, as a share of the difference. */
const LEAST_REST = 0.02;
/** Most hollow metrics that a sentence names. */
const MOST_NAMED = 2;
/** Most links from decisions to results that are named where nobody games. */
const MOST_LINKS = 3;

function gamedUnder(reference: ArmResult, best: ArmResult | undefined): string[] {
  const games = sellersGames(reference);
  const list = hollowParts(reference).slice(0, MOST_NAMED);
  const wasted = (arm: ArmResult) => formatValue(arm.outcomes.sellingTimeWastedShare?.mean ?? 0, 'share');
  const against = best === undefined ? '' : `, under ${quoted(best.name)} ${wasted(best)}`;
  return [
    ...(list.length === 0
      ? []
      : [
          `Under ${quoted(reference.name)} ${joined(list)} ${list.length === 1 ? 'is' : 'are'} hollow.`,
          `Sales loses ${wasted(reference)} of its time on bad leads${against}.`,
        ]),
    ...(games === undefined ? [] : [`Under ${quoted(reference.name)} ${games}.`]),
  ];
}

/** Gain and cost of gaming of the person who gains most by it. */
export function paysThem({ incentives = [], motive }: ArmResult): string[] {
  if (motive !== 'own-pay') return [];
  const borne = ({ uses }: (typeof incentives)[number]) => uses.reduce((sum, use) => sum + costOf(use), 0);
  const [most] = [...incentives].sort((a, b) => b.hollowBonusUsdPerMonth - a.hollowBonusUsdPerMonth);
  if (most === undefined || !(most.hollowBonusUsdPerMonth > borne(most))) return [];
  const who = personWords(most.person);
  return [
    `Gaming earns ${who} ${formatUsd(most.hollowBonusUsdPerMonth)} a month and costs ` +
      `${formatUsd(borne(most))} in effort, money, conscience and risk.`,
  ];
}
