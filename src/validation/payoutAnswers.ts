import { exp } from '../core/numeric/elementary.ts';
import { normalCdf } from '../core/numeric/normal.ts';
import { mostDiscountForClosingNow } from '../people/dealTiming.ts';
import { BestResponse } from '../people/solver/bestResponse.ts';
import { HoursAllocation } from '../people/solver/hoursAllocation.ts';
import { maximiseLine } from '../people/solver/maximiseLine.ts';
import { Problem } from '../people/solver/problem.ts';
import { commissionCurve } from '../plans/commissionCurve.ts';
import { expectedPayoutSlope } from '../plans/expectedPayout.ts';
import { payoutAt, payoutCurve } from '../plans/payoutCurve.ts';
import { respond } from '../worlds/textbook/respond.ts';
import { type Check, exactDecision } from './check.ts';

export const LUMP = 'first-order condition; cf. Oyer, J. Labor Econ. 18 (2000) 405';
export const GRADIENT =
  'derivative of the expected bonus; cf. Chung, Steenburgh & Sudhir, Marketing Science 33 (2014) 165';
export const TIMING =
  'indifference; cf. Larkin, J. Labor Econ. 32 (2014) 199; Jensen, Eur. Financial Mgmt 9 (2003) 379';
export const MENU = 'Weitzman, Bell J. Econ. 7 (1976) 251; Gonik, Harvard Business Review 56 (1978) 116';
export const AUDIT = 'inspection game; Becker, J. Political Economy 76 (1968) 169';
export const GAMBLE =
  'normal distribution function; cf. Chevalier & Ellison, J. Political Economy 105 (1997) 1167';
export const PRICE = 'Weinberg, Management Science 21 (1975) 937';

/** A lump-sum bonus at a quota: its size, the cost of effort, and the standard deviation of the noise. */
const LUMP_BONUS = 2.5;
const LUMP_COST = 1.5;
export const LUMP_SD = 1.2;

/** The standard normal density, written out so that the check does not use the code under test. */
export const density = (z: number) => 0.3989422804014327 * exp(-0.5 * z * z);

/** Effort under a lump-sum bonus at a quota. */
export const lumpEffort = (quota: number) => lumpAnswer(quota).effort[0];

function lumpAnswer(quota: number, bonusUsd = LUMP_BONUS, sd = LUMP_SD) {
  return respond(
    {
      tasks: [{ name: 'selling', valueUsd: 1 }],
      effortCost: [[LUMP_COST]],
      metrics: [{ name: 'sales', loadings: [1] }],
      noise: [[sd * sd]],
      riskAversionPerUsd: 0,
    },
    {
      baseUsdPerYear: 0,
      bonusUsdPerYear: bonusUsd,
      components: [{ metric: 'sales', period: 'year', target: quota, weightShare: 1, payout: 'cliff' }],
    },
  );
}

/**
 * Maximum gain that any point of a fine grid offers over the chosen effort. Quotas range from easy to
 * hopeless; the bonus is large and the noise small, so that the problem has two local maxima.
 */
export function bestMissed(): number {
  const [bonus, sd] = [8, 0.5];
  let missed = 0;
  for (let quota = 0.2; quota < 5; quota += 0.3) {
    const done = lumpAnswer(quota, bonus, sd).certaintyEquivalentUsd;
    for (let e = 0; e < 6; e += 0.002)
      missed = Math.max(missed, bonus * normalCdf((e - quota) / sd) - 0.5 * LUMP_COST * e * e - done);
  }
  return missed;
}

/**
 * Effort that solves c e = B / s phi((Q - e) / s), by bisection. The solution is unique, since marginal cost
 * is steeper than marginal value throughout.
 */
export function lumpTheory(quota: number): number {
  let low = 0;
  let high = 0.8;
  for (let step = 0; step < 60; step++) {
    const e = 0.5 * (low + high);
    if ((LUMP_BONUS / LUMP_SD) * density((quota - e) / LUMP_SD) > LUMP_COST * e) low = e;
    else high = e;
  }
  return low;
}

