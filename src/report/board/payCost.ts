import type { ArmResult, Bundle } from '../../experiments/result/bundle.ts';
import { shownPair } from '../answer/shownPair.ts';
import { durationOf, formatUsd, formatValue, titleOf } from '../format.ts';
import type { Table } from '../tables.ts';

/** Most plans whose cost is shown, if there are more than four. */
const MOST_ARMS = 3;
const FEW_ARMS = 4;

/**
 * What the pay of everybody costs under the reference, the other shown arm and the next choices: quantiles
 * over runs, a year at 80, 100 and 120% of goal, and the budget where there is one. Undefined in a world
 * without people to pay.
 */
export function payCostTable(bundle: Bundle): Table | undefined {
  const { reference, other } = shownPair(bundle);
  const ranked = (bundle.answer?.ranking ?? [])
    .filter(({ isChoice }) => isChoice)
    .map(({ arm: name }) => bundle.arms.find((arm) => arm.name === name));
  const most = bundle.arms.length <= FEW_ARMS ? FEW_ARMS : MOST_ARMS;
  const arms = [...new Set([reference, other, ...ranked])]
    .filter((arm): arm is ArmResult => arm?.outcomes.payUsd !== undefined)
    .slice(0, most);
  if (arms.length === 0) return undefined;
  const { payBudgetUsdPerYear: budget } = bundle.scenario;
  const goals = reference.payAtGoal ?? other?.payAtGoal ?? [];
  const isOver = budget !== undefined;
  const whose =
    bundle.scenario.world === 'textbook'
      ? 'Pay of all agents'
      : `Pay of everybody over ${durationOf(bundle)}`;
  return {
    title: 'What the pay plan costs',
    note:
      `${whose}: in 10% of runs it is below P10, in half below P50, in 10% ` +
      'above P90.' +
      (goals.length === 0
        ? ''
        : ' At 80, 100 and 120%: a full year in which every target and quota is attained to that share, without piece rates and extra rates.') +
      (isOver ? ` Budget: ${formatUsd(budget)} a year.` : ''),
    head: [
      'Plan',
      'P10',
      'P50',
      'P90',
      ...goals.map(({ share }) => `at ${formatValue(share, 'share')}`),
      ...(isOver ? ['over budget'] : []),
    ],
    rows: arms.map(({ name, outcomes: { payUsd }, payAtGoal, overBudgetShare }) => [
      titleOf(name),
      formatUsd(payUsd.p10),
      formatUsd(payUsd.p50),
      formatUsd(payUsd.p90),
      ...goals.map((_, i) => (payAtGoal === undefined ? '–' : formatUsd(payAtGoal[i].usdPerYear))),
      ...(isOver ? [`${formatValue(overBudgetShare ?? 0, 'share')} of runs`] : []),
    ]),
  };
}
