import { mostDiscountForClosingNow } from '../../people/timing.ts';
import { certaintyEquivalent, certaintyEquivalentSlope } from '../../plans/payoutCurve.ts';
import type { Company } from './company.ts';
import { COUNTER } from './counters.ts';
import { winShareOf } from './phases/chances.ts';
import type { RunState } from './state.ts';

/** Least effort, as a multiple of the baseline: what a rep does whatever the plan. */
const LEAST_EFFORT = 0.2;

/**
 * The decisions of a rep: how hard to work, how far to cut a price, whether to hold a signature back.
 *
 * Effort is the solution, every week, of max over e of sum_lag slope_lag x bookings_lag (e - 1) - cost/2 (e - 1)^2, where bookings_lag is what
 * one part more effort is believed to book that many months later and slope_lag is what a dollar booked then adds to the certainty
 * equivalent of commission.
 *
 * This month's slope is taken at the forecast of the month: what is booked, plus the open opportunities that are decided before it ends at their chance of
 * winning. Later months are ordinary ones. Commission in a straight line has one slope, so nothing is worked out every week.
 */
export class RepMind {
  /** Whether reps may bring deals forward at a discount. */
  readonly times: boolean;
  /** Whether they may hold signatures back. */
  readonly holds: boolean;
  private readonly company: Company;
  private readonly choosing: boolean;
  private readonly ordinaryMean: number = 0;
  private readonly ordinaryVariance: number = 0;
  /** Marginal worth of effort through all later months, in dollars. */
  private readonly laterUsd: number = 0;
  private readonly usual: number;
  private readonly expected = new Float64Array(2);

  constructor(company: Company) {
    this.company = company;
    const { world, beliefs, repsPay, policy } = company;
    this.choosing = policy.repEffort === undefined && beliefs !== undefined && world.sales.effortCostUsdPerMonth > 0;
    this.usual = policy.repEffort ?? 1;
    const games =
      beliefs !== undefined &&
      company.reps.motive === 'own-pay' &&
      policy.levels === undefined &&
      policy.repsHonest !== true;
    this.times = games && world.sales.discountAuthorityShare > 0;
    this.holds = games && world.sales.holdBackDays > 0;
    if (beliefs !== undefined) {
      this.ordinaryMean = beliefs.baseline[COUNTER.bookingsUsd] / world.sales.reps;
      this.ordinaryVariance = beliefs.variance[COUNTER.bookingsUsd] / world.sales.reps;
    }
    if (!this.choosing || beliefs === undefined) return;
    const slope = this.slopeAt(this.ordinaryMean, this.ordinaryVariance);
    let later = 0;
    for (let lag = 1; lag < beliefs.lags; lag++) later += beliefs.bookingsPerEffortUsd[lag];
    this.laterUsd = slope * later;
    this.usual = this.effortFor(slope * beliefs.bookingsPerEffortUsd[0]);
    if (repsPay.commission.knots.length === 0) this.choosing = false;
  }

  /** Sets the effort of every rep for the days until the next decision. */
  decide(state: RunState, dayOfMonth: number): void {
    const { company } = this;
    if (!this.choosing) {
      state.effort.fill(this.usual);
      return;
    }
    const { sales, calendar } = company.world;
    const monthEnd = state.day - dayOfMonth + calendar.daysPerMonth;
    const left = 1 - dayOfMonth / calendar.daysPerMonth;
    // Work that starts today is decided this month only if a deal's cycle still fits into it.
    const fresh = Math.max(0, left - sales.cycleDays / calendar.daysPerMonth);
    const now = company.beliefs!.bookingsPerEffortUsd[0];
    for (let rep = 0; rep < sales.reps; rep++) {
      this.forecast(state, rep, monthEnd);
      const mean = this.expected[0] + fresh * this.ordinaryMean;
      const variance = this.expected[1] + fresh * this.ordinaryVariance;
      state.effort[rep] = this.effortFor(now === 0 ? 0 : this.slopeAt(mean, variance) * now);
    }
  }

