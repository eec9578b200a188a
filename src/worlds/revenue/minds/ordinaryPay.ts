import { pow } from '../../../core/numeric/elementary.ts';
import { certaintyEquivalentSlope } from '../../../plans/certaintyEquivalent.ts';
import { limited, limitedCurve, overPeriods, scaled, stretched } from '../../../plans/curveParts.ts';
import { expectedPayout, expectedPayoutSlope } from '../../../plans/expectedPayout.ts';
import { type PayoutCurve, payoutCurve } from '../../../plans/payoutCurve.ts';
import type { PayComponent } from '../../../plans/payroll.ts';
import { productCurve } from '../../../plans/productCurve.ts';
import { type Beliefs, covarianceOf, ratioDeviation } from '../contract/beliefs.ts';
import type { CompiledPay } from '../contract/company.ts';
import { COUNTER } from '../contract/counters.ts';
import type { PersonValues } from '../contract/world.ts';
import { bookingsConditions } from './bookingsConditions.ts';

const MONTHS_PER_YEAR = 12;

/**
 * Present value of a dollar of a component, part of which is paid later.
 *
 * @param keepShare discount factor of a month, times the chance to be there still
 */
export function paidShareOf(
  {
    deferredShare,
    deferralMonths,
    defersCommission,
  }: Pick<CompiledPay, 'deferredShare' | 'deferralMonths' | 'defersCommission'>,
  keepShare: number,
  { followsQuota, isFelt = false }: Pick<PayComponent, 'followsQuota' | 'isFelt'>,
): number {
  if (isFelt || deferralMonths === 0 || (defersCommission && !followsQuota)) return 1;
  return 1 - deferredShare * (1 - pow(keepShare, deferralMonths));
}

/** Expected factor of gates and multipliers in an ordinary period. */
export function factorOf({ gates, terms, months }: PayComponent, beliefs: Beliefs): number {
  let factor = 1;
  for (const gate of gates) {
    const { mean, sd } = momentsOf(gate, months, beliefs);
    const met = expectedPayout(payoutCurve(0, 0, [{ at: gate.level, jump: 1 }]), mean, sd);
    factor *= gate.sign > 0 ? met : 1 - met;
  }
  for (const { curve, ...slots } of terms?.factors ?? []) {
    const { mean, sd } = momentsOf(slots, months, beliefs);
    factor *= Math.max(0, expectedPayout(curve, mean, sd));
  }
  return factor;
}

/** Mean and deviation of a metric over an ordinary period. */
export function momentsOf(
  { numerator, denominator }: Pick<PayComponent, 'numerator' | 'denominator'>,
  months: number,
  beliefs: Beliefs,
): { readonly mean: number; readonly sd: number } {
  const { baseline, variance } = beliefs;
  if (denominator < 0)
    return { mean: months * baseline[numerator], sd: Math.sqrt(months * variance[numerator]) };
  const bottom = months * baseline[denominator];
  if (!(bottom > 0)) return { mean: 0, sd: 0 };
  const ratio = baseline[numerator] / baseline[denominator];
  const slots = { numerator, denominator, covariance: covarianceOf(beliefs, numerator, denominator) };
  return { mean: ratio, sd: ratioDeviation(beliefs, slots, ratio, bottom, months) };
}

/**
 * Certainty equivalent of one more unit of a metric whose growth is paid, around a steady level: what it adds
 * to this period's growth less what it takes, discounted, from the next one's.
 */
export function growthSlope(
  component: PayComponent,
  mean: number,
  sd: number,
  {
    riskAversionPerUsd,
    discountSharePerMonth,
  }: Pick<PersonValues, 'riskAversionPerUsd' | 'discountSharePerMonth'>,
): number {
  if (!(mean > 0)) return 0;
  const curve = limited(limitedCurve(component), 0, Infinity);
  // Growth is the ratio of two levels that vary alike.
  const slope = certaintyEquivalentSlope(curve, 0, (Math.SQRT2 * sd) / mean, riskAversionPerUsd) / mean;
  return slope * (1 - pow(1 - discountSharePerMonth, component.months));
}

/**
 * Certainty equivalent of one more unit of a counter in an ordinary period, through components that pay on it
 * as such, in dollars; bookings count through attainment of the quota too.
 *
 * @param pay of somebody who does not leave
 * @param components those of the pay that count
 * @param counter first slot
 */
