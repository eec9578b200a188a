import { exp, log, pow } from '../../core/numeric/elementary.ts';
import { chooseForecast } from '../../people/chooseForecast.ts';
import { mostDiscountForClosingNow } from '../../people/dealTiming.ts';
import { commissionCurve } from '../../plans/compilePlan.ts';
import { certaintyEquivalent, certaintyEquivalentSlope, type PayoutCurve } from '../../plans/payoutCurve.ts';
import type { Company } from './company.ts';
import { COUNTER } from './counters.ts';
import { discoveryRate } from './discoveryRate.ts';
import { TRAIT } from './labels.ts';
import {
  laterQuotas,
  lineFactor,
  ownShareOf,
  paddingWorth,
  sellingHourUsd,
  wouldLobby,
} from './ordinaryMonth.ts';
import { creditedUsd, winShareOf } from './phases/chances.ts';
import { sellersGames } from './sellersGames.ts';
import type { RunState } from './state.ts';

/** Least effort, as a multiple of the baseline: what a rep does whatever the plan. */
const LEAST_EFFORT = 0.2;

/**
 * The decisions of a rep: how hard to work, how far to cut a price, whether to hold a signature back or to make a deal all or nothing, what to forecast, and whose a good
 * lead is said to be.
 *
 * Effort is the solution, every week, of max over e of sum_lag slope_lag x bookings_lag (e - 1) - cost/2 (e - 1)^2, where bookings_lag is what
 * one part more effort is believed to book that many months later and slope_lag is what a dollar booked then adds to the certainty
 * equivalent of commission, discounted, as far ahead as the rep looks.
 *
 * This month's slope is taken at the forecast of the month: what is booked, plus the open opportunities that are decided before it ends at their chance of
 * winning. Later months are ordinary ones. Commission in a straight line has one slope, so nothing is worked out every week.
 */
export class RepMind {
  /** Whether reps may bring deals forward at a discount. */
  readonly times: boolean;
  /** Whether they may hold signatures back. */
  readonly holds: boolean;
  /** Whether they may propose all or nothing. */
  readonly gambles: boolean;
  /** Part of their quotas that reps lobby away. */
  readonly lobbiedShare: number = 0;
  /** Entries in the log of activities that each makes in a day without having sold. */
  readonly paddedPerDay: number = 0;
  /** Hours a day that lobbying takes from selling. */
  readonly lobbyingHoursPerDay: number = 0;
  /** What a review of their pipeline costs each of them, and a lost deal that is kept in it for a month, in dollars; a review is better than any lie where they keep none. */
  readonly reviewUsd: number = 0;
  readonly deadDealUsd: number = Infinity;
  /** Whether they may promise too much. */
  readonly promises: boolean;
  /** Whether they sell the product line that pays them more. */
  readonly picks: boolean;
  /** Whether they may enter leads of marketing as their own. */
  readonly takes: boolean;
  /** What an opportunity out of marketing's leads pays, per dollar that one of their own pays. */
  readonly leadPerOwn: number = 1;
  /** First day on which no commission is paid any more. */
  readonly lastDay: number;
  /** Chance that a lead entered as somebody's own comes to light, where that can be sanctioned. */
  readonly takingRisk: number;
  private readonly company: Company;
  /** Whether effort is chosen by what it pays. */
  readonly choosing: boolean;
  private readonly ordinaryMean: number = 0;
  private readonly ordinaryVariance: number = 0;
  /** Marginal worth of effort through all later months, in dollars. */
  private readonly laterUsd: number = 0;
  private readonly usual: number;
  /** What later quotas take back of a dollar booked now, in dollars; 0 where quotas stay: [rep]. */
  private readonly ratchetCost: Float64Array;
  private readonly expected = new Float64Array(2);
  private readonly extraShare: number;
  private readonly extraSlope: number = 0;
  /** What an open deal counts for, in parts of its value as one of the first line. */
  private readonly lineFactor: number = 1;

