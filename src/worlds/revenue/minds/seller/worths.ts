import { MONTHS_IN, type Period } from '../../../../model/plan.ts';
import { CommissionWorth } from '../../../../plans/commissionWorth.ts';
import { monthLattice } from '../../../../plans/compoundLattice.ts';
import { limited, limitedCurve, overPeriods, scaled, stretched } from '../../../../plans/curveParts.ts';
import { GrowthWorth } from '../../../../plans/growthWorth.ts';
import { type PayoutCurve, sumOfCurves } from '../../../../plans/payoutCurve.ts';
import { isAlways, isInForce, type PayComponent } from '../../../../plans/payroll.ts';
import { productCurve } from '../../../../plans/productCurve.ts';
import type { BookingsPay, BookingsWorth, PayState } from '../../../../plans/worthSetting.ts';
import type { Company, SellerGroup } from '../../contract/company.ts';
import { bookingsConditions } from '../bookingsConditions.ts';
import { dealUsdOf, factorOf, paidShareOf } from '../ordinaryPay.ts';
import { onBookings, stayShareOf } from './otherPay.ts';

/** Points of a month's bookings on a lattice. */
const MONTH_POINTS = 48;
/** Step between the quotas for which worth is worked out, as a share of the plan's. */
const QUOTA_STEP = 0.1;
const MOST_REMEMBERED = 1000;

/** Worth of pay by setting, since groups and runs share it. */
const remembered = new Map<string, BookingsWorth>();

/** Credited bookings of an ordinary month: mean in dollars, and variance. */
interface Ordinary {
  readonly meanUsd: number;
  readonly variance: number;
}

/** Pay on own bookings by one component. */
interface Part extends BookingsPay {
  readonly key: string;
  readonly component: PayComponent;
  /** Dollars as a function of growth, for pay on growth. */
  readonly growth?: PayoutCurve;
  /** Dollars of bookings for a unit of the metric. */
  readonly usdPerUnit?: number;
  /** Present value of a dollar of it. */
  readonly paidShare: number;
  /** Index of the season whose target it has, and its share of the periods; absent if all are alike. */
  readonly season?: number;
  readonly seasonShare: number;
}

/**
 * What a seller's bookings are worth under pay that looks beyond a month: commission by the quarter or year,
 * year to date, with a draw or a yearly cap, and bonuses on own results.
 */
export class SellerWorths {
  private readonly company: Company;
  private readonly group: SellerGroup;
  private readonly ordinary: Ordinary;
  private readonly parts: readonly Part[];
  /** Parts that are always in force. */
  private readonly lasting: readonly Part[];

  constructor(company: Company, group: SellerGroup, ordinary: Ordinary) {
    this.company = company;
    this.group = group;
    this.ordinary = ordinary;
    this.parts = group.pay.cells.flatMap((component) => this.partOf(component));
    this.lasting = this.parts.filter(({ component }) => isAlways(component));
  }

  /** Worth of the bookings of a month of play, in dollars as a curve. */
  worthAt(quotaUsd: number, month: number, payStateOf: (component: PayComponent) => PayState): PayoutCurve {
    const parts = this.parts.filter(
      ({ component, season }) =>
        isInForce(component, month) && (season === undefined || season === seasonAt(component, month)),
    );
    const curves = parts.map((part) => {
      const worth = this.worthOf(part, this.roundQuota(quotaUsd), this.ordinary);
      return scaled(worth.worthAt(withLevel(part, payStateOf(part.component), quotaUsd)), outside(part));
    });
    return curves.length === 1 ? curves[0] : sumOfCurves(curves);
  }

  /** Worth of an ordinary month's bookings: the mean over the months of a year. */
  usualAt(quotaUsd: number): PayoutCurve {
    const curves = this.lasting.flatMap((part) => {
      const worth = this.worthOf(part, this.roundQuota(quotaUsd), this.ordinary);
      return Array.from({ length: worth.months }, (_, month) =>
        scaled(worth.worthAt(worth.usualState(month)), (part.seasonShare * outside(part)) / worth.months),
      );
    });
    return curves.length === 1 ? curves[0] : sumOfCurves(curves);
  }

