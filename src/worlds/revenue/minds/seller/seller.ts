import { exp, pow } from '../../../../core/numeric/elementary.ts';
import { chooseForecast } from '../../../../people/chooseForecast.ts';
import type { Mind } from '../../../../people/mind.ts';
import { commissionCurve } from '../../../../plans/commissionCurve.ts';
import { type DealOutlook, dealOutlook } from '../../../../plans/dealOutlook.ts';
import type { PayoutCurve } from '../../../../plans/payoutCurve.ts';
import type { Company, SellerGroup } from '../../contract/company.ts';
import { COUNTER } from '../../contract/counters.ts';
import { discoveryRate } from '../../contract/discoveryRate.ts';
import type { Expectation, Floor, OrdinaryMonth, SellerHooks, SellerView } from '../../contract/game.ts';
import type { DecisionDay, SellerDesk } from '../../contract/mind.ts';
import { slotOf } from '../../contract/slots.ts';
import type { RevenueWorld } from '../../contract/world.ts';
import { creditFactors, laterQuotas, lineFactor, ownShareOf } from './ordinaryMonth.ts';
import { OtherPay } from './otherPay.ts';
import { SellerWorths } from './worths.ts';

/** Minimum effort, as a multiple of the baseline: supplied under any plan. */
const LEAST_EFFORT = 0.2;
/** Step of the central difference in quota, as a share of the quota. */
const STEP = 1e-4;
/** The same where pay looks beyond the month: worth is worked out for quotas some steps apart. */
const WIDE_STEP = 0.1;

/**
 * Decision model of a group of sellers: how hard to work, and what to forecast. Their games use it to value
 * options.
 *
 * Effort solves, every week, max over e of sum_lag slope_lag x bookings_lag (e - 1) - cost/2 (e - 1)^2. Here
 * bookings_lag is the believed gain in bookings per unit of effort, that many months later. slope_lag is the
 * marginal certainty equivalent of pay per dollar booked then, discounted, within the seller's foresight: of
 * commission and extra pay for own deals, less expected clawback and the ratchet cost. Pay per log entry is
 * added to the sum.
 *
 * This month's slope is taken at the month's forecast: bookings so far, plus the open deals decided before it
 * ends, at their win chance. Later months are ordinary ones. Linear commission has a constant slope, so
 * nothing is solved weekly.
 */
export class SellerMind implements Mind<SellerDesk, DecisionDay>, SellerView {
  readonly ordinary: OrdinaryMonth;
  private readonly outlook: DealOutlook;
  private readonly firstDay: number;
  readonly lastDay: number;
  readonly stretchingRisk: number;
  readonly clawbackShare: number;
  readonly sellingHourUsd: number;
  /** Hooks of the group's games; empty without beliefs, or if the policy fixes levels or forbids games. */
  readonly hooks: readonly SellerHooks[] = [];
  /** Pay for an opportunity from marketing's leads, relative to a self-sourced one. */
  readonly leadPerOwn: number = 1;
  private readonly company: Company;
  private readonly group: SellerGroup;
  private readonly isChoosing: boolean = false;
  /** Marginal value of effort through later months and through paid log entries, in dollars. */
  private readonly laterUsd: number = 0;
  /** Value of a dollar of bookings besides commission: extra for own deals, less expected clawback. */
  private readonly extraSlope: number = 0;
  /** Effort when nothing is solved weekly. */
  private readonly usual: number;
  private readonly lineFactor: number = 1;
  /** Credit for a dollar booked, on average. */
  private creditShare = 1;
  /** Worth of pay that looks beyond the month; undefined if none does. */
  readonly worths: SellerWorths | undefined;
  private readonly otherPay: OtherPay | undefined;
  /** Later pay lost per dollar booked now, as quotas rise; 0 if quotas are fixed: [seat]. */
  private readonly ratchetCost: Float64Array;
  private readonly expected: Expectation = { sureUsd: 0, meanUsd: 0, variance: 0 };

