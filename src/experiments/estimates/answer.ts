import type { Direction } from '../../model/metric.ts';
import { certaintyEquivalentOf, certaintyEquivalentTerms } from '../../statistics/certaintyEquivalentOf.ts';
import { describe } from '../../statistics/describe.ts';
import { type PairedDifference, pairedDifference } from '../../statistics/paired.ts';
import type { WorldAdapter } from '../adapters/adapter.ts';
import type { Answer, Confidence, RankedArm } from '../result/answer.ts';
import type { ArmColumns } from './armColumns.ts';

/** Outcomes of a question about money, which plans are ranked for at equal pay. */
const MONEY: readonly string[] = ['revenueUsd', 'profitUsd'];

/** Profit before pay: its differences are differences in profit at equal pay. */
export const AT_EQUAL_PAY = 'profitBeforePayUsd';

/** Outcomes besides the question's that a recommendation states. */
const TOLD: readonly string[] = ['revenueUsd', 'profitUsd', 'payUsd'];

/**
 * Ranks the arms of a comparison, and groups those that cannot be told apart.
 *
 * Arms are ranked by the outcome of the question. If that is revenue or profit, has no better direction, or
 * is undefined in some arm, they are ranked by profit at equal pay: profit before pay, of which differences
 * are differences in profit if every arm cost the same pay. Intervals are simultaneous for all pairs of arms
 * (Bonferroni), so that the first of a group may be found by looking.
 *
 * @param outcome the question's
 * @param steady outcomes of each arm, adjusted by the control variate
 * @param isChoice whether the company could decide for an arm
 * @returns undefined if the ranking outcome is undefined in some arm
 */
export function answerOf(
  adapter: WorldAdapter,
  outcome: string,
  reference: number,
  steady: readonly ArmColumns[],
  isChoice: readonly boolean[],
): Answer | undefined {
  const { arms, outcomes } = adapter;
  const isDefined = (id: string) => steady.every(({ own }) => own(id).some((value) => !Number.isNaN(value)));
  const { id: rankedBy, direction } = rankingOutcome(outcomes, outcome, isDefined);
  const values = steady.map(({ own }) => own(rankedBy));
  const means = values.map((column) => describe(column.filter((value) => !Number.isNaN(value)))?.mean);
  if (means.some((mean) => mean === undefined)) return undefined;
  const sign = direction === 'lower' ? -1 : 1;
  const pairs = Math.max(1, (arms.length * (arms.length - 1)) / 2);
  const between = (a: number, b: number) => pairedDifference(values[a], values[b], direction, pairs);
  // On equal means, the reference comes first, then the order of the scenario.
  const order = [...arms.keys()].sort(
    (a, b) => sign * (means[b]! - means[a]!) || +(b === reference) - +(a === reference) || a - b,
  );
  const choices = order.filter((a) => isChoice[a]);
  const [best] = choices;
  const ranking: RankedArm[] = [];
  let first = -1;
  let group = 0;
  for (const a of order) {
    const fromFirst = first < 0 ? undefined : between(a, first);
    const isNew = first < 0 || isToldApart(fromFirst);
    if (isNew) {
      first = a;
      group++;
    }
    const fromReference = a === reference ? undefined : between(a, reference);
    const fromBest = a === best ? undefined : between(a, best);
    ranking.push({
      arm: arms[a].name,
      group,
      isChoice: isChoice[a],
      ...(fromReference === undefined ? {} : { fromReference }),
      ...(isNew || fromFirst === undefined ? {} : { fromFirst }),
      ...(fromBest === undefined ? {} : { fromBest }),
    });
  }
  const tied = choices.slice(1).filter((a) => !isToldApart(between(a, best)));
  return {
    rankedBy,
    ranking,
    best: arms[best].name,
    tied: tied.map((a) => arms[a].name),
    confidence: confidenceOf(tied, reference),
    gain: Object.fromEntries(
      outcomes
        .filter(({ id }) => id === outcome || TOLD.includes(id))
        .flatMap(({ id, direction: better }) => {
          if (best === reference) return [];
          const [own, other] = [steady[best].own(id), steady[reference].own(id)];
          const difference = pairedDifference(own, other, better, arms.length - 1);
          return difference === undefined ? [] : [[id, difference] as const];
        }),
    ),
    ...(best === reference || rankedBy !== AT_EQUAL_PAY
      ? {}
      : atEqualWorth(adapter, steady, best, reference)),
    ...(rankedBy === AT_EQUAL_PAY ? mostAsWritten(adapter, steady, choices, pairs) : {}),
    unchanged: unchangedArms(arms, outcomes, steady),
  };
}

