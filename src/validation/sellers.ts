import type { Commission } from '../model/plan.ts';
import { luckKey } from '../random/luck.ts';
import { parseRevenueScenario } from '../scenario/load.ts';
import { wouldGamble } from '../worlds/revenue/catalogue/games/allOrNothing.ts';
import { wouldHold } from '../worlds/revenue/catalogue/games/holdBack.ts';
import { mostDiscount } from '../worlds/revenue/catalogue/games/pullForward.ts';
import { compileCompany } from '../worlds/revenue/compile/company.ts';
import type { Beliefs } from '../worlds/revenue/contract/beliefs.ts';
import { COUNTER } from '../worlds/revenue/contract/counters.ts';
import type { SellerDesk } from '../worlds/revenue/contract/mind.ts';
import { PlanInForce } from '../worlds/revenue/engine/planInForce.ts';
import { SharedMarket } from '../worlds/revenue/engine/sharedMarket.ts';
import type { RunState } from '../worlds/revenue/engine/state/state.ts';
import type { SellerMind } from '../worlds/revenue/minds/seller/seller.ts';
import { measureBeliefs } from '../worlds/revenue/preparation/measureBeliefs.ts';
import { type Check, exactInCompany as exact } from './check.ts';

const COMPANY = `
schemaVersion: 1
name: Sellers on commission
extends: preset:smb-software
question: { horizonMonths: 2, outcome: revenueUsd, reference: only, replicates: 2, seed: validation }
calendar: { warmUpMonths: 0 }
people:
  director: { role: marketing-director, motive: honest }
  reps: { role: account-executive, riskAversionPerUsd: 0 }
plans: { none: { director: { baseUsdPerYear: 0 } } }
arms: { only: { plan: none } }
`;

const worldOf = (set: Readonly<Record<string, unknown>> = {}) =>
  parseRevenueScenario(COMPANY, { file: 'validation', set }).arms[0].world;

let known: Beliefs | undefined;

/** This company's beliefs, measured once, with the given mean and variance of the team's bookings. */
function believing(meanUsd?: number, variance?: number): Beliefs {
  known ??= measureBeliefs(worldOf());
  const { baseline, variance: variances } = known;
  const c = COUNTER.bookingsUsd;
  return {
    ...known,
    baseline: baseline.with(c, meanUsd ?? baseline[c]),
    variance: variances.with(c, variance ?? variances[c]),
    // The mean given is one at baseline effort.
    ...(meanUsd === undefined ? {} : { sellerEffort: 1 }),
  };
}

/** A rep without open deals: decision maker, observable state and run. */
interface Rep {
  readonly mind: SellerMind;
  readonly desk: SellerDesk;
  readonly state: RunState;
}

/** A rep without open deals on the first day of the first month, with the given bookings. */
function rep(
  commission: Commission,
  beliefs: Beliefs,
  set: Readonly<Record<string, unknown>> = {},
  bookedUsd = 0,
): Rep {
  const company = compileCompany(worldOf(set), { reps: { baseUsdPerYear: 0, commission } }, beliefs);
  const alone = new SharedMarket([company]);
  alone.meet(luckKey('validation', 0));
  const { state } = alone.runners[0];
  state.reset();
  state.floor.seats.bookedUsd[0] = bookedUsd;
  const [{ mind, desk }] = new PlanInForce(company, state).sellers;
  return { mind, desk, state };
}

/** The same rep on the last day of the month. */
function lastDay(one: Rep): Rep {
  one.state.day = one.state.company.world.calendar.daysPerMonth - 1;
  return one;
}

/** A rep far above quota who is certain to end the next month below it. */
const afterAGoodMonth = (aboveQuotaRateShare: number) =>
  rep(
    { rateShare: 0.1, aboveQuotaRateShare },
    believing(0, 0),
    { 'sales.earlySigningEffortUsd': 0, 'sales.holdBackDays': 5 },
    3 * worldOf().sales.quotaUsdPerMonth,
  );

/** Largest discount that this rep would give to close a small deal this month. */
function mostDiscountAt(aboveQuota: number): number {
  const { mind, desk } = afterAGoodMonth(aboveQuota);
  return mostDiscount(mind, desk.floor, 0, 1000, 1);
}