  constructor(company: Company, group: SellerGroup) {
    const { world, beliefs, policy } = company;
    const { reps, quotaUsdPerMonth, quotaRatchetShare } = world.sales;
    this.company = company;
    this.group = group;
    this.usual = policy.sellerEffort ?? 1;
    this.ratchetCost = new Float64Array(company.seats);
    this.firstDay = company.warmUpDays;
    this.lastDay = company.warmUpDays + world.horizonMonths * world.calendar.daysPerMonth;
    this.stretchingRisk = company.canSanctionStretching ? 1 - exp(-discoveryRate(world.governance)) : 0;
    const credit = creditFactors(company, group.terms);
    const meanUsd = (credit.mean * (beliefs?.baseline[COUNTER.bookingsUsd] ?? 0)) / reps;
    const variance = (credit.square * (beliefs?.variance[COUNTER.bookingsUsd] ?? 0)) / reps;
    if (beliefs !== undefined && group.hasAccount) {
      this.worths = new SellerWorths(company, group, { meanUsd, variance });
      this.otherPay = new OtherPay(company, group);
    }
    this.outlook = dealOutlook(world.sales.dealCv);
    this.ordinary = { sureUsd: 0, meanUsd, variance, forecastUsd: this.forecastFor(meanUsd, variance) };
    this.clawbackShare = this.clawback();
    this.sellingHourUsd = this.hourUsd();
    if (beliefs === undefined) return;
    if (quotaRatchetShare > 0)
      this.ratchetCost.fill(this.costOfQuota(quotaUsdPerMonth, this.ordinary.forecastUsd));
    const isFree = policy.levels === undefined && policy.sellersHonest !== true;
    if (isFree) this.hooks = group.games.map((game) => game.begin(this));
    this.lineFactor = lineFactor(
      company,
      group.terms.otherLineCreditShare ?? 1,
      this.sum('choosesLines') > 0,
    );
    const usualPay = this.commissionAt((1 - this.sum('quotaOffShare')) * quotaUsdPerMonth);
    this.leadPerOwn = this.leadAgainstOwn(usualPay);
    if (policy.sellerEffort !== undefined || !(world.sales.effortCostUsdPerMonth > 0)) return;
    this.extraSlope =
      this.ownDealUsd() * ownShareOf(beliefs) - this.clawbackShare * world.customers.churnShare;
    const plain = this.worths?.marginalUsd(quotaUsdPerMonth) ?? this.slope(usualPay, this.ordinary);
    const slope = plain - this.ratchetCost[0] + this.extraSlope;
    this.creditShare = credit.mean;
    this.laterUsd = this.laterWorth(slope) + (this.otherPay?.usdPerEffort() ?? 0);
    this.usual = this.effortFor(slope * credit.mean * beliefs.bookingsPerEffortUsd[0]);
    this.isChoosing = usualPay.knots.length > 0 || (this.otherPay?.special.length ?? 0) > 0;
  }

  get choosing(): boolean {
    return this.isChoosing;
  }

  get world(): RevenueWorld {
    return this.company.world;
  }

  get person() {
    return this.group.values;
  }

  get terms() {
    return this.group.terms;
  }

  startTenure(): void {}

  monthEnds(): void {}

  /** Every seller's forecast of the month, if the plan asks for one, and ratchet cost for the month. */
  monthBegins({ floor, chairs, quotaUsd, forecastUsd }: SellerDesk): void {
    if (this.company.beliefs === undefined) return;
    for (const seat of chairs) {
      if (this.terms.forecastMenu !== undefined) {
        const { meanUsd, variance } = this.lookAhead(floor, seat);
        // A vacant position has no forecast.
        forecastUsd[seat] = floor.isFilled(seat) ? this.forecastFor(meanUsd, variance) : 0;
      }
      if (this.world.sales.quotaRatchetShare > 0)
        this.ratchetCost[seat] = this.costOfQuota(quotaUsd[seat], forecastUsd[seat]);
    }
  }

  /** Sets every seller's effort until the next decision. */
  decide({ floor, chairs, effort }: SellerDesk): void {
    const now = this.creditShare * (this.company.beliefs?.bookingsPerEffortUsd[0] ?? 0);
    const special = this.isChoosing ? (this.otherPay?.specialUsdPerEffort(this.monthOf(floor.day)) ?? 0) : 0;
    for (const seat of chairs) {
      if (!this.isChoosing) {
        effort[seat] = this.usual;
        continue;
      }
      const expected = this.lookAhead(floor, seat);
      const slope = now === 0 ? 0 : this.slope(floor.commission(seat), expected);
      const usd = now === 0 ? 0 : (slope - this.ratchetCost[seat] + this.extraSlope) * now;
      effort[seat] = this.effortFor(usd + special);
    }
  }

  otherLineUsd(day: number): number {
    return this.otherPay?.perUnitUsd(COUNTER.otherLineBookingsUsd, this.monthOf(day)) ?? 0;
  }

  ownDealUsd(day?: number): number {
    const month = day === undefined ? undefined : this.monthOf(day);
    return (
      (this.terms.ownDealExtraShare ?? 0) + (this.otherPay?.perUnitUsd(COUNTER.ownBookingsUsd, month) ?? 0)
    );
  }

  get entryUsd(): number {
    return (this.terms.perActivityUsd ?? 0) + (this.otherPay?.perUnitUsd(COUNTER.activities) ?? 0);
  }

  /** Month of play of a day of the run, 0-based. */
  private monthOf(day: number): number {
    return Math.floor((day - this.firstDay) / this.world.calendar.daysPerMonth);
  }

  slot(counter: string): number {
    return slotOf(this.company.slots, counter);
  }

  commissionAt(quotaUsd: number): PayoutCurve {
    return this.worths?.usualAt(quotaUsd) ?? commissionCurve(this.terms, quotaUsd, this.ordinary.forecastUsd);
  }

  quotaCostShare(seat: number): number {
    return this.ratchetCost[seat];
  }

  worth(commission: PayoutCurve, expected: Readonly<Expectation>, moreUsd = 0): number {
    const { sureUsd, meanUsd, variance } = expected;
    const { riskAversionPerUsd } = this.person;
    return this.outlook.worth(commission, sureUsd + moreUsd, meanUsd - sureUsd, variance, riskAversionPerUsd);
  }