  constructor(company: Company) {
    this.company = company;
    const { world, beliefs, repsPay, policy } = company;
    this.choosing =
      policy.repEffort === undefined && beliefs !== undefined && world.sales.effortCostUsdPerMonth > 0;
    this.usual = policy.repEffort ?? 1;
    this.ratchetCost = new Float64Array(company.seats);
    const free = beliefs !== undefined && policy.levels === undefined && policy.repsHonest !== true;
    const { times, holds, gambles, takes, promises, lobbies, picks, pads, keepsDead } = sellersGames(
      world,
      repsPay.commissionTerms,
    );
    this.times = free && times;
    this.holds = free && holds;
    this.gambles = free && gambles;
    this.promises = free && promises;
    this.picks = free && picks;
    const { ownDealExtraShare = 0 } = repsPay.commissionTerms;
    this.lastDay = company.warmUpDays + world.horizonMonths * world.calendar.daysPerMonth;
    this.extraShare = ownDealExtraShare;
    this.takes = free && takes;
    this.takingRisk = company.canSanctionStretching ? 1 - exp(-discoveryRate(world.governance)) : 0;
    if (beliefs !== undefined) {
      this.ordinaryMean = beliefs.baseline[COUNTER.bookingsUsd] / world.sales.reps;
      this.ordinaryVariance = beliefs.variance[COUNTER.bookingsUsd] / world.sales.reps;
    }
    if (beliefs === undefined) return;
    const { quotaUsdPerMonth, quotaRatchetShare } = world.sales;
    const forecastUsd = this.forecastFor(this.ordinaryMean, this.ordinaryVariance);
    if (quotaRatchetShare > 0) this.ratchetCost.fill(this.costOfQuota(quotaUsdPerMonth, forecastUsd));
    const month = { meanUsd: this.ordinaryMean, variance: this.ordinaryVariance, forecastUsd };
    if (free && lobbies && wouldLobby(company, month)) {
      this.lobbiedShare = world.sales.lobbyingShare;
      this.lobbyingHoursPerDay = world.sales.lobbyingHoursPerMonth / world.calendar.daysPerMonth;
    }
    if (free && pads && paddingWorth(company, month) > 0) this.paddedPerDay = world.sales.paddedPerDay;
    if (free && keepsDead) {
      const hourUsd = sellingHourUsd(company, month);
      this.reviewUsd = world.governance.coverageReviewHours * hourUsd;
      this.deadDealUsd = world.sales.deadDealHours * hourUsd + world.sales.deadDealUsd;
    }
    this.lineFactor = lineFactor(company, this.picks);
    const quotaUsd = (1 - this.lobbiedShare) * quotaUsdPerMonth;
    const ordinary = commissionCurve(repsPay.commissionTerms, quotaUsd, forecastUsd);
    if (ownDealExtraShare > 0) {
      const { readyOpportunityShare, winShare, dealMeanUsd, takingUsd } = world.sales;
      const worth = this.worthOfTaking(readyOpportunityShare * winShare * dealMeanUsd);
      const taken = this.takes && worth > 0 ? 1 - exp(-worth / Math.max(takingUsd, 1e-9)) : 0;
      const plain = Math.max(0, this.slopeOf(ordinary, this.ordinaryMean, this.ordinaryVariance));
      this.leadPerOwn = (plain + taken * ownDealExtraShare) / (plain + ownDealExtraShare);
    }
    if (!this.choosing) return;
    // Part of what effort books is entered as their own.
    const extra = this.extraShare * ownShareOf(beliefs) - this.paidBackShare();
    const slope =
      this.slopeOf(ordinary, this.ordinaryMean, this.ordinaryVariance) - this.ratchetCost[0] + extra;
    this.extraSlope = extra;
    let later = 0;
    const keep = 1 - company.reps.discountSharePerMonth;
    let worth = keep;
    for (let lag = 1; lag < beliefs.lags && lag <= company.reps.foresightMonths; lag++, worth *= keep)
      later += worth * beliefs.bookingsPerEffortUsd[lag];
    // Hours of selling make entries, which may be paid for.
    const { sellingHoursPerDay, activityHours } = world.sales;
    const entries = (sellingHoursPerDay * world.calendar.daysPerMonth) / activityHours;
    this.laterUsd = slope * later + (repsPay.commissionTerms.perActivityUsd ?? 0) * entries;
    this.usual = this.effortFor(slope * beliefs.bookingsPerEffortUsd[0]);
    if (ordinary.knots.length === 0) this.choosing = false;
  }