export function marginalUsd(
  pay: CompiledPay,
  components: readonly PayComponent[],
  counter: number,
  beliefs: Beliefs,
  person: Pick<PersonValues, 'riskAversionPerUsd' | 'discountSharePerMonth'>,
): number {
  const { discountSharePerMonth } = person;
  let usd = 0;
  for (const component of components) {
    const { numerator, denominator, terms } = component;
    if (numerator !== counter || (denominator >= 0 && denominator !== COUNTER.quotaUsd)) continue;
    const months = usualMonths(component);
    const { mean, sd } = momentsOf(component, months, beliefs);
    const perUnit = denominator < 0 ? 1 : 1 / Math.max(1, months * beliefs.baseline[denominator]);
    const { rest, factorsAt } =
      counter === COUNTER.bookingsUsd && denominator < 0 && terms?.isGrowth !== true
        ? bookingsConditions(component, dealUsdOf(beliefs))
        : { rest: component, factorsAt: () => [] };
    const factors = factorsAt(months * beliefs.baseline[COUNTER.quotaUsd], months / component.months);
    const slope = usualSlope(component, mean, sd, person, factors);
    const paidShare = paidShareOf(pay, 1 - discountSharePerMonth, component);
    usd += paidShare * slope * perUnit * factorOf(rest, beliefs);
  }
  return usd;
}

/**
 * What is left of a dollar of variable pay under a cap on all of a year's, at an ordinary year: the slope of
 * its certainty equivalent. The components' pay is taken as normal and independent.
 *
 * @param people number who share what is paid to them together
 */
export function shareUnderCap(
  { cells, pooled }: CompiledPay,
  capUsdPerYear: number,
  people: number,
  beliefs: Beliefs,
  { riskAversionPerUsd }: Pick<PersonValues, 'riskAversionPerUsd'>,
): number {
  let mean = 0;
  let variance = 0;
  for (const component of [...cells, ...pooled]) {
    const share = pooled.includes(component) ? 1 / Math.max(1, people) : 1;
    const metric = momentsOf(component, component.months, beliefs);
    const curve = scaled(limitedCurve(component), share * factorOf(component, beliefs));
    const periods = MONTHS_PER_YEAR / component.months;
    mean += periods * expectedPayout(curve, metric.mean, metric.sd);
    const deviation = expectedPayoutSlope(curve, metric.mean, metric.sd) * metric.sd;
    variance += periods * deviation * deviation;
  }
  const capped = limited(payoutCurve(0, 1), -Infinity, capUsdPerYear);
  return certaintyEquivalentSlope(capped, mean, Math.sqrt(variance), riskAversionPerUsd);
}

/** Months over which an ordinary result is counted: year to date, the year is one period. */
export function usualMonths({ months, terms }: PayComponent): number {
  return terms?.isYearToDate === true ? MONTHS_PER_YEAR : months;
}

/**
 * Certainty equivalent of one more unit of a metric in an ordinary period, in dollars; with seasonal targets,
 * the mean over those of a year.
 *
 * @param mean of the metric over {@link usualMonths}, and its deviation
 * @param factors conditions on the same metric, as functions of it
 */
export function usualSlope(
  component: PayComponent,
  mean: number,
  sd: number,
  person: Pick<PersonValues, 'riskAversionPerUsd' | 'discountSharePerMonth'>,
  factors: readonly PayoutCurve[] = [],
): number {
  const { terms, denominator, months } = component;
  if (terms?.isGrowth === true) return growthSlope(component, mean, sd, person);
  const whole = limitedCurve(component);
  const periods = usualMonths(component) / months;
  const plain = denominator < 0 ? overPeriods(whole, periods) : scaled(whole, periods);
  const seasons = terms?.seasons ?? [];
  // Year to date, the year has the mean of its targets.
  const times =
    seasons.length === 0
      ? [1]
      : periods > 1
        ? [seasons.reduce((sum, season) => sum + season, 0) / seasons.length]
        : seasons;
  let slope = 0;
  for (const season of times) {
    const curve = productCurve(season === 1 ? plain : stretched(plain, season), factors);
    slope += certaintyEquivalentSlope(curve, mean, sd, person.riskAversionPerUsd) / times.length;
  }
  return slope;
}

/** Mean value of a deal, in dollars. */
export function dealUsdOf({ baseline }: Beliefs): number {
  const wins = baseline[COUNTER.wins];
  return wins > 0 ? baseline[COUNTER.bookingsUsd] / wins : 1;
}
