import { pow } from '../../../../core/numeric/elementary.ts';
import type { Problem } from '../../../../people/solver/problem.ts';
import { stretched } from '../../../../plans/curveParts.ts';
import { isInForce, isLasting, type PayComponent } from '../../../../plans/payroll.ts';
import type { Planner } from '../../contract/company.ts';
import { COUNTER } from '../../contract/counters.ts';
import type { PlannerView } from '../../contract/mind.ts';
import { paidShareOf } from '../ordinaryPay.ts';
import type { PlannerForecast } from './forecast.ts';
import { PayInTime } from './payInTime.ts';
import { ReportedBooks } from './reportedBooks.ts';

const MONTHS_PER_YEAR = 12;

/** Writes a planner's pay ahead into the decision problem: forecasts, curves, gates and weights. */
export class PayAhead {
  private readonly planner: Planner;
  private readonly problem: Problem;
  private readonly forecast: PlannerForecast;
  private readonly inTime: readonly PayInTime[];
  private readonly books = new ReportedBooks();
  /** Present value of a dollar of each component after deferral. */
  private readonly paidShare: readonly number[];

  constructor(planner: Planner, problem: Problem, forecast: PlannerForecast) {
    this.planner = planner;
    this.problem = problem;
    this.forecast = forecast;
    const { valued, rating } = planner.pay;
    this.inTime = valued.map((component) => new PayInTime(component, planner.values, planner.teamWorth));
    valued.forEach((component, j) => {
      if (isPromised(component)) problem.keptShare[j] = rating?.keptShare ?? 1;
    });
    const keepShare = 1 - planner.values.discountSharePerMonth;
    this.paidShare = valued.map((component) => paidShareOf(planner.pay, keepShare, component));
  }

  /** Every component and its gates at its next pay day. */
  atNextPayDay(view: PlannerView, month: number, left: number): void {
    const { problem, planner, forecast } = this;
    const { foresightMonths, discountSharePerMonth, presentBiasShare } = planner.values;
    forecast.placeKnots(view.units);
    planner.pay.valued.forEach((component, j) => {
      const { months, terms } = component;
      const end = month + months - 1 - (month % months);
      const later = end - month;
      const isPayable = left + later <= foresightMonths && isInForce(component, end);
      problem.payScale[j] = isPayable
        ? this.paidShare[j] * discountAfter(later, discountSharePerMonth, presentBiasShare)
        : 0;
      const start = end - (end % (terms?.isYearToDate === true ? MONTHS_PER_YEAR : months));
      const from = Math.max(start, view.hiredMonth);
      const period = { month, from, left, later };
      const row = problem.componentRow[j];
      this.forEachRow(j, (r) => forecast.accrue(view, r, period));
      const joiners = terms?.joiners;
      if (joiners === 'nextPeriod' && from > start) problem.payScale[j] = 0;
      const counted = joiners === 'whole' ? start : from;
      const periods = (end - counted + 1) / months;
      const { commissionOfYearUsd: earnedUsd, drawBalanceUsd: balanceUsd } = view;
      const day = { month: end, from, periods, earnedUsd, balanceUsd };
      const inTime = this.inTime[j];
      problem.componentCurve[j] = inTime.isPlain
        ? inTime.plain(day.periods)
        : inTime.at(day, this.books.of(view, end, month), forecast.usual(row, months));
      this.scaleGates(j, component, day.periods);
      this.relateGates(j, left + later, end - from + 1);
    });
  }

  /** Every component in ordinary periods, which are all alike. */
  inOrdinaryPeriods(): void {
    const { problem, planner, forecast } = this;
    forecast.placeKnots();
    planner.pay.valued.forEach((component, j) => {
      const { months } = component;
      const { usualMonths } = this.inTime[j];
      const usual = (this.paidShare[j] * meanDiscount(months, planner.values)) / usualMonths;
      // A special bonus that ends is no part of ordinary months.
      problem.payScale[j] = isLasting(component) ? usual : 0;
      this.forEachRow(j, (r) => forecast.fillRow(r, usualMonths));
      const ordinary = forecast.usual(problem.componentRow[j], months);
      problem.componentCurve[j] = this.inTime[j].usual(ordinary);
      this.scaleGates(j, component, usualMonths / months);
      this.relateGates(j, usualMonths, usualMonths);
    });
  }

  /** The row that a component pays on, and those of its gates and multipliers. */
  private forEachRow(j: number, take: (row: number) => void): void {
    const { componentRow, gateRow, gateComponent } = this.problem;
    take(componentRow[j]);
    for (let g = 0; g < gateRow.length; g++) if (gateComponent[g] === j) take(gateRow[g]);
  }

  /** How the metrics of gates and multipliers move with the component's own. */
  private relateGates(j: number, openMonths: number, window: number): void {
    const { componentRow, gateRow, gateComponent, gateShare } = this.problem;
    for (let g = 0; g < gateRow.length; g++)
      if (gateComponent[g] === j)
        gateShare[g] = this.forecast.regression(componentRow[j], gateRow[g], openMonths, window);
  }

  /** Levels of gates and multipliers on counts, for a window of some periods. */
  private scaleGates(j: number, { gates, terms, months }: PayComponent, periods: number): void {
    const { problem } = this;
    let g = problem.gateComponent.indexOf(j);
    if (g < 0) return;
    const held = terms?.isAgainstYear === true ? MONTHS_PER_YEAR / months : periods;
    for (const { level, denominator } of gates)
      problem.gateLevel[g++] = denominator < 0 ? level * held : level;
    for (const { curve, denominator } of terms?.factors ?? [])
      problem.gateCurve[g++] = denominator < 0 ? stretched(curve, held) : curve;
  }
}

/**
 * Present value of a dollar paid at the end of a period, averaged over the months of the period. In months
 * from which the payment lies beyond the person's foresight it is 0.
 */
function meanDiscount(
  months: number,
  { foresightMonths, discountSharePerMonth, presentBiasShare }: Planner['values'],
): number {
  let sum = 0;
  for (let later = 0; later < months && later < foresightMonths; later++)
    sum += discountAfter(later, discountSharePerMonth, presentBiasShare);
  return sum / months;
}

/** Present value of a dollar paid some months from now, with present bias (quasi-hyperbolic discounting). */
function discountAfter(months: number, discountSharePerMonth: number, presentBiasShare: number): number {
  return (months > 0 ? presentBiasShare : 1) * pow(1 - discountSharePerMonth, months);
}

/** Whether a component is a mere promise: it pays on a rating, which no court can verify. */
function isPromised({ numerator }: PayComponent): boolean {
  return numerator === COUNTER.ratingSum;
}
