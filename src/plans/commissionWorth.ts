import { pow } from '../core/numeric/elementary.ts';
import { MONTHS_IN } from '../model/plan.ts';
import { type Lattice, latticesOfMonths, momentsOf } from './compoundLattice.ts';
import { crossingsOf, curveThroughFunction, meanAround, scaled, shifted } from './curveParts.ts';
import { discreteEquivalent } from './discreteEquivalent.ts';
import { type PayoutCurve, payoutAt, payoutCurve, sumOfCurves } from './payoutCurve.ts';
import { gridPoints, WorthGrid } from './worthGrid.ts';
import type { BookingsWorth, PayState, WorthSetting } from './worthSetting.ts';

const MONTHS_PER_YEAR = 12;
const NOTHING = payoutCurve(0, 0);
/** Largest balance on the grid, in draws. */
const MOST_DRAWS = 24;
/** Most kinks of the worth of a month, besides those of the commission. */
const PLACES = 24;
/** Most rounds of a stationary draw, and change of value at which it is settled, in dollars. */
const ROUNDS = 400;
const SETTLED = 1e-9;

/**
 * Worth of a month's bookings under pay with memory: what they earn, and what they change in later
 * periods, by backward induction over ordinary periods.
 *
 * State after a pay day: bookings of the year (year to date), commission earned this year (where a cap or
 * a catch-up depends on it), balance of the draw. Its value is the certainty equivalent over the bookings of
 * the next period, discounted, times the chance still to be there. A leaver is paid in proportion for an
 * unfinished period, which counts like a stayer's pay for it, unless leavers forfeit it.
 *
 * Worth is measured without the balance itself: a draw then costs (1 - k) B', where k is the share of a
 * dollar owed that is paid back a month later in expectation. Without discount, exit and forgiveness k is 1,
 * and a draw changes nothing.
 */
export class CommissionWorth implements BookingsWorth {
  private readonly setting: WorthSetting;
  private readonly length: number;
  private readonly isToDate: boolean;
  /** Pay days of a cycle: those of a year where something counts for the year, else one. */
  private readonly days: number;
  /** Bookings of 0, 1, ... months up to a period. */
  private readonly lattices: readonly Lattice[];
  /** Value after each pay day of a cycle. */
  private readonly grid: WorthGrid;
  /** Discount times the chance to stay; share of a dollar owed that is paid back a month later. */
  private readonly stay: number;
  /** Share of commission that is paid at once, and present value of a dollar of it. */
  private readonly payable: number;
  private readonly present: number;
  /** Discount of a month within a period, times the chance to stay where leavers forfeit it. */
  private readonly wait: number;
  private readonly repaid: number;
  private readonly curves = new Map<number, PayoutCurve>();

  constructor(setting: WorthSetting) {
    const { terms, month, keepShare, leaveShare } = setting;
    const { period, measured, draw, capUsdPerYear } = terms;
    this.setting = setting;
    this.length = MONTHS_IN[period];
    this.isToDate = measured === 'yearToDate' && this.length < MONTHS_PER_YEAR;
    this.days = this.isToDate || capUsdPerYear !== undefined ? MONTHS_PER_YEAR / this.length : 1;
    this.payable = setting.payableShare ?? 1;
    this.present = setting.presentShare ?? 1;
    this.stay = keepShare * (1 - leaveShare);
    this.wait = setting.leaversForfeit ? this.stay : keepShare;
    this.repaid = this.stay + (draw?.owedOnLeaving === true ? keepShare * leaveShare : 0);
    this.lattices = latticesOfMonths(month, this.length);
    this.grid = this.makeGrid();
    this.settleCycles();
  }

  get months(): number {
    return this.days * this.length;
  }

  /** Certainty equivalent of an ordinary month's commission: a cycle's value over its months, in dollars. */
  get perMonthUsd(): number {
    const seen = Math.min(1, this.setting.foresightMonths / this.length);
    return (seen * this.grid.at(0, 0, 0, 0)) / this.months;
  }

  /** Present value of what is recovered of a balance, in dollars. */
  recoveryOf(balanceUsd: number): number {
    const costUsd = this.grid.at(0, balanceUsd, 0, 0) - this.grid.at(0, 0, 0, 0);
    return Math.max(0, balanceUsd - costUsd);
  }

