import { exp, log } from '../../../../core/numeric/elementary.ts';
import { normalQuantile } from '../../../../core/numeric/normal.ts';
import { type LuckKey, uniform } from '../../../../random/luck.ts';
import { leadsAtBaseline } from '../../contract/leadsAtBaseline.ts';
import { PURPOSE } from '../../contract/purposes.ts';
import type { RevenueWorld } from '../../contract/world.ts';

/** Working days of a week. */
const DAYS_PER_WEEK = 5;
const MONTHS_PER_YEAR = 12;

/**
 * Demand of each day, as a multiple of the channels' visits at baseline: a known rhythm times unknown luck.
 *
 * Formula: rhythm of the day x Z(day) x Z(week) x Z(month), where each Z is log-normal with mean 1 and its
 * own coefficient of variation, independent of the others. Given demand, visits and leads are Poisson, so
 * that a period's count has variance = mean + mean^2 x (squared variation of the period's demand).
 *
 * Luck is keyed by the day of play (days of the warm-up count backwards), so that the months of play have the
 * same demand after any warm-up.
 *
 * @example const demand = new Demand(world, days); demand.draw(luckKey('seed', 0)); demand.ofDay[0];
 */
export class Demand {
  /** [day], from the first day of the warm-up. */
  readonly ofDay: Float64Array;
  /** Whether demand is the same on every day. */
  readonly isEven: boolean;
  private readonly rhythm: Float64Array;
  private readonly sds: readonly { readonly sd: number; readonly days: number; readonly purpose: number }[];
  private readonly warmUpDays: number;

  constructor(world: RevenueWorld, days: number) {
    const { market, calendar } = world;
    this.warmUpDays = calendar.warmUpMonths * calendar.daysPerMonth;
    this.rhythm = rhythmOf(world, days);
    this.ofDay = Float64Array.from(this.rhythm);
    this.sds = [
      { sd: logSdOf(market.dayCv), days: 1, purpose: PURPOSE.dayDemand },
      { sd: logSdOf(market.weekCv), days: DAYS_PER_WEEK, purpose: PURPOSE.weekDemand },
      { sd: logSdOf(market.monthCv), days: calendar.daysPerMonth, purpose: PURPOSE.monthDemand },
    ].filter(({ sd }) => sd > 0);
    this.isEven = this.sds.length === 0 && this.rhythm.every((level) => level === 1);
  }

  /** Draws the demand of one replicate. */
  draw(luck: LuckKey): void {
    const { ofDay, rhythm, warmUpDays } = this;
    if (this.sds.length === 0) return;
    ofDay.set(rhythm);
    for (const { sd, days, purpose } of this.sds) {
      let last = Number.NaN;
      let level = 1;
      for (let day = 0; day < ofDay.length; day++) {
        const period = Math.floor((day - warmUpDays) / days);
        if (period !== last) level = exp(sd * normalQuantile(uniform(luck, period, purpose)) - 0.5 * sd * sd);
        last = period;
        ofDay[day] *= level;
      }
    }
  }
}

/** Standard deviation of the logarithm of a log-normal variate with a coefficient of variation. */
function logSdOf(cv: number): number {
  return Math.sqrt(log(1 + cv * cv));
}

/** Expected demand of each day: growth, season and weekday, or leads as they came by month. */
function rhythmOf(world: RevenueWorld, days: number): Float64Array {
  const { market, calendar, leadsByMonth } = world;
  const { daysPerMonth } = calendar;
  const warmUpDays = calendar.warmUpMonths * daysPerMonth;
  const perMonth = leadsAtBaseline(world);
  const growth = log(1 + market.growthSharePerYear);
  return Float64Array.from({ length: days }, (_, d) => {
    const day = d - warmUpDays;
    const weekday = (((day % DAYS_PER_WEEK) + DAYS_PER_WEEK) % DAYS_PER_WEEK) / (DAYS_PER_WEEK - 1);
    const ofWeekday = 1 + market.weekdayShare * (1 - 2 * weekday);
    if (leadsByMonth !== undefined) {
      const month = Math.min(leadsByMonth.length - 1, Math.max(0, Math.floor(day / daysPerMonth)));
      return (ofWeekday * leadsByMonth[month]) / perMonth;
    }
    const month = day / daysPerMonth;
    const season = 1 + market.seasonShare * seasonAt(month + 0.5 - market.seasonPeakMonth);
    return ofWeekday * season * exp((growth * month) / MONTHS_PER_YEAR);
  });
}

/** A yearly season from 1 at its peak in a straight line to -1 half a year later, and back; mean 0. */
function seasonAt(monthsFromPeak: number): number {
  const years = monthsFromPeak / MONTHS_PER_YEAR;
  return 4 * Math.abs(years - Math.floor(years) - 0.5) - 1;
}

/** A world without rhythm: what people who know an ordinary month expect. Given months count on average. */
export function withoutRhythm(world: RevenueWorld): RevenueWorld {
  const { leadsByMonth, market } = world;
  const level =
    leadsByMonth === undefined
      ? undefined
      : leadsByMonth.reduce((sum, n) => sum + n, 0) / leadsByMonth.length;
  return {
    ...world,
    market: { ...market, growthSharePerYear: 0, seasonShare: 0, weekdayShare: 0 },
    ...(level === undefined ? {} : { leadsByMonth: [level] }),
  };
}