  /** Certainty equivalent of an ordinary month's pay on bookings, in dollars. */
  perMonthUsd(quotaUsd: number): number {
    const quota = this.roundQuota(quotaUsd);
    return this.lasting.reduce(
      (sum, part) =>
        sum + part.seasonShare * outside(part) * this.worthOf(part, quota, this.ordinary).perMonthUsd,
      0,
    );
  }

  /** How much of the balance of a draw is expected to be earned back, in present dollars. */
  recoveryOf(quotaUsd: number, balanceUsd: number): number {
    const quota = this.roundQuota(quotaUsd);
    const drawn = this.parts.find(({ draw }) => draw !== undefined);
    return drawn === undefined ? 0 : this.worthOf(drawn, quota, this.ordinary).recoveryOf(balanceUsd);
  }

  /**
   * Certainty equivalent of a dollar more in every month, from two ordinary months around it. Where these are
   * ordinary months of other levels, what they are worth is known or needed there too.
   */
  marginalUsd(quotaUsd: number, below: Ordinary, above: Ordinary): number {
    const at = (month: Ordinary) =>
      this.lasting.reduce(
        (sum, part) =>
          sum + part.seasonShare * outside(part) * this.worthOf(part, quotaUsd, month).perMonthUsd,
        0,
      );
    return above.meanUsd > below.meanUsd ? (at(above) - at(below)) / (above.meanUsd - below.meanUsd) : 0;
  }

  private partOf(component: PayComponent): Part[] {
    const { terms } = this.group;
    const { months, followsQuota } = component;
    const period = (Object.keys(MONTHS_IN) as Period[]).find((each) => MONTHS_IN[each] === months)!;
    const measured = component.terms?.isYearToDate === true ? 'yearToDate' : 'period';
    const dealUsd = dealUsdOf(this.company.beliefs!);
    const isGrowth = component.terms?.isGrowth === true;
    // Conditions on the same bookings bend the curve; growth has a level of its own.
    const { rest, factorsAt } =
      component.scope === 'own' && !isGrowth
        ? bookingsConditions(component, dealUsd)
        : { rest: component, factorsAt: () => [] };
    const factor = factorOf(rest, this.company.beliefs!);
    const ofYear = component.terms?.isAgainstYear === true;
    // A cap on the total is on the one part that there is.
    const { capUsdPerYear: mostInAll = Infinity } = this.group.written;
    const most = Math.min(mostInAll, (followsQuota ? terms.capUsdPerYear : undefined) ?? Infinity);
    const capUsdPerYear = most === Infinity ? undefined : most;
    const all = (periods: number) => (ofYear ? 12 / months : periods);
    const keepShare = (1 - this.group.values.discountSharePerMonth) * stayShareOf(this.company);
    const paidShare = paidShareOf(this.group.pay, keepShare, component);
    if (followsQuota) {
      const { draw } = terms;
      const curveAt = (quotaUsd: number, periods: number) => {
        const quota = (quotaUsd * all(periods)) / periods;
        const curve = scaled(component.commissionAt!(quota, all(periods)), factor);
        return productCurve(curve, factorsAt(quota, all(periods)));
      };
      const key = JSON.stringify([terms, factor, capUsdPerYear, this.group.written, dealUsd]);
      return [{ key, component, period, measured, draw, capUsdPerYear, curveAt, paidShare, seasonShare: 1 }];
    }
    const unit = onBookings(component);
    if (unit === undefined) return [];
    const curve = scaled(limitedCurve(component), factor);
    const isAgainstYear = ofYear && unit !== 'quota';
    const seasons = isAgainstYear ? [] : (component.terms?.seasons ?? []);
    const curveWith = (season: number) => (quotaUsd: number, periods: number) => {
      const perUsd = unit === 'quota' ? periods / quotaUsd : unit === 'deal' ? 1 / dealUsd : 1;
      const held = isAgainstYear ? 12 / months : periods;
      const most = rest === component ? Infinity : held * (component.terms?.capUsd ?? Infinity);
      const whole = overPeriods(curve, held, perUsd);
      return productCurve(season === 1 ? whole : stretched(whole, season), factorsAt(quotaUsd, held), most);
    };
    // Year to date, the periods so far have the mean of their targets.
    const curveToDate = (quotaUsd: number, periods: number) =>
      curveWith(meanOf(seasons.slice(0, Math.ceil(periods))))(quotaUsd, periods);
    const growth = isGrowth ? limited(curve, 0, Infinity) : undefined;
    const usdPerUnit = unit === 'deal' ? dealUsd : unit === 'usd' ? 1 : undefined;
    const conditions = rest === component ? [] : [component.gates, component.terms?.factors];
    const shared = { component, period, measured, capUsdPerYear, growth, usdPerUnit, paidShare } as const;
    const keyOf = (season: unknown) =>
      JSON.stringify([
        unit,
        dealUsd,
        months,
        isAgainstYear,
        isGrowth,
        curve,
        capUsdPerYear,
        conditions,
        season,
      ]);
    if (seasons.length === 0) return [{ ...shared, key: keyOf(1), curveAt: curveWith(1), seasonShare: 1 }];
    if (measured === 'yearToDate')
      return [{ ...shared, key: keyOf(seasons), curveAt: curveToDate, seasonShare: 1 }];
    return seasons.map((times, season) => ({
      ...shared,
      key: keyOf(times),
      curveAt: curveWith(times),
      season,
      seasonShare: 1 / seasons.length,
    }));
  }

