import { pow } from '../../../../core/numeric/elementary.ts';
import { certaintyEquivalent } from '../../../../plans/certaintyEquivalent.ts';
import {
  curveThroughFunction,
  limited,
  overPeriods,
  scaled,
  shifted,
  stretched,
} from '../../../../plans/curveParts.ts';
import { type PayoutCurve, payoutAt, payoutCurve } from '../../../../plans/payoutCurve.ts';
import {
  heldMonths,
  meanSeason,
  type PayBooks,
  type PayComponent,
  paidBefore,
} from '../../../../plans/payroll.ts';
import type { TeamWorth } from '../../contract/teamWorth.ts';
import type { Forecast } from './forecast.ts';

/** How a person values pay that is uncertain and later. */
export interface PayTastes {
  readonly riskAversionPerUsd: number;
  readonly discountSharePerMonth: number;
}

/** A pay day of a component: the month whose end it is, and the window that it pays for. */
export interface NextPayDay {
  /** Month of play, 0-based. */
  readonly month: number;
  /** First month of the window, and its length in pay periods for somebody who joined within it. */
  readonly from: number;
  readonly periods: number;
  /** Commission of the year so far, and draw to be earned back, in dollars. */
  readonly earnedUsd: number;
  readonly balanceUsd: number;
}

const MONTHS_PER_YEAR = 12;
const NOTHING = payoutCurve(0, 0);
/** Places of a curve that stands for a function, and how far they reach, in standard deviations. */
const PLACES = 48;
const REACH = 6;

/** Places around a usual level: a value with gates takes time for every kink of the curve. */
function fewPlaces(mean: number, sd: number, top: number): number[] {
  const steps = [-3, -2, -1.3, -0.7, 0, 0.7, 1.3, 2, 3];
  return [0, ...steps.map((z) => mean + z * sd).filter((x) => x > 0), top];
}

/** Last month of the pay period that a month belongs to. */
function lastOfPeriod(month: number, months: number): number {
  return month - (month % months) + months - 1;
}

/**
 * What a component pays as a function of its metric at the next pay day, where that depends on time: seasons,
 * year to date, growth, and periods that are not whole. It counts what the result changes at later pay days,
 * over ordinary periods at the habit:
 *
 * year to date, V(x) = pay(x) + d CE[total of the year at x + rest] - d total(x); growth, V(x) = P(x/b - 1) +
 * d CE[P(Y/x - 1)], P at least 0, with the next level Y; d is the discount until then.
 */
export class PayInTime {
  private readonly component: PayComponent;
  private readonly tastes: PayTastes;
  /** The curve of one period within its floor and cap. */
  private readonly whole: PayoutCurve;
  /** Worth of a commission whose terms carry over from one pay day to the next. */
  private readonly carried: TeamWorth | undefined;
  /** Whether a result counts for its own period only, and every period alike. */
  readonly isPlain: boolean;

  constructor(component: PayComponent, tastes: PayTastes, carried?: TeamWorth) {
    const { curve, terms } = component;
    this.component = component;
    this.tastes = tastes;
    this.carried = component.followsQuota ? carried : undefined;
    const { floorUsd = -Infinity, capUsd = Infinity, isGrowth = false } = terms ?? {};
    // Growth counts as a ratio of levels; where it is negative it pays nothing.
    this.whole = isGrowth
      ? limited(shifted(curve, -1), Math.max(0, floorUsd), capUsd)
      : limited(curve, floorUsd, capUsd);
    this.isPlain =
      this.carried === undefined &&
      (terms === undefined || (!terms.isYearToDate && !terms.isGrowth && terms.seasons.length === 0));
  }

  /** Months over which an ordinary result is counted. */
  get usualMonths(): number {
    return this.component.terms?.isYearToDate === true ? MONTHS_PER_YEAR : this.component.months;
  }

  /** Pay of an ordinary window, as a function of the metric over {@link usualMonths}. */
  usual(ordinary: Forecast): PayoutCurve {
    const { terms, months } = this.component;
    if (this.isPlain) return this.whole;
    if (this.carried !== undefined) return this.carried.usual();
    if (terms!.isGrowth) return this.growthOn(ordinary.mean, ordinary);
    if (!terms!.isYearToDate) return this.whole;
    return this.over(MONTHS_PER_YEAR / months, 1);
  }

  /** Pay of some periods, where every period is alike. */
  plain(periods: number): PayoutCurve {
    return this.over(periods, 1);
  }