/**
 * See `Answer.mostAsWritten`.
 *
 * @param choices arms that are choices, best first
 */
function mostAsWritten(
  { arms }: WorldAdapter,
  steady: readonly ArmColumns[],
  [best, ...others]: readonly number[],
  pairs: number,
): Pick<Answer, 'mostAsWritten'> {
  const between = (a: number) =>
    pairedDifference(steady[a].own('profitUsd'), steady[best].own('profitUsd'), 'higher', pairs);
  const ahead = others.flatMap((a) => {
    const difference = between(a);
    const isAhead = difference !== undefined && difference.ci95Simultaneous[0] > 0;
    return isAhead ? [{ arm: arms[a].name, difference }] : [];
  });
  const [most] = ahead.sort((one, other) => other.difference.meanDifference - one.difference.meanDifference);
  return most === undefined ? {} : { mostAsWritten: most };
}

/** See `Answer.atEqualWorth`. */
function atEqualWorth(
  adapter: WorldAdapter,
  steady: readonly ArmColumns[],
  best: number,
  reference: number,
): Pick<Answer, 'atEqualWorth'> {
  const pair = [best, reference].map((a) => {
    const paid = adapter.everybody(a);
    if (paid.length === 0) return undefined;
    let value = steady[a].own('profitUsd');
    let premiumUsd = 0;
    for (const { netId, riskAversionPerUsd } of paid) {
      const net = steady[a].own(netId);
      if (net.some(Number.isNaN)) return undefined;
      const worth = certaintyEquivalentTerms(net, riskAversionPerUsd);
      value = value.map((usd, i) => usd + worth[i]);
      premiumUsd += describe(net)!.mean - certaintyEquivalentOf(net, riskAversionPerUsd).value;
    }
    return { value, premiumUsd };
  });
  const [own, other] = pair;
  if (own === undefined || other === undefined) return {};
  const difference = pairedDifference(own.value, other.value, 'higher', 1);
  const premiumUsd = { best: own.premiumUsd, reference: other.premiumUsd };
  return difference === undefined ? {} : { atEqualWorth: { difference, premiumUsd } };
}

function rankingOutcome(
  outcomes: WorldAdapter['outcomes'],
  asked: string,
  isDefined: (id: string) => boolean,
): { readonly id: string; readonly direction: Direction } {
  const own = outcomes.find(({ id }) => id === asked)!;
  const atEqualPay = outcomes.find(({ id }) => id === AT_EQUAL_PAY);
  const isRanked = own.direction !== 'neutral' && !MONEY.includes(asked) && isDefined(asked);
  return isRanked ? own : (atEqualPay ?? own);
}

function isToldApart(difference: PairedDifference | undefined): boolean {
  if (difference === undefined) return false;
  const [low, high] = difference.ci95Simultaneous;
  return low > 0 || high < 0;
}

function confidenceOf(tied: readonly number[], reference: number): Confidence {
  if (tied.length === 0) return 'clear';
  return tied.includes(reference) ? 'open' : 'shared';
}

/** Arms that agree with an earlier one in every outcome of every run. */
function unchangedArms(
  arms: WorldAdapter['arms'],
  outcomes: WorldAdapter['outcomes'],
  steady: readonly ArmColumns[],
): Answer['unchanged'] {
  const equal = (a: number, b: number) =>
    outcomes.every(({ id }) => {
      const [one, other] = [steady[a].own(id), steady[b].own(id)];
      return one === other || one.every((value, i) => Object.is(value, other[i]));
    });
  return arms.flatMap(({ name }, a) => {
    const same = arms.findIndex((_, b) => b < a && equal(a, b));
    return same < 0 ? [] : [{ arm: name, sameAs: arms[same].name }];
  });
}
