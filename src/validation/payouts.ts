import { normalCdf } from '../core/numeric/normal.ts';
import { chooseForecast } from '../people/chooseForecast.ts';
import { mostDiscountForClosingNow } from '../people/dealTiming.ts';
import { expectedPayout, expectedPayoutSlope } from '../plans/expectedPayout.ts';
import { payoutCurve } from '../plans/payoutCurve.ts';
import type { Check } from './check.ts';
import {
  AUDIT,
  bestMissed,
  buys,
  checkDecision,
  checkPayroll,
  delegatedPrice,
  density,
  discount,
  GAMBLE,
  GRADIENT,
  games,
  HIGHEST_LUMP_EFFORT,
  LUMP,
  LUMP_SD,
  lastWhere,
  leadShare,
  lumpEffort,
  lumpTheory,
  MENU,
  PRICE,
  TIMING,
} from './payoutAnswers.ts';

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
        worthNext: (moreUsd) => 0.1 * moreUsd,
        bookedNowUsd: 0,
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