  /**
   * The largest discount at which a rep would rather have a deal today than at its full price in an ordinary next month, as a share.
   *
   * @param chance that the deal is won when it is decided: the trouble of bringing it forward is had in any case
   */
  mostDiscount(state: RunState, rep: number, dealUsd: number, chance: number): number {
    const { repsPay, reps } = this.company;
    return mostDiscountForClosingNow({
      now: repsPay.commission,
      next: repsPay.commission,
      bookedNowUsd: state.repBookings[rep],
      bookedNextUsd: this.ordinaryMean,
      sdNextUsd: Math.sqrt(this.ordinaryVariance),
      dealUsd,
      keepShare: 1 - reps.discountSharePerMonth,
      effortUsd: this.company.world.sales.earlySigningEffortUsd / Math.max(chance, 1e-9),
      riskAversionPerUsd: reps.riskAversionPerUsd,
    });
  }

  /**
   * Whether a rep would rather have a deal next month than today: in the last days of a month that counts it for little (beyond a cap, or short of a threshold that is out of
   * reach), set against an ordinary next month and the chance of losing the buyer. Not in the last month of a run.
   */
  wouldHold(state: RunState, rep: number, dealUsd: number, day: number): boolean {
    const { world, warmUpDays, repsPay, reps } = this.company;
    const { daysPerMonth } = world.calendar;
    const played = day - warmUpDays;
    const isLastMonth = played >= (world.horizonMonths - 1) * daysPerMonth;
    if (played < 0 || isLastMonth || daysPerMonth - (day % daysPerMonth) > world.sales.holdBackDays) return false;
    const r = reps.riskAversionPerUsd;
    const { commission } = repsPay;
    const worth = (mean: number, variance: number) =>
      certaintyEquivalent(commission, mean + dealUsd, Math.sqrt(variance), r) -
      certaintyEquivalent(commission, mean, Math.sqrt(variance), r);
    this.forecast(state, rep, day - (day % daysPerMonth) + daysPerMonth);
    const now = worth(this.expected[0], this.expected[1]);
    let drawer = 0;
    for (let o = state.heldHead[rep]; o >= 0; o = state.oppNext[o]) drawer += state.oppValue[o];
    const next = worth(this.ordinaryMean + drawer, this.ordinaryVariance);
    return (1 - reps.discountSharePerMonth) * (1 - world.sales.heldLossShare) * next > now;
  }

  /** Mean and variance of a rep's month: what is booked, and the open deals that are decided before it ends at their chance of winning. Into `expected`. */
  private forecast(state: RunState, rep: number, monthEnd: number): void {
    const { cycleDays } = this.company.world.sales;
    let mean = state.repBookings[rep];
    let variance = 0;
    for (let queue = 0; queue < 2; queue++) {
      for (let o = queue === 0 ? state.closeHead[rep] : state.workHead[rep]; o >= 0; o = state.oppNext[o]) {
        if (state.oppOpened[o] + cycleDays >= monthEnd) continue;
        const chance = winShareOf(state, state.oppFit[o], state.oppReadiness[o]);
        mean += chance * state.oppValue[o];
        variance += chance * (1 - chance) * state.oppValue[o] * state.oppValue[o];
      }
    }
    this.expected[0] = mean;
    this.expected[1] = variance;
  }

  private slopeAt(meanUsd: number, variance: number): number {
    const { repsPay, reps } = this.company;
    return certaintyEquivalentSlope(repsPay.commission, meanUsd, Math.sqrt(variance), reps.riskAversionPerUsd);
  }

  private effortFor(worthNowUsd: number): number {
    const { effortCostUsdPerMonth, effortMaxShare } = this.company.world.sales;
    const effort = 1 + (worthNowUsd + this.laterUsd) / effortCostUsdPerMonth;
    return Math.min(effortMaxShare, Math.max(LEAST_EFFORT, effort));
  }
}