  slope(commission: PayoutCurve, { sureUsd, meanUsd, variance }: Readonly<Expectation>): number {
    const { riskAversionPerUsd } = this.person;
    return this.outlook.slope(commission, sureUsd, meanUsd - sureUsd, variance, riskAversionPerUsd);
  }

  lookAhead(floor: Floor, seat: number): Expectation {
    const { sales, calendar } = this.world;
    const { daysPerMonth } = calendar;
    const dayOfMonth = floor.day % daysPerMonth;
    const left = 1 - dayOfMonth / daysPerMonth;
    // Work that starts today is decided this month only if a deal's cycle still fits into it.
    const fresh = floor.capacityShare(seat) * Math.max(0, left - sales.cycleDays / daysPerMonth);
    const { expected } = this;
    floor.bookingsUntil(seat, floor.day - dayOfMonth + daysPerMonth, this.lineFactor, expected);
    expected.meanUsd += fresh * this.ordinary.meanUsd;
    expected.variance += fresh * this.ordinary.variance;
    return expected;
  }

  expectUntil(floor: Floor, seat: number, day: number): Expectation {
    floor.bookingsUntil(seat, day, this.lineFactor, this.expected);
    return this.expected;
  }

  /** Discounted clawback per dollar booked, if the customer churns; 0 beyond the seller's foresight. */
  private clawback(): number {
    const { contractMonths } = this.world.customers;
    const { rateShare = 0, churnClawbackShare = 0 } = this.terms;
    if (contractMonths > this.person.foresightMonths) return 0;
    return pow(1 - this.person.discountSharePerMonth, contractMonths) * churnClawbackShare * rateShare;
  }

  /** Value of an hour of selling, in dollars: bookings at marginal commission, plus paid log entries. */
  private hourUsd(): number {
    const { sales, calendar } = this.world;
    const { meanUsd } = this.ordinary;
    const hours = sales.sellingHoursPerDay * calendar.daysPerMonth;
    const slope = this.slope(this.commissionAt(sales.quotaUsdPerMonth), this.ordinary);
    const soldPerHour = hours > 0 ? (slope * meanUsd) / hours : 0;
    return this.entryUsd / sales.activityHours + soldPerHour;
  }

  private leadAgainstOwn(usualPay: PayoutCurve): number {
    const extra = this.ownDealUsd();
    if (!(extra > 0)) return 1;
    const plain = Math.max(0, this.slope(usualPay, this.ordinary));
    return (plain + this.sum('ownEntryShare') * extra) / (plain + extra);
  }

  /** See {@link laterUsd}. `slope` is the value of a dollar booked in an ordinary month. */
  private laterWorth(slope: number): number {
    const { lags, bookingsPerEffortUsd } = this.company.beliefs!;
    const { foresightMonths, discountSharePerMonth } = this.person;
    const keep = 1 - discountSharePerMonth;
    let later = 0;
    let worth = keep;
    for (let lag = 1; lag < lags && lag <= foresightMonths; lag++, worth *= keep)
      later += worth * this.creditShare * bookingsPerEffortUsd[lag];
    const { sellingHoursPerDay, activityHours } = this.world.sales;
    const entries = (sellingHoursPerDay * this.world.calendar.daysPerMonth) / activityHours;
    return slope * later + this.entryUsd * entries;
  }

  /** Ratchet cost of a dollar booked: loss of value in ordinary months as all later quotas rise. */
  private costOfQuota(quotaUsd: number, forecastUsd: number): number {
    const { discountSharePerMonth, foresightMonths } = this.person;
    const { worths } = this;
    const h = (worths === undefined ? STEP : WIDE_STEP) * quotaUsd;
    const worth = (quota: number) =>
      worths?.perMonthUsd(quota) ??
      this.worth(commissionCurve(this.terms, quota, forecastUsd), this.ordinary);
    const rises = laterQuotas(this.world.sales.quotaRatchetShare, 1 - discountSharePerMonth, foresightMonths);
    return (rises * (worth(quotaUsd - h) - worth(quotaUsd + h))) / (2 * h);
  }

  /** A seller's forecast given expected bookings, in dollars; the quota if the plan asks for none. */
  private forecastFor(meanUsd: number, variance: number): number {
    const { forecastMenu } = this.terms;
    if (forecastMenu === undefined) return this.world.sales.quotaUsdPerMonth;
    if (!(variance > 0)) return meanUsd;
    const { riskAversionPerUsd } = this.person;
    return Math.max(0, chooseForecast(forecastMenu, meanUsd, Math.sqrt(variance), riskAversionPerUsd));
  }

  private effortFor(worthNowUsd: number): number {
    const { effortCostUsdPerMonth, effortMaxShare } = this.world.sales;
    const effort = 1 + (worthNowUsd + this.laterUsd) / effortCostUsdPerMonth;
    return Math.min(effortMaxShare, Math.max(LEAST_EFFORT, effort));
  }

  /** Sum of a number over the group's games. */
  private sum(key: 'quotaOffShare' | 'ownEntryShare' | 'choosesLines'): number {
    return this.hooks.reduce((total, hook) => total + Number(hook[key] ?? 0), 0);
  }
}