/** Largest value between two bounds for which a property holds, given that it holds at the lower bound. */
function lastWhere(holds: (x: number) => boolean, least: number, most: number): number {
  let low = least;
  let high = most;
  for (let step = 0; step < 50; step++) {
    const middle = 0.5 * (low + high);
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return 0.5 * (low + high);
}

/** The rate above quota at which this rep stops holding a small deal back. */
const holdingStopsAt = () =>
  lastWhere(
    (rate) => {
      const { mind, desk } = lastDay(afterAGoodMonth(rate));
      return wouldHold(mind, desk.floor, 0, 1000);
    },
    0,
    0.1,
  );

const DISCOUNT = 0.1;

/**
 * Extra effort under ratcheting quotas, relative to extra effort under fixed quotas, for a rep who is certain
 * to be above quota.
 */
function effortUnderRatchet(adjustment: number): number {
  const { reps, quotaUsdPerMonth } = worldOf().sales;
  const beliefs = believing(3 * reps * quotaUsdPerMonth, 0);
  const effort = (quotaRatchetShare: number) => {
    const { mind, desk } = rep({ rateShare: 0, aboveQuotaRateShare: 0.05 }, beliefs, {
      'sales.quotaRatchetShare': quotaRatchetShare,
      'sales.effortMaxShare': 3,
      'sales.effortCostTimes': 100,
      'sales.cycleDays': 0,
      // Discount factor 1 / (1 + rho) per month, over a long horizon.
      'people.reps.discountSharePerMonth': DISCOUNT / (1 + DISCOUNT),
      'people.reps.foresightMonths': 60,
    });
    mind.monthBegins(desk);
    mind.decide(desk);
    return desk.effort[0] - 1;
  };
  return effort(adjustment) / effort(0);
}

const MEAN_USD = 60_000;
const SD_USD = 9_000;

/** Forecast of a rep who expects normally distributed bookings, in standard deviations from their mean. */
function forecastUnder(
  aboveRateShare: number,
  forecastRateShare: number,
  shortfallRateShare: number,
): number {
  const { reps } = worldOf().sales;
  const { mind, desk } = rep(
    { rateShare: 0, forecastMenu: { aboveRateShare, forecastRateShare, shortfallRateShare } },
    believing(reps * MEAN_USD, reps * SD_USD * SD_USD),
    { 'sales.cycleDays': 0, 'sales.effortCostTimes': 0 },
  );
  mind.monthBegins(desk);
  return (desk.forecastUsd[0] - MEAN_USD) / SD_USD;
}

/**
 * Bookings, as a share of quota, at which a rep starts or stops gambling when a lump sum is paid at quota. To
 * gamble is to turn a deal of a tenth of quota into all or nothing.
 */
function gamblingBetween(which: 'from' | 'to'): number {
  const quota = worldOf().sales.quotaUsdPerMonth;
  const gambles = (part: number) => {
    const one = rep(
      { rateShare: 1e-9, thresholdShare: 1, aboveQuotaRateShare: 0 },
      believing(0, 0),
      { 'sales.gambleShare': 1 },
      part * quota,
    );
    const { mind, desk } = lastDay(one);
    return wouldGamble(mind, desk.floor, 0, 0.1 * quota, 0.5);
  };
  return which === 'from' ? lastWhere((part) => !gambles(part), 0.5, 0.85) : lastWhere(gambles, 0.85, 1.2);
}

/** Deal timing, ratchets, forecasts and gambles, decided by the sellers of the revenue engine. */
export const SELLERS: readonly Check[] = [
  exact(
    'T11-engine',
    'A rep above quota cuts the price by up to 1 - keep x r_next / r_now',
    'see T11',
    () => ({
      expected: 1 - (0.99 * 0.1) / 0.15,
      simulated: mostDiscountAt(0.15),
    }),
  ),
  exact('T11-engine-straight', 'and on a straight commission for the wait alone', 'see T11', () => ({
    expected: 0.01,
    simulated: mostDiscountAt(0.1),
  })),
  exact(
    'T11-engine-held',
    'and holds a deal back while the rate now is below keep x chance of keeping the buyer x the ' +
      'rate next month',
    'see T11',
    () => ({ expected: 0.99 * 0.95 * 0.1, simulated: holdingStopsAt() }),
  ),
  ...[0.25, 0.5, 1].map((adjustment) =>
    exact(
      `T12-engine-${adjustment}`,
      `Reps whose quota follows ${adjustment * 100}% of every surprise keep rho / (rho + lambda) ` +
        'of the incentive',
      'see T12',
      () => ({ expected: DISCOUNT / (DISCOUNT + adjustment), simulated: effortUnderRatchet(adjustment) }),
    ),
  ),
  ...(
    [
      [0.05, 0.1, 0.15, 0],
      [0.05, 0.08, 0.15, -0.5244005127080407],
      [0.02, 0.1, 0.12, 0.8416212335729143],
    ] as const
  ).map(([above, forecast, shortfall, expected]) =>
    exact(
      `T13-engine-${expected < 0 ? 'low' : expected > 0 ? 'high' : 'middle'}`,
      `Reps paid ${above} above, ${forecast} on, less ${shortfall} below their forecast state the ` +
        'quantile (b - a) / (g - a)',
      'see T13',
      () => ({ expected, simulated: forecastUnder(above, forecast, shortfall) }),
    ),
  ),
  exact('T29-engine-from', 'A rep gambles from where twice the deal would reach the goal', 'see T29', () => ({
    expected: 0.8,
    simulated: gamblingBetween('from'),
  })),
  exact('T29-engine-to', 'up to where the plain deal does', 'see T29', () => ({
    expected: 0.9,
    simulated: gamblingBetween('to'),
  })),
];
