import type { RankedArm } from '../../experiments/result/answer.ts';
import type { Bundle } from '../../experiments/result/bundle.ts';
import { formatUsd, formatValue, quoted } from '../format.ts';
import { reportedPeople } from '../people.ts';

type Difference = NonNullable<RankedArm['fromReference']>;

/** Whether an interval leaves out zero. */
export const told = (difference: Difference | undefined) =>
  difference !== undefined && (difference.ci95[0] > 0 || difference.ci95[1] < 0);

/** How often the recommended plan exceeds the budget, and whether another choice keeps to it. */
export function budgetSentence({ answer, arms, scenario }: Bundle): string[] {
  const { payBudgetUsdPerYear: budget } = scenario;
  if (budget === undefined) return [];
  const over = (name: string) => arms.find((arm) => arm.name === name)?.overBudgetShare ?? 0;
  const runs = formatValue(over(answer!.best), 'share');
  const said = `Its pay exceeds the budget of ${formatUsd(budget)} a year in ${runs} of runs.`;
  if (over(answer!.best) < 0.5) return [said];
  const kept = answer!.ranking.find(({ arm, isChoice }) => isChoice && over(arm) < 0.5);
  if (kept === undefined) return [said, 'No plan here stays within it in most runs.'];
  const gain = (name: string) =>
    answer!.ranking.find(({ arm }) => arm === name)?.fromReference?.meanDifference ?? 0;
  const unit = arms[0].outcomes[answer!.rankedBy]?.unit ?? 'USD';
  const behind = formatValue(Math.abs(gain(answer!.best) - gain(kept.arm)), unit);
  return [said, `The best plan that stays within it in most runs is ${quoted(kept.arm)}, ${behind} behind.`];
}

/** Least change of a marketer's pay that is told, as a share of it. */
const PAY_WORTH_TELLING = 0.02;

/** Change in the only marketer's pay under the recommended plan; after a pay cut that person may leave. */
export function payOfPeople(bundle: Bundle): string[] {
  const { answer, contrasts, scenario, arms } = bundle;
  const people = reportedPeople(bundle);
  if (people.length !== 1) return [];
  const [{ payId, words }] = people;
  const { outcomes } =
    contrasts.find(({ arm, reference }) => arm === answer!.best && reference === scenario.reference) ?? {};
  const difference = outcomes?.[payId];
  const usual = arms.find(({ name }) => name === scenario.reference)?.outcomes[payId]?.mean ?? 0;
  if (!told(difference) || Math.abs(difference!.meanDifference) < PAY_WORTH_TELLING * usual) return [];
  const { meanDifference } = difference!;
  return [`${words} is paid ${formatUsd(Math.abs(meanDifference))} ${meanDifference > 0 ? 'more' : 'less'}`];
}
