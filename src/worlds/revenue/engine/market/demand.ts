import { exp, log } from '../../../../core/numeric/elementary.ts';
import { normalQuantile } from '../../../../core/numeric/normal.ts';
import { logNormalFrom, logNormalParameters } from '../../../../random/distributions.ts';
import { type LuckKey, uniform } from '../../../../random/luck.ts';
import { DAYS_PER_WEEK } from '../../contract/labels.ts';
import { leadsAtBaseline } from '../../contract/leadsAtBaseline.ts';
import { PURPOSE } from '../../contract/purposes.ts';
import type { RevenueWorld } from '../../contract/world.ts';

const MONTHS_PER_YEAR = 12;

/** A random factor of demand that is constant over periods of some days; log-normal. */
interface Factor {
  readonly logMean: number;
  readonly logSd: number;
  readonly days: number;
  readonly purpose: number;
}

/**
 * Demand of each day, as a multiple of the channels' visits at baseline: an expected level times random
 * factors.
 *
 * Formula: expected level of the day x Z(day) x Z(week) x Z(month), where each Z is log-normal with mean 1
 * and its own coefficient of variation, independent of the others. Given demand, visits and leads are
 * Poisson, so that a period's count has variance = mean + mean^2 x (squared variation of the period's
 * demand).
 *
 * Draws are keyed by the day of play (negative in the warm-up), so demand in the months of play does not
 * depend on the length of the warm-up.
 *
 * @example const demand = new Demand(world, days); demand.draw(luckKey('seed', 0)); demand.ofDay[0];
 */
export class Demand {
  /** [day], from the first day of the warm-up. */
  readonly ofDay: Float64Array;
  /** Whether demand is the same on every day. */
  readonly isEven: boolean;
  private readonly expected: Float64Array;
  private readonly factors: readonly Factor[];
  private readonly warmUpDays: number;

  constructor(world: RevenueWorld, days: number) {
    const { market, calendar } = world;
    this.warmUpDays = calendar.warmUpMonths * calendar.daysPerMonth;
    this.expected = expectedLevels(world, days);
    this.ofDay = Float64Array.from(this.expected);
    this.factors = [
      { cv: market.dayCv, days: 1, purpose: PURPOSE.dayDemand },
      { cv: market.weekCv, days: DAYS_PER_WEEK, purpose: PURPOSE.weekDemand },
      { cv: market.monthCv, days: calendar.daysPerMonth, purpose: PURPOSE.monthDemand },
    ]
      .filter(({ cv }) => cv > 0)
      .map(({ cv, days: each, purpose }) => ({ ...logNormalParameters(1, cv), days: each, purpose }));
    this.isEven = this.factors.length === 0 && this.expected.every((level) => level === 1);
  }

  /** Draws the demand of one replicate. */
  draw(luck: LuckKey): void {
    const { ofDay, expected, warmUpDays } = this;
    ofDay.set(expected);
    for (const { logMean, logSd, days, purpose } of this.factors) {
      let last = Number.NaN;
      let level = 1;
      for (let day = 0; day < ofDay.length; day++) {
        const period = Math.floor((day - warmUpDays) / days);
        if (period !== last)
          level = logNormalFrom(normalQuantile(uniform(luck, period, purpose)), logMean, logSd);
        last = period;
        ofDay[day] *= level;
      }
    }
  }
}

/**
 * Expected demand of each day, relative to the baseline: trend, season and weekday, or the leads given by
 * month.
 */
function expectedLevels(world: RevenueWorld, days: number): Float64Array {
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

/** Triangular yearly wave: 1 at its peak, -1 half a year later; mean 0. */
function seasonAt(monthsFromPeak: number): number {
  const years = monthsFromPeak / MONTHS_PER_YEAR;
  return 4 * Math.abs(years - Math.floor(years) - 0.5) - 1;
}

/**
 * A world without trend and seasonality, which people do not anticipate. Leads given by month are replaced by
 * their mean.
 */
export function withoutRhythm(world: RevenueWorld): RevenueWorld {
  const { leadsByMonth, market } = world;
  const level =
    leadsByMonth === undefined
      ? undefined
      : leadsByMonth.reduce((sum, n) => sum + n, 0) / leadsByMonth.length;
  return {
    ...world,
    market: { ...market, growthSharePerYear: 0, seasonShare: 0, weekdayShare: 0 },
    buyers: { ...world.buyers, quarterEndShare: 0 },
    ...(level === undefined ? {} : { leadsByMonth: [level] }),
  };
}