  /** What a month's bookings are worth to a seller in a state, in dollars as a curve. */
  worthAt(now: PayState): PayoutCurve {
    const { month, bookedUsd } = now;
    const left = this.length - 1 - (month % this.length);
    if (left >= this.setting.foresightMonths) return NOTHING;
    const day = Math.floor((month % this.months) / this.length);
    const months = this.isToDate ? month + left + 1 : this.length;
    const quota = now.quotaUsd + (1 + left) * now.quotaOfMonthUsd;
    const earned = this.days > 1 ? now.earnedUsd : 0;
    const pay = this.payCurve(quota, months / this.length, bookedUsd, earned);
    const rest = this.restAt(day, 0, 0, 0);
    const later = (x: number, around = 0) => {
      const total = this.totalAt(months, bookedUsd + x, around);
      const paid = meanAround(pay, x, around);
      return this.later(day, bookedUsd + x, total, earned, paid, now.balanceUsd) - rest;
    };
    if (left === 0) {
      const continuation = curveThroughFunction((x) => later(x), this.places(pay), [...pay.knots]);
      const worth = scaled(pay, this.present);
      return continuation.slopeSum + continuation.jumpSum === 0 ? worth : sumOfCurves([worth, continuation]);
    }
    const weight = pow(this.wait, left);
    const { step, probability } = this.lattices[left];
    const outcomes = new Float64Array(probability.length);
    const expected = (x: number) => {
      for (let k = 0; k < outcomes.length; k++) {
        const total = x + k * step;
        const around = this.around(k, step);
        outcomes[k] = weight * (this.present * meanAround(pay, total, around) + later(total, around));
      }
      return discreteEquivalent(probability, (k) => outcomes[k], this.setting.riskAversionPerUsd);
    };
    return curveThroughFunction(expected, this.places());
  }

  /** State at the start of a month of the year after ordinary months. */
  usualState(month: number): PayState {
    const { quotaUsd } = this.setting;
    const { mean } = momentsOf(this.setting.month);
    const since = this.isToDate ? month : month % this.length;
    const paidMonths = month - (month % this.length);
    const window = this.isToDate ? paidMonths : this.length;
    const paid =
      paidMonths === 0 ? 0 : (paidMonths / window) * payoutAt(this.curveOver(window), window * mean);
    return {
      month,
      bookedUsd: since * mean,
      quotaUsd: since * quotaUsd,
      quotaOfMonthUsd: quotaUsd,
      earnedUsd: Math.min(paid, this.setting.terms.capUsdPerYear ?? Infinity),
      balanceUsd: 0,
      levelBeforeUsd: NaN,
    };
  }

  /** Commission on the bookings of some months at the usual quota. */
  private curveOver(months: number): PayoutCurve {
    const known = this.curves.get(months);
    if (known !== undefined) return known;
    const { terms, quotaUsd } = this.setting;
    const curve = terms.curveAt(months * quotaUsd, months / this.length);
    this.curves.set(months, curve);
    return curve;
  }

  /** What the next pay day pays as a function of what is added to the bookings so far. */
  private payCurve(quotaUsd: number, periods: number, bookedUsd: number, earnedUsd: number): PayoutCurve {
    const { terms } = this.setting;
    const whole = shifted(terms.curveAt(quotaUsd, periods), bookedUsd);
    const paid = this.isToDate ? earnedUsd : 0;
    const most = (terms.capUsdPerYear ?? Infinity) - earnedUsd;
    if (paid === 0 && most === Infinity) return whole;
    const of = (x: number) => Math.max(0, Math.min(payoutAt(whole, x) - paid, most));
    const crossings = [paid, paid + most].flatMap((usd) => crossingsOf(whole, usd));
    const last = Math.max(0, ...whole.knots, ...crossings);
    const beyond = last + this.setting.month.step * this.setting.month.probability.length;
    return curveThroughFunction(of, [...whole.knots, ...crossings, beyond], [...whole.knots]);
  }

  private makeGrid(): WorthGrid {
    const { terms, month } = this.setting;
    const { draw, capUsdPerYear } = terms;
    const { mean, sd } = momentsOf(month);
    const window = this.isToDate ? MONTHS_PER_YEAR : this.length;
    const mostBooked = window * mean + 5 * sd * Math.sqrt(window);
    const booked = this.isToDate ? Math.ceil(mostBooked / month.step) + 1 : 1;
    const mostEarned = this.isToDate
      ? this.mostOverpaid(mostBooked)
      : Math.min(
          (payoutAt(this.curveOver(window), mostBooked) * MONTHS_PER_YEAR) / window,
          capUsdPerYear ?? 0,
        );
    const isDrawn = draw?.recoverable === true && !this.isAlwaysRepaid();
    const { earned, balance } = gridPoints(booked > 1, mostEarned > 0, isDrawn);
    const mostDrawn = isDrawn ? MOST_DRAWS * draw.usdPerPeriod : 0;
    return new WorthGrid(this.days + 1, {
      balance: { points: balance, step: mostDrawn > 0 ? mostDrawn / (balance - 1) : 1 },
      earned: { points: earned, step: earned > 1 ? mostEarned / (earned - 1) : 1 },
      booked: { points: booked, step: month.step },
    });
  }

  /** Whether a draw is sure to be earned back in full, so that it costs nothing. */
  private isAlwaysRepaid(): boolean {
    const { step, probability } = this.lattices[this.length];
    if (this.repaid < 1) return false;
    let mean = 0;
    for (let k = 0; k < probability.length; k++) mean += probability[k] * this.totalAt(this.length, k * step);
    return this.payable * mean > (this.setting.terms.draw?.usdPerPeriod ?? 0);
  }

