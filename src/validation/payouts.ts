import { exp } from '../core/numeric/elementary.ts';
import { normalCdf } from '../core/numeric/normal.ts';
import { chooseForecast } from '../people/chooseForecast.ts';
import { mostDiscountForClosingNow } from '../people/dealTiming.ts';
import { BestResponse } from '../people/solver/bestResponse.ts';
import { HoursAllocation } from '../people/solver/hoursAllocation.ts';
import { maximiseLine } from '../people/solver/maximiseLine.ts';
import { Problem } from '../people/solver/problem.ts';
import { commissionCurve } from '../plans/commissionCurve.ts';
import { expectedPayout, expectedPayoutSlope } from '../plans/expectedPayout.ts';
import { payoutCurve } from '../plans/payoutCurve.ts';
import { respond } from '../worlds/textbook/respond.ts';
import { type Check, exactDecision } from './check.ts';

const LUMP = 'first-order condition; cf. Oyer, J. Labor Econ. 18 (2000) 405';
const GRADIENT =
  'derivative of the expected bonus; cf. Chung, Steenburgh & Sudhir, Marketing Science 33 (2014) 165';
const TIMING =
  'indifference; cf. Larkin, J. Labor Econ. 32 (2014) 199; Jensen, Eur. Financial Mgmt 9 (2003) 379';
const MENU = 'Weitzman, Bell J. Econ. 7 (1976) 251; Gonik, Harvard Business Review 56 (1978) 116';
const AUDIT = 'inspection game; Becker, J. Political Economy 76 (1968) 169';
const GAMBLE = 'normal distribution function; cf. Chevalier & Ellison, J. Political Economy 105 (1997) 1167';
const PRICE = 'Weinberg, Management Science 21 (1975) 937';

/** A lump-sum bonus at a quota: its size, the cost of effort, and the standard deviation of the noise. */
const LUMP_BONUS = 2.5;
const LUMP_COST = 1.5;
const LUMP_SD = 1.2;

/** The standard normal density, written out so that the check does not use the code under test. */
const density = (z: number) => 0.3989422804014327 * exp(-0.5 * z * z);

/** Effort under a lump-sum bonus at a quota. */
const lumpEffort = (quota: number) => lumpAnswer(quota).effort[0];

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
function bestMissed(): number {
  const [bonus, sd] = [8, 0.5];
  let missed = 0;
  for (let quota = 0.2; quota < 5; quota += 0.3) {
    const done = lumpAnswer(quota, bonus, sd).certaintyEquivalentUsd;
    for (let e = 0; e < 6; e += 0.002)
      missed = Math.max(missed, bonus * normalCdf((e - quota) / sd) - 0.5 * LUMP_COST * e * e - done);
  }
  return missed;
}

/** Effort that solves c e = B / s phi((Q - e) / s), by bisection from the side on which it is unique. */
function lumpTheory(quota: number): number {
  let low = 0;
  let high = 0.8;
  for (let step = 0; step < 60; step++) {
    const e = 0.5 * (low + high);
    if ((LUMP_BONUS / LUMP_SD) * density((quota - e) / LUMP_SD) > LUMP_COST * e) low = e;
    else high = e;
  }
  return low;
}

const HIGHEST_LUMP_EFFORT = (LUMP_BONUS * density(0)) / (LUMP_COST * LUMP_SD);

/** Discount for closing a 100k deal now, beyond a quota of 500k, under the given commission. */
function discount(
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
    next: curve,
    bookedNowUsd,
    bookedNextUsd,
    dealUsd: 100_000,
    keepShare,
  });
}

/** Whether a person games when each unit pays `gainUsd` and costs `costUsd`. */
function games(gainUsd: number, costUsd: number): boolean {
  const problem = new Problem(1, 1);
  problem.cost[0] = costUsd;
  problem.upper[0] = 1;
  problem.effectNumerator[0] = 1;
  problem.addComponent(0, payoutCurve(0, gainUsd));
  const solver = new BestResponse(problem);
  solver.solve();
  return solver.intensity[0] > 0;
}

