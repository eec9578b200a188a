import type { RevenueArm } from '../../../scenario/scenario.ts';
import type { SettledBeliefs } from '../../../worlds/revenue/preparation/interactions.ts';
import type { PreparationCache } from '../../running/preparationCache.ts';

/** Quantile of Student's t for an interval of 95% from the 24 runs on which habits are compared. */
const T95 = 2.069;
/** Smallest share of profit at which two habits count as different for the company. */
const LEAST_SHARE = 0.01;

/** Warnings about plans under which people have more than one habit, or none. */
export function habitsInWords(arms: readonly RevenueArm[], cache: PreparationCache): string[] {
  const words = arms.flatMap(({ world, pay, plan }) => {
    const habits = cache.habitsOf(world, pay);
    return [...(habits.goesTwoWays ? [twoWays(plan, habits)] : []), ...(habits.settles ? [] : [cycle(plan)])];
  });
  return [...new Set(words)];
}

function twoWays(plan: string, { otherProfit }: SettledBeliefs): string {
  return (
    `Plan ${plan} has more than one equilibrium: starting from honest work or from gaming, people end up ` +
    'behaving differently. The runs use the one that is better for the people.' +
    (otherProfit === undefined ? '' : ` ${profitWords(otherProfit)}`)
  );
}

function profitWords({ usdPerYear, se, share }: NonNullable<SettledBeliefs['otherProfit']>): string {
  const half = T95 * se;
  const usd = (value: number) => `$${Math.round(Math.abs(value)).toLocaleString('en-US')}`;
  const signed = (value: number) => `${value < 0 ? '−' : '+'}${usd(value)}`;
  if (Math.abs(usdPerYear) <= half || Math.abs(share) < LEAST_SHARE)
    return (
      `In the other equilibrium, profit after pay would differ by ${signed(usdPerYear - half)} to ` +
      `${signed(usdPerYear + half)} a year (95% interval).`
    );
  const ends = [usdPerYear - half, usdPerYear + half].map(usd);
  if (usdPerYear < 0) ends.reverse();
  return (
    `In the other, profit after pay would be ${usd(usdPerYear)} a year ${usdPerYear < 0 ? 'lower' : 'higher'} ` +
    `(95% interval ${ends.join(' to ')}).`
  );
}

function cycle(plan: string): string {
  return (
    `Plan ${plan}: no equilibrium was found, since each marketer’s best response changes those of the others. ` +
    'All are assumed to expect the average of the last four rounds.'
  );
}