  /** Largest shortfall of a running total from what an earlier one paid, in dollars. */
  private mostOverpaid(mostBookedUsd: number): number {
    let most = 0;
    for (let months = 2 * this.length; months <= MONTHS_PER_YEAR; months += this.length)
      for (let x = 0; x <= mostBookedUsd; x += this.setting.month.step) {
        const before = this.totalAt(months - this.length, x);
        most = Math.max(most, before - this.totalAt(MONTHS_PER_YEAR, x));
      }
    return most < SETTLED ? 0 : most;
  }

  /** Width of the amounts that a point of a lattice stands for. */
  private around(k: number, step: number): number {
    return k > 0 && this.setting.month.isSmooth === true ? step : 0;
  }

  /** What the running total of some months earns, in dollars. */
  private totalAt(months: number, bookedUsd: number, around = 0): number {
    if (months === 0) return 0;
    return Math.min(
      meanAround(this.curveOver(months), bookedUsd, around),
      this.setting.terms.capUsdPerYear ?? Infinity,
    );
  }

  private settleCycles(): void {
    const { balance, booked, earned } = this.grid.axes;
    const more = +(booked.points > 1) + +(earned.points > 1);
    const rounds = balance.points === 1 ? 1 : [ROUNDS, 3, 2][more];
    for (let round = 0; round < rounds; round++) {
      for (let day = this.days - 1; day >= 0; day--) this.stepBack(day);
      // The next cycle starts with nothing booked or earned.
      if (balance.points === 1 || this.grid.closeCycle(this.days) < SETTLED) return;
    }
  }

  /** Values after a pay day from those after the next. */
  private stepBack(day: number): void {
    const { grid, length, isToDate } = this;
    const { riskAversionPerUsd, terms } = this.setting;
    const { step, probability } = this.lattices[length];
    const outcomes = new Float64Array(probability.length);
    const months = isToDate ? (day + 1) * length : length;
    const cap = terms.capUsdPerYear ?? Infinity;
    const weight = pow(this.wait, length - 1);
    const stride = Math.round(step / grid.axes.booked.step);
    const totalsWith = (around: number) =>
      Float64Array.from({ length: grid.axes.booked.points + stride * probability.length }, (_, place) =>
        this.totalAt(months, place * grid.axes.booked.step, around),
      );
    const [exact, totals] = [totalsWith(0), totalsWith(this.around(1, step))];
    grid.fill(day, (balanceUsd, onGridUsd, bookedUsd, place) => {
      const earned = isToDate ? this.totalAt(day * length, bookedUsd) + onGridUsd : onGridUsd;
      for (let k = 0; k < probability.length; k++) {
        const total = (k === 0 ? exact : totals)[place + k * stride];
        const usd = total - (isToDate ? earned : 0);
        const paid = Math.max(0, Math.min(usd, cap - earned));
        const rest = this.later(day, bookedUsd + k * step, total, earned, paid, balanceUsd);
        outcomes[k] = weight * (this.present * paid + rest);
      }
      return discreteEquivalent(probability, (k) => outcomes[k], riskAversionPerUsd);
    });
  }

  /**
   * Value after the next pay day, without the balance itself.
   *
   * @param totalUsd what the bookings so far earn
   */
  private later(
    day: number,
    bookedUsd: number,
    totalUsd: number,
    earnedUsd: number,
    paidUsd: number,
    balanceUsd: number,
  ): number {
    const { draw } = this.setting.terms;
    const isYearEnd = day + 1 === this.days;
    const earned = isYearEnd || this.days === 1 ? 0 : earnedUsd + paidUsd;
    const booked = isYearEnd || !this.isToDate ? 0 : bookedUsd;
    const overpaid = earned - (this.isToDate && !isYearEnd ? totalUsd : 0);
    if (draw === undefined) return this.restAt(day, 0, overpaid, booked);
    const payableUsd = this.payable * paidUsd;
    const advance = Math.max(0, draw.usdPerPeriod - payableUsd);
    if (!draw.recoverable) return advance + this.restAt(day, 0, overpaid, booked);
    const recovered = Math.min(balanceUsd, Math.max(0, payableUsd - draw.usdPerPeriod));
    const balance = balanceUsd + advance - recovered;
    return (1 - this.repaid) * balance + this.restAt(day, balance, overpaid, booked);
  }

  /** Discounted value of what follows a pay day, for somebody who stays. */
  private restAt(day: number, balanceUsd: number, earnedUsd: number, bookedUsd: number): number {
    return this.stay * this.grid.at(day + 1, balanceUsd, earnedUsd, bookedUsd);
  }

  /** Places at which the worth of a month's bookings may bend. */
  private places(pay?: PayoutCurve): number[] {
    const { step, probability } = this.setting.month;
    const stride = (step * probability.length) / PLACES;
    const grid = Array.from({ length: PLACES + 2 }, (_, i) => i * stride);
    return [...grid, ...(pay?.knots ?? [])];
  }
}