  /**
   * Pay at a pay day as a function of the metric over its window, where it depends on time.
   *
   * @param books results so far, of the person
   * @param ordinary the metric over an ordinary period
   */
  at(day: NextPayDay, books: PayBooks, ordinary: Forecast): PayoutCurve {
    const { terms, months } = this.component;
    if (this.carried !== undefined)
      return this.carried.at(
        lastOfPeriod(day.month, months) % MONTHS_PER_YEAR,
        day.earnedUsd,
        day.balanceUsd,
      );
    if (terms!.isGrowth) {
      const isKnown = heldMonths(books, months, months) === months;
      const base = isKnown ? books.valueOf(this.component, months, months) : terms!.growthFrom;
      return this.growthOn(base, ordinary);
    }
    const now = this.over(day.periods, this.seasonOf(day));
    if (!terms!.isYearToDate) return now;
    const paid = paidBefore(this.component, books);
    const inYear = (day.month % MONTHS_PER_YEAR) + 1;
    const left = (MONTHS_PER_YEAR - inYear) / months;
    const due = limited(now, paid, Infinity);
    if (left === 0) return due;
    return this.withRestOfYear(day, due, left, ordinary);
  }

  /** The curve of some periods with a season's target. */
  private over(window: number, season: number): PayoutCurve {
    const { terms, months, denominator } = this.component;
    const ofYear = terms?.isAgainstYear === true && denominator < 0;
    const periods = ofYear ? MONTHS_PER_YEAR / months : window;
    if (periods === 1 && season === 1) return this.whole;
    const isRatio = denominator >= 0;
    const curve = isRatio ? scaled(this.whole, periods) : overPeriods(this.whole, periods);
    return stretched(curve, season);
  }

  private seasonOf({ month, from }: NextPayDay): number {
    return meanSeason(this.component.terms!, this.component.months, from, month);
  }

  private withRestOfYear(day: NextPayDay, due: PayoutCurve, left: number, ordinary: Forecast): PayoutCurve {
    const { months, denominator } = this.component;
    const { riskAversionPerUsd, discountSharePerMonth } = this.tastes;
    const all = day.periods + left;
    const year = this.over(all, this.seasonOf({ ...day, month: day.month + left * months }));
    const weight = pow(1 - discountSharePerMonth, left * months);
    // Of a ratio, the rest of the year counts in proportion to its length.
    const isRatio = denominator >= 0;
    const own = isRatio ? day.periods / all : 1;
    const mean = isRatio ? (left / all) * ordinary.mean : left * ordinary.mean;
    const sd = isRatio ? (Math.sqrt(left) / all) * ordinary.sd : Math.sqrt(left) * ordinary.sd;
    const worth = (x: number) => {
      const paid = payoutAt(due, x);
      const later = certaintyEquivalent(year, own * x + mean, sd, riskAversionPerUsd);
      return paid + weight * Math.max(0, later - paid);
    };
    return this.sampled(worth, due, day.periods, ordinary);
  }

  /** Pay on growth over a level, and what this period's level takes from the next one's growth. */
  private growthOn(base: number, ordinary: Forecast): PayoutCurve {
    const { riskAversionPerUsd, discountSharePerMonth } = this.tastes;
    const weight = pow(1 - discountSharePerMonth, this.component.months);
    const now = base > 0 ? stretched(this.whole, base) : NOTHING;
    // Where nothing comes of it in an ordinary period, there is nothing to grow on.
    if (!(ordinary.mean > 0)) return now;
    const least = ordinary.mean / 100;
    const worth = (x: number) => {
      const level = Math.max(least, x);
      const next = certaintyEquivalent(
        this.whole,
        ordinary.mean / level,
        ordinary.sd / level,
        riskAversionPerUsd,
      );
      return payoutAt(now, x) + weight * next;
    };
    return this.sampled(worth, now, 1, ordinary);
  }

  /** Where a window's metric usually lies. */
  private usualLevel(periods: number, mean: number): number {
    return this.component.denominator >= 0 ? mean : periods * mean;
  }

  private sampled(
    of: (x: number) => number,
    kinked: PayoutCurve,
    periods: number,
    { mean, sd }: Forecast,
  ): PayoutCurve {
    const isRatio = this.component.denominator >= 0;
    const most = (isRatio ? 1 : periods) * mean + REACH * Math.sqrt(periods) * sd;
    const top = Math.max(2 * (isRatio ? 1 : periods) * mean, most);
    const grid =
      this.component.gates.length === 0
        ? Array.from({ length: PLACES + 1 }, (_, i) => (top * i) / PLACES)
        : fewPlaces(this.usualLevel(periods, mean), Math.sqrt(periods) * sd, top);
    const kinks = [...kinked.knots].filter((knot) => knot >= 0);
    return curveThroughFunction(of, [...grid, ...kinks], kinks);
  }
}