  /** The first day of a month: where the plan asks for it, every rep says what the month will bring; what a ratchet takes is known for the month. */
  beginMonth(state: RunState): void {
    const { company } = this;
    const { world, beliefs, repsPay } = company;
    if (beliefs === undefined) return;
    const asks = repsPay.commissionTerms.forecastMenu !== undefined;
    for (let rep = 0; rep < company.seats && asks; rep++) {
      this.lookAhead(state, rep, 0);
      // Nobody speaks for an empty chair.
      state.repForecast[rep] =
        state.capacity[rep] > 0 ? this.forecastFor(this.expected[0], this.expected[1]) : 0;
    }
    if (world.sales.quotaRatchetShare > 0)
      for (let rep = 0; rep < company.seats; rep++)
        this.ratchetCost[rep] = this.costOfQuota(state.repQuota[rep], state.repForecast[rep]);
  }

  /** Sets the effort of every rep for the days until the next decision. */
  decide(state: RunState, dayOfMonth: number): void {
    const { company } = this;
    if (!this.choosing) {
      state.effort.fill(this.usual);
      return;
    }
    const now = company.beliefs!.bookingsPerEffortUsd[0];
    for (let rep = 0; rep < company.seats; rep++) {
      this.lookAhead(state, rep, dayOfMonth);
      const slope =
        now === 0 ? 0 : this.slopeOf(state.repPay.curveOf(state, rep), this.expected[0], this.expected[1]);
      state.effort[rep] = this.effortFor(
        now === 0 ? 0 : (slope - this.ratchetCost[rep] + this.extraSlope) * now,
      );
    }
  }

