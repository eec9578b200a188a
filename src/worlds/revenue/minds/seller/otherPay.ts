import { pow } from '../../../../core/numeric/elementary.ts';
import { limitedCurve } from '../../../../plans/curveParts.ts';
import { expectedPayout } from '../../../../plans/expectedPayout.ts';
import { isAlways, isInForce, type PayComponent } from '../../../../plans/payroll.ts';
import type { Beliefs } from '../../contract/beliefs.ts';
import type { Company, SellerGroup } from '../../contract/company.ts';
import { COUNTER } from '../../contract/counters.ts';
import { type BookingsUnit, bookingsUnit } from '../bookingsConditions.ts';
import { factorOf, momentsOf, paidShareOf, usualMonths, usualSlope } from '../ordinaryPay.ts';

/**
 * Sellers' pay other than on their own bookings: components on other results, and special bonuses, which have
 * a start or an end.
 */
export class OtherPay {
  private readonly company: Company;
  private readonly group: SellerGroup;
  /** All components but those that come of rates beside the commission. */
  private readonly written: readonly PayComponent[];
  /** Those that are not always in force. */
  readonly special: readonly PayComponent[];

  constructor(company: Company, group: SellerGroup) {
    this.company = company;
    this.group = group;
    this.written = [...group.pay.cells, ...group.pay.pooled].filter(({ isShorthand }) => !isShorthand);
    this.special = this.written.filter((component) => !isAlways(component));
  }

  /**
   * Value of a unit of effort in an ordinary month through components that are always in force, in
   * dollars.
   */
  usdPerEffort(): number {
    return this.others.reduce((sum, each) => sum + this.perEffortUsd(each), 0);
  }

  /** Expected pay of these components in an ordinary month, in dollars. */
  usdPerMonth(): number {
    const beliefs = this.company.beliefs!;
    const { reps } = this.company.world.sales;
    return this.others.reduce((sum, component) => {
      const share = { own: 1 / reps, pool: this.group.count / reps, team: 1 }[component.scope];
      const { mean, sd } = responseOf(component, component.months, beliefs, share);
      const paid = expectedPayout(limitedCurve(component), mean, sd);
      return sum + (paid * factorOf(component, beliefs)) / component.months;
    }, 0);
  }

  /**
   * Value of a unit of effort in a month of play through special bonuses, in dollars: as far as its results
   * come while they are in force. Own bookings of the month itself are in `SellerWorths`.
   */
  specialUsdPerEffort(month: number): number {
    let usd = 0;
    for (const component of this.special) {
      const isBooked = onBookings(component) !== undefined;
      usd += this.perEffortUsd(component) * this.shareInForce(component, month, isBooked ? 1 : 0);
    }
    return usd;
  }

  /** Discounted share of what effort of a month brings, from some months later on, while pay is in force. */
  private shareInForce(component: PayComponent, month: number, firstLag: number): number {
    const { bookingsPerEffortUsd, lags } = this.company.beliefs!;
    const { discountSharePerMonth, foresightMonths } = this.group.values;
    let all = 0;
    let counted = 0;
    for (let lag = 0; lag < lags; lag++) {
      all += bookingsPerEffortUsd[lag];
      if (lag < firstLag || lag > foresightMonths || !isInForce(component, month + lag)) continue;
      counted += bookingsPerEffortUsd[lag] * pow(1 - discountSharePerMonth, lag);
    }
    return all > 0 ? counted / all : 0;
  }

  /**
   * What components pay for one more unit of a counter, in dollars: those in force in a month of play, or
   * those that always are.
   */
  perUnitUsd(counter: number, month?: number): number {
    let usd = 0;
    for (const component of this.written) {
      if (component.numerator !== counter || component.denominator >= 0) continue;
      if (month === undefined ? !isAlways(component) : !isInForce(component, month)) continue;
      usd += this.slopeOf(component).slope;
    }
    return usd;
  }

  private perEffortUsd(component: PayComponent): number {
    const { slope, perEffort } = this.slopeOf(component);
    return (
      slope *
      perEffort *
      Math.min(1, this.group.values.foresightMonths / component.months) *
      this.eligibleShare(component)
    );
  }

  /** Chance to be there on the pay day of a month's results, on average, where leavers forfeit them. */
  private eligibleShare({ months }: PayComponent): number {
    if (this.group.written.eligibility?.leavers !== 'forfeit') return 1;
    const stay = stayShareOf(this.company);
    let sum = 0;
    for (let left = 0; left < months; left++) sum += pow(stay, left);
    return sum / months;
  }

  /** Certainty equivalent of one more unit of a metric in an ordinary period, and what effort adds to it. */
  private slopeOf(component: PayComponent) {
    const beliefs = this.company.beliefs!;
    const { count } = this.group;
    const { reps } = this.company.world.sales;
    const share = { own: 1 / reps, pool: count / reps, team: 1 }[component.scope];
    const months = usualMonths(component);
    const { mean, sd, perEffort } = responseOf(component, months, beliefs, share);
    const slope = usualSlope(component, mean, sd, this.group.values);
    const keepShare = (1 - this.group.values.discountSharePerMonth) * stayShareOf(this.company);
    const paidShare = paidShareOf(this.group.pay, keepShare, component);
    return { slope: paidShare * slope * factorOf(component, beliefs), perEffort };
  }

  /** Components that effort moves other than through own bookings, deals found by oneself and entries. */
  private get others(): PayComponent[] {
    return this.written.filter(
      (component) =>
        isAlways(component) &&
        onBookings(component) === undefined &&
        component.numerator !== COUNTER.ownBookingsUsd &&
        component.numerator !== COUNTER.activities,
    );
  }
}

/** Chance that a seller stays for another month. */
export function stayShareOf({ world }: Company): number {
  return pow(1 - world.sales.turnoverSharePerYear, 1 / 12);
}

/** How a component's metric follows from own bookings; undefined if it does not. */
export function onBookings(component: PayComponent): BookingsUnit | undefined {
  return component.scope === 'own' ? bookingsUnit(component) : undefined;
}

/** A metric over an ordinary period, and what a month of one rep's effort adds to it per unit. */
function responseOf(component: PayComponent, months: number, beliefs: Beliefs, share: number) {
  const { numerator, denominator } = component;
  const { mean, sd } = momentsOf(component, months, beliefs);
  const top = beliefs.perEffort[numerator];
  if (denominator < 0) return { mean: share * mean, sd: Math.sqrt(share) * sd, perEffort: top };
  const bottom = share * months * beliefs.baseline[denominator];
  const change = bottom > 0 ? (top - mean * beliefs.perEffort[denominator]) / bottom : 0;
  return { mean, sd: sd / Math.sqrt(share), perEffort: change };
}