export const HIGHEST_LUMP_EFFORT = (LUMP_BONUS * density(0)) / (LUMP_COST * LUMP_SD);

/**
 * Largest discount for closing a deal of $100,000 now, as a share of its price. The quota is $500,000, which
 * this period's bookings already exceed by default.
 *
 * @param above rate above quota, as a multiple of the rate below it
 */
export function discount(
  above: number,
  {
    keepShare = 1,
    bookedNowUsd = 600_000,
    bookedNextUsd = 0,
  }: { keepShare?: number; bookedNowUsd?: number; bookedNextUsd?: number } = {},
): number {
  const curve = commissionCurve({ rateShare: 0.1, aboveQuotaRateShare: 0.1 * above }, 500_000);
  return mostDiscountForClosingNow({
    now: curve,
    worthNext: (moreUsd) => payoutAt(curve, bookedNextUsd + moreUsd),
    bookedNowUsd,
    dealUsd: 100_000,
    keepShare,
  });
}

/** Whether a person games when each unit pays `gainUsd` and costs `costUsd`. */
export function games(gainUsd: number, costUsd: number): boolean {
  const problem = new Problem(1, 1);
  problem.cost[0] = costUsd;
  problem.upper[0] = 1;
  problem.effects.setLine(0, problem.topColumn(0), 1);
  problem.addComponent(0, payoutCurve(0, gainUsd));
  const solver = new BestResponse(problem);
  solver.solve();
  return solver.intensity[0] > 0;
}

/** Largest value from 0 to `high` at which a property holds, given that it holds from 0 up to there. */
export function lastWhere(holds: (x: number) => boolean, high: number): number {
  let low = 0;
  let top = high;
  for (let step = 0; step < 60; step++) {
    const middle = 0.5 * (low + top);
    if (holds(middle)) low = middle;
    else top = middle;
  }
  return low;
}

/** Whether a person buys the 20,000 visits missing for a bonus of 5,000 dollars, at a price per visit. */
export function buys(priceUsd: number): boolean {
  const problem = new Problem(1, 1);
  problem.cost[0] = priceUsd;
  problem.upper[0] = 50_000;
  problem.effects.setLine(0, problem.topColumn(0), 1);
  problem.addComponent(0, payoutCurve(0, 0, [{ at: 20_000, jump: 5_000 }]));
  const solver = new BestResponse(problem);
  solver.solve();
  return solver.intensity[0] > 10_000;
}

/** Share of a day spent on marketing's leads if yields grow with the square root of time. */
export function leadShare(yieldRatio: number): number {
  const problem = new Problem(2, 0);
  problem.productive.fill(1);
  problem.cost.fill(1e-9);
  problem.elasticity.fill(0.5);
  problem.hours.fill(1);
  problem.upper.fill(1);
  problem.hoursBudget = 1;
  const allocation = new HoursAllocation(problem);
  allocation.fit(Float64Array.of(yieldRatio, 1));
  return allocation.goal[0] / (allocation.goal[0] + allocation.goal[1]);
}

/** Price set by a seller who is paid on price less `unitCost` and wins with probability 1 - price. */
export function delegatedPrice(unitCost: number): number {
  const worth = (price: number) =>
    expectedPayoutSlope(payoutCurve(0, (price - unitCost) * (1 - price)), 0, 1);
  return maximiseLine(worth, 0, 0.5, 1, worth(0.5), 1e-9);
}

/** A row about a decision: the theoretical value against the simulated response. */
export function checkDecision(
  id: string,
  claim: string,
  source: string,
  expected: number,
  simulated: () => number,
  tolerance?: number,
): Check {
  return exactDecision(id, claim, source, () => ({
    expected,
    simulated: simulated(),
    ...(tolerance === undefined ? {} : { tolerance }),
  }));
}

/** A row about payroll. */
export function checkPayroll(...row: Parameters<typeof checkDecision>): Check {
  return { ...checkDecision(...row), part: 'payroll' };
}