  /**
   * The largest discount at which a rep would rather have a deal today than at its full price in an ordinary next month, as a share.
   *
   * @param chance that the deal is won when it is decided: the trouble of bringing it forward is had in any case
   */
  mostDiscount(state: RunState, rep: number, dealUsd: number, chance: number): number {
    const { reps } = this.company;
    const commission = state.repPay.curveOf(state, rep);
    return mostDiscountForClosingNow({
      now: commission,
      next: commission,
      costShare: this.ratchetCost[rep],
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
    const { world, warmUpDays, reps } = this.company;
    const { daysPerMonth } = world.calendar;
    const played = day - warmUpDays;
    const isLastMonth = played >= (world.horizonMonths - 1) * daysPerMonth;
    if (played < 0 || isLastMonth || daysPerMonth - (day % daysPerMonth) > world.sales.holdBackDays)
      return false;
    const commission = state.repPay.curveOf(state, rep);
    const worth = (mean: number, variance: number) =>
      this.worth(commission, mean + dealUsd, variance) -
      this.worth(commission, mean, variance) -
      this.ratchetCost[rep] * dealUsd;
    this.forecast(state, rep, day - (day % daysPerMonth) + daysPerMonth);
    const now = worth(this.expected[0], this.expected[1]);
    let drawer = 0;
    for (let o = state.heldHead[rep]; o >= 0; o = state.oppNext[o]) drawer += creditedUsd(state, o);
    const next = worth(this.ordinaryMean + drawer, this.ordinaryVariance);
    return (1 - reps.discountSharePerMonth) * (1 - world.sales.heldLossShare) * next > now;
  }

  /**
   * Whether a rep would rather propose twice the value, all or nothing, than the plain deal.
   *
   * Certainty equivalents of the month with and without the win, weighed by the chances: -(1/r) ln(p exp(-r CE won) + (1 - p) exp(-r CE lost)).
   *
   * @param chance that the plain deal is won
   */
  wouldGamble(state: RunState, rep: number, dealUsd: number, chance: number, day: number): boolean {
    const { world, reps } = this.company;
    const commission = state.repPay.curveOf(state, rep);
    this.lookAhead(state, rep, day % world.calendar.daysPerMonth);
    const [mean, variance] = this.expected;
    const gained = (won: number) =>
      this.worth(commission, mean + won, variance) -
      this.worth(commission, mean, variance) -
      this.ratchetCost[rep] * won;
    const r = reps.riskAversionPerUsd;
    const equivalent = (p: number, won: number) =>
      r > 0 ? -log(1 - p + p * exp(-r * gained(won))) / r : p * gained(won);
    const plain = equivalent(chance, dealUsd);
    return equivalent(chance * world.sales.gambleChanceShare, 2 * dealUsd) > plain + 1e-9 * Math.abs(plain);
  }

  /**
   * What it is worth to a rep to reject a good lead of marketing and enter it as found by themself, trouble and conscience left out: the extra commission on what it is expected
   * to bring, less what it costs if it comes to light.
   *
   * @param expectedUsd bookings to be expected from the lead
   */
  worthOfTaking(expectedUsd: number): number {
    return this.extraShare * expectedUsd - this.takingRisk * this.company.world.sales.takingPenaltyUsd;
  }

  /**
   * Whether the other product line is sold to a buyer who would take either.
   *
   * @param chance that the deal is won as one of the first line
   * @param likelier the same of the other
   * @param honestly for the company's margin, as everybody does who is not paid to do otherwise
   */
  prefersOther(
    state: RunState,
    rep: number,
    dealUsd: number,
    chance: number,
    likelier: number,
    day: number,
    honestly: boolean,
  ): boolean {
    const { world, repsPay } = this.company;
    const { otherValueTimes, otherMarginShare } = world.lines;
    const better = likelier * otherValueTimes * otherMarginShare > chance * world.customers.marginShare;
    if (honestly || !this.picks) return better;
    this.lookAhead(state, rep, day % world.calendar.daysPerMonth);
    const [mean, variance] = this.expected;
    const commission = state.repPay.curveOf(state, rep);
    const now = this.worth(commission, mean, variance);
    const gained = (credit: number) =>
      this.worth(commission, mean + credit, variance) - now - this.ratchetCost[rep] * credit;
    const credit = otherValueTimes * dealUsd * (repsPay.commissionTerms.otherLineCreditShare ?? 1);
    const first = chance * gained(dealUsd);
    const other = likelier * gained(credit);
    // Who gains by neither does what is better for the company.
    return first === other ? better : other > first;
  }

  /**
   * What it is worth to a rep to promise too much for a deal, trouble and conscience left out: the likelier win, less what is paid back when the customer leaves, as far ahead as they look.
   *
   * @param chance that the deal is won without
   */
  worthOfPromise(state: RunState, rep: number, dealUsd: number, chance: number, day: number): number {
    const { world } = this.company;
    const { promiseLiftShare, promiseChurnShare } = world.sales;
    const { churnShare } = world.customers;
    this.lookAhead(state, rep, day % world.calendar.daysPerMonth);
    const [mean, variance] = this.expected;
    const commission = state.repPay.curveOf(state, rep);
    const gained =
      this.worth(commission, mean + dealUsd, variance) -
      this.worth(commission, mean, variance) -
      this.ratchetCost[rep] * dealUsd;
    const lift = Math.min(1, chance * (1 + promiseLiftShare)) - chance;
    const leaves = (chance + lift) * Math.min(1, churnShare + promiseChurnShare) - chance * churnShare;
    return lift * gained - this.clawbackShare() * dealUsd * leaves;
  }

  /** What a seller who looks so far sees of a dollar of bookings whose customer leaves when the first contract ends, in dollars today. */
  private clawbackShare(): number {
    const { world, reps, repsPay } = this.company;
    const { contractMonths } = world.customers;
    const { rateShare, churnClawbackShare = 0 } = repsPay.commissionTerms;
    if (contractMonths > reps.foresightMonths) return 0;
    return pow(1 - reps.discountSharePerMonth, contractMonths) * churnClawbackShare * rateShare;
  }

  /** What is expected to be paid back of a dollar booked. */
  private paidBackShare(): number {
    return this.clawbackShare() * this.company.world.customers.churnShare;
  }

  /** Mean and variance of a rep's bookings at the month's end from what stands today, new work included, into `expected`. */
  private lookAhead(state: RunState, rep: number, dayOfMonth: number): void {
    const { sales, calendar } = this.company.world;
    const left = 1 - dayOfMonth / calendar.daysPerMonth;
    // Work that starts today is decided this month only if a deal's cycle still fits into it.
    const fresh = state.capacity[rep] * Math.max(0, left - sales.cycleDays / calendar.daysPerMonth);
    this.forecast(state, rep, state.day - dayOfMonth + calendar.daysPerMonth);
    this.expected[0] += fresh * this.ordinaryMean;
    this.expected[1] += fresh * this.ordinaryVariance;
  }

  /** Mean and variance of a rep's month: what is booked, and the open deals that are decided before it ends at their chance of winning. Into `expected`. */
  private forecast(state: RunState, rep: number, monthEnd: number): void {
    const { cycleDays } = this.company.world.sales;
    let mean = state.repBookings[rep];
    let variance = 0;
    for (let queue = 0; queue < 2; queue++) {
      for (let o = queue === 0 ? state.closeHead[rep] : state.workHead[rep]; o >= 0; o = state.oppNext[o]) {
        if (state.oppOpened[o] + cycleDays >= monthEnd) continue;
        const chance = winShareOf(state, o);
        const factor = (state.oppTraits[o] & TRAIT.decided) > 0 ? 1 : this.lineFactor;
        mean += chance * factor * creditedUsd(state, o);
        variance += chance * (1 - chance) * state.oppValue[o] * state.oppValue[o];
      }
    }
    this.expected[0] = mean;
    this.expected[1] = variance;
  }

  private worth(commission: PayoutCurve, meanUsd: number, variance: number): number {
    return certaintyEquivalent(
      commission,
      meanUsd,
      Math.sqrt(variance),
      this.company.reps.riskAversionPerUsd,
    );
  }

  private slopeOf(commission: PayoutCurve, meanUsd: number, variance: number): number {
    return certaintyEquivalentSlope(
      commission,
      meanUsd,
      Math.sqrt(variance),
      this.company.reps.riskAversionPerUsd,
    );
  }

  /** What a dollar booked takes, through quotas that follow it, from an ordinary month at this quota and all those after, in dollars today. */
  private costOfQuota(quotaUsd: number, forecastUsd: number): number {
    const { world, repsPay, reps } = this.company;
    const h = 1e-4 * quotaUsd;
    const worth = (quota: number) =>
      this.worth(
        commissionCurve(repsPay.commissionTerms, quota, forecastUsd),
        this.ordinaryMean,
        this.ordinaryVariance,
      );
    const rises = laterQuotas(
      world.sales.quotaRatchetShare,
      1 - reps.discountSharePerMonth,
      reps.foresightMonths,
    );
    return (rises * (worth(quotaUsd - h) - worth(quotaUsd + h))) / (2 * h);
  }

  /** What a rep forecasts who expects this, in dollars; quota where the plan does not ask. */
  private forecastFor(meanUsd: number, variance: number): number {
    const { world, repsPay, reps } = this.company;
    const menu = repsPay.commissionTerms.forecastMenu;
    if (menu === undefined) return world.sales.quotaUsdPerMonth;
    if (!(variance > 0)) return meanUsd;
    return Math.max(0, chooseForecast(menu, meanUsd, Math.sqrt(variance), reps.riskAversionPerUsd));
  }

  private effortFor(worthNowUsd: number): number {
    const { effortCostUsdPerMonth, effortMaxShare } = this.company.world.sales;
    const effort = 1 + (worthNowUsd + this.laterUsd) / effortCostUsdPerMonth;
    return Math.min(effortMaxShare, Math.max(LEAST_EFFORT, effort));
  }
}