/** Largest value from 0 to `high` at which a property holds, given that it holds from 0 up to there. */
function lastWhere(holds: (x: number) => boolean, high: number): number {
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
function buys(priceUsd: number): boolean {
  const problem = new Problem(1, 1);
  problem.cost[0] = priceUsd;
  problem.upper[0] = 50_000;
  problem.effectNumerator[0] = 1;
  problem.addComponent(0, payoutCurve(0, 0, [{ at: 20_000, jump: 5_000 }]));
  const solver = new BestResponse(problem);
  solver.solve();
  return solver.intensity[0] > 10_000;
}

/** Share of a day spent on marketing's leads if yields grow with the square root of time. */
function leadShare(yieldRatio: number): number {
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
function delegatedPrice(unitCost: number): number {
  const worth = (price: number) =>
    expectedPayoutSlope(payoutCurve(0, (price - unitCost) * (1 - price)), 0, 1);
  return maximiseLine(worth, 0, 0.5, 1, worth(0.5), 1e-9);
}

/** A row about a decision: the theoretical value against the simulated response. */
function checkDecision(
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
function checkPayroll(...row: Parameters<typeof checkDecision>): Check {
  return { ...checkDecision(...row), part: 'payroll' };
}

/** Responses to kinks, cliffs and menus, through the payout curves and decisions used in every world. */
export const PAYOUTS: readonly Check[] = [
  ...[-1, 1.6, 2.4].map((quota) =>
    checkDecision(
      `T09-${quota}`,
      `Effort for a bonus at a quota at ${quota} solves c e = B / s phi((Q - e) / s)`,
      LUMP,
      lumpTheory(quota),
      () => lumpEffort(quota),
    ),
  ),
  checkDecision(
    'T09-peak',
    'Effort is greatest where the quota is what will be sold: B phi(0) / (c s)',
    LUMP,
    HIGHEST_LUMP_EFFORT,
    () => lumpEffort(HIGHEST_LUMP_EFFORT),
  ),
  checkDecision('T09-half', 'and the bonus is then reached half of the time', LUMP, 0.5, () => {
    const quota = HIGHEST_LUMP_EFFORT;
    return normalCdf((lumpEffort(quota) - quota) / LUMP_SD);
  }),
  checkDecision(
    'T09-tops',
    'Where there are two tops, to go for the bonus or to give it up, the higher one is taken: ' +
      'nothing on a fine grid is worth more',
    LUMP,
    0,
    () => Math.max(0, bestMissed()),
  ),
  checkPayroll(
    'T10-start',
    'Worth of a unit towards a bonus, with the whole period left and one unit to go',
    GRADIENT,
    density(1),
    () => expectedPayoutSlope(payoutCurve(0, 0, [{ at: 1, jump: 1 }]), 0, 1),
  ),
  checkPayroll(
    'T10-late',
    'With a twenty-fifth of the time left and half a unit to go it has fallen to 0.0876',
    GRADIENT,
    density(2.5) / 0.2,
    () => expectedPayoutSlope(payoutCurve(0, 0, [{ at: 0.5, jump: 1 }]), 0, 0.2),
  ),
  checkPayroll(
    'T10-spike',
    'At the goal it grows to a spike as time runs out',
    GRADIENT,
    density(0) / 0.2,
    () => expectedPayoutSlope(payoutCurve(0, 0, [{ at: 1, jump: 1 }]), 1, 0.2),
  ),
  checkPayroll(
    'T10-hopeless',
    'and it vanishes for those far behind',
    GRADIENT,
    density(10) / 0.2,
    () => expectedPayoutSlope(payoutCurve(0, 0, [{ at: 1, jump: 1 }]), -1, 0.2),
    1e-20,
  ),
  checkDecision(
    'T11-linear',
    'Under straight commission nobody gives a discount to close a deal early',
    TIMING,
    0,
    () => discount(1),
  ),
  checkDecision(
    'T11-accelerator',
    'Past the quota of a plan that pays half as much again, up to a third',
    TIMING,
    1 / 3,
    () => discount(1.5),
  ),
  checkDecision('T11-double', 'where it pays double, up to a half', TIMING, 0.5, () => discount(2)),
  checkDecision(
    'T11-impatient',
    'and more if deals may be lost by waiting: 1 - delta survival r_next / r_now',
    TIMING,
    1 - (0.98 * 0.9) / 1.5,
    () => discount(1.5, { keepShare: 0.98 * 0.9 }),
  ),
  checkDecision(
    'T11-lump',
    'A lump sum of 5,000 for a deal of 100,000 at 10% is worth a discount of half',
    TIMING,
    0.5,
    () =>
      mostDiscountForClosingNow({
        now: payoutCurve(0, 0.1, [{ at: 40_000, jump: 5_000 }]),
        next: payoutCurve(0, 0.1),
        bookedNowUsd: 0,
        bookedNextUsd: 0,
        dealUsd: 100_000,
        keepShare: 1,
      }),
  ),
  ...(
    [
      [0.05, 0.1, 0.15, 100],
      [0.05, 0.08, 0.15, 100 + 20 * -0.5244005127080407],
      [0.02, 0.1, 0.12, 100 + 20 * 0.8416212335729143],
    ] as const
  ).map(([above, forecast, shortfall, expected]) =>
    checkDecision(
      `T13-${Math.round(expected)}`,
      `A forecast menu (${above}, ${forecast}, ${shortfall}) draws out the quantile (b - a) / (g - a)`,
      MENU,
      expected,
      () =>
        chooseForecast(
          { aboveRateShare: above, forecastRateShare: forecast, shortfallRateShare: shortfall },
          100,
          20,
        ),
    ),
  ),
  checkDecision('T18', 'Audits deter once their rate reaches gain / (gain + fine)', AUDIT, 0.1, () =>
    lastWhere((rate) => games(50, rate * (50 + 450)), 1),
  ),
  checkDecision('T32', 'Bots are bought up to bonus / visits: 25 cents', 'arithmetic', 0.25, () =>
    lastWhere(buys, 1),
  ),
  checkPayroll(
    'T29-behind',
    'One deviation behind a goal, twice the risk raises the chance of it from 15.9% to 30.9%',
    GAMBLE,
    normalCdf(-0.5) - normalCdf(-1),
    () => {
      const goal = payoutCurve(0, 0, [{ at: 1, jump: 1 }]);
      return expectedPayout(goal, 0, 2) - expectedPayout(goal, 0, 1);
    },
  ),
  checkPayroll(
    'T29-ahead',
    'one ahead, it lowers it from 84.1% to 69.1%',
    GAMBLE,
    normalCdf(0.5) - normalCdf(1),
    () => {
      const goal = payoutCurve(0, 0, [{ at: 1, jump: 1 }]);
      return expectedPayout(goal, 2, 2) - expectedPayout(goal, 2, 1);
    },
  ),
  checkDecision(
    'T28',
    'A seller paid on revenue sets half the highest price',
    PRICE,
    0.5,
    () => delegatedPrice(0),
    1e-4,
  ),
  checkDecision(
    'T28-margin',
    'one paid on margin half of it plus half the cost',
    PRICE,
    0.6,
    () => delegatedPrice(0.2),
    1e-4,
  ),
  checkDecision(
    'T35',
    'A rep whose leads yield half of what prospecting does gives them y² / (y² + s²) of the day',
    'first-order condition',
    0.2,
    () => leadShare(0.5),
    1e-4,
  ),
];