  /** Beside a draw, deferral counts within the worth of a commission; else it scales it. */
  private deferredOf(part: Part) {
    if (part.draw === undefined) return {};
    return { payableShare: 1 - this.group.pay.deferredShare, presentShare: part.paidShare };
  }

  private worthOf(part: Part, quotaUsd: number, { meanUsd, variance }: Ordinary): BookingsWorth {
    const { discountSharePerMonth, riskAversionPerUsd, foresightMonths } = this.group.values;
    const leaveShare = 1 - stayShareOf(this.company);
    const leaversForfeit = this.group.written.eligibility?.leavers === 'forfeit';
    const { dealCv } = this.company.products;
    const key = JSON.stringify([
      part.key,
      part.period,
      part.measured,
      quotaUsd,
      meanUsd,
      variance,
      dealCv,
      discountSharePerMonth,
      leaveShare,
      riskAversionPerUsd,
      foresightMonths,
      leaversForfeit,
    ]);
    const known = remembered.get(key);
    if (known !== undefined) return known;
    const keepShare = 1 - discountSharePerMonth;
    const tastes = { leaveShare, leaversForfeit, riskAversionPerUsd, foresightMonths, keepShare };
    const month = monthLattice(Math.max(1, meanUsd), variance, dealCv, MONTH_POINTS);
    const { growth, component } = part;
    const worth =
      growth === undefined
        ? new CommissionWorth({ terms: part, quotaUsd, month, ...this.deferredOf(part), ...tastes })
        : new GrowthWorth({ length: component.months, curve: growth, month, ...tastes });
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(key, worth);
    return worth;
  }

  /** The nearest quota for which worth is worked out. */
  private roundQuota(quotaUsd: number): number {
    const step = QUOTA_STEP * this.company.world.sales.quotaUsdPerMonth;
    return step > 0 ? Math.max(1, Math.round(quotaUsd / step)) * step : quotaUsd;
  }
}

/** Index of the season of a month of play. */
function seasonAt({ months, terms }: PayComponent, month: number): number {
  const { length } = terms!.seasons;
  return ((Math.floor(month / months) % length) + length) % length;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** Present value of a dollar of a part's worth, as far as it does not count it. */
function outside({ draw, paidShare }: Part): number {
  return draw === undefined ? paidShare : 1;
}

/** A state with a level to grow on: that which the plan names, if there is none before. */
function withLevel({ growth, usdPerUnit, component }: Part, now: PayState, quotaUsd: number): PayState {
  if (growth === undefined || !Number.isNaN(now.levelBeforeUsd)) return now;
  const perUnit = usdPerUnit ?? component.months * quotaUsd;
  return { ...now, levelBeforeUsd: perUnit * component.terms!.growthFrom };
}
