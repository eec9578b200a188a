import { exp, pow } from '../../../../core/numeric/elementary.ts';
import { chooseForecast } from '../../../../people/chooseForecast.ts';
import type { Mind } from '../../../../people/mind.ts';
import { certaintyEquivalent, certaintyEquivalentSlope } from '../../../../plans/certaintyEquivalent.ts';
import { commissionCurve } from '../../../../plans/commissionCurve.ts';
import type { PayoutCurve } from '../../../../plans/payoutCurve.ts';
import type { Company, SellerGroup } from '../../contract/company.ts';
import { COUNTER } from '../../contract/counters.ts';
import { discoveryRate } from '../../contract/discoveryRate.ts';
import type { Expectation, Floor, OrdinaryMonth, SellerHooks, SellerView } from '../../contract/game.ts';
import type { DecisionDay, SellerDesk } from '../../contract/mind.ts';
import { slotOf } from '../../contract/slots.ts';
import type { RevenueWorld } from '../../contract/world.ts';
import { laterQuotas, lineFactor, ownShareOf } from './ordinaryMonth.ts';

/** Least effort, as a multiple of the baseline: what a seller does whatever the plan. */
const LEAST_EFFORT = 0.2;
/** Relative width of the differences by which the worth of a quota is measured. */
const STEP = 1e-4;

/**
 * The decisions of a group of sellers: how hard to work, and what to forecast. Their games ask it what things
 * are worth.
 *
 * Effort is the solution, every week, of max over e of sum_lag slope_lag x bookings_lag (e - 1) - cost/2 (e -
 * 1)^2, where bookings_lag is what one part more effort is believed to book that many months later, and
 * slope_lag is what a dollar booked then adds to the certainty equivalent of commission, discounted, as far
 * ahead as the seller looks.
 *
 * This month's slope is taken at the forecast of the month: what is booked, plus the open deals that are
 * decided before it ends at their chance of winning. Later months are ordinary ones. Commission in a straight
 * line has one slope, so nothing is worked out every week.
 */
export class SellerMind implements Mind<SellerDesk, DecisionDay>, SellerView {
  readonly ordinary: OrdinaryMonth;
  readonly firstDay: number;
  readonly lastDay: number;
  readonly stretchingRisk: number;
  readonly clawbackShare: number;
  readonly sellingHourUsd: number;
  /** What the group's games do. */
  readonly hooks: readonly SellerHooks[] = [];
  /** What an opportunity out of marketing's leads pays, per dollar that one of their own pays. */
  readonly leadPerOwn: number = 1;
  private readonly company: Company;
  private readonly group: SellerGroup;
  private readonly isChoosing: boolean = false;
  /** Marginal worth of effort through all later months, in dollars. */
  private readonly laterUsd: number = 0;
  /** What a dollar of bookings is worth besides commission. */
  private readonly extraSlope: number = 0;
  /** Effort where nothing is worked out every week. */
  private readonly usual: number;
  private readonly lineFactor: number = 1;
  /** What later quotas take back of a dollar booked now; 0 where quotas stay: [seat]. */
  private readonly ratchetCost: Float64Array;
  private readonly expected: Expectation = { meanUsd: 0, variance: 0 };

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
    const meanUsd = (beliefs?.baseline[COUNTER.bookingsUsd] ?? 0) / reps;
    const variance = (beliefs?.variance[COUNTER.bookingsUsd] ?? 0) / reps;
    this.ordinary = { meanUsd, variance, forecastUsd: this.forecastFor(meanUsd, variance) };
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
      (group.terms.ownDealExtraShare ?? 0) * ownShareOf(beliefs) -
      this.clawbackShare * world.customers.churnShare;
    const slope = this.slope(usualPay, meanUsd, variance) - this.ratchetCost[0] + this.extraSlope;
    this.laterUsd = this.laterWorth(slope);
    this.usual = this.effortFor(slope * beliefs.bookingsPerEffortUsd[0]);
    this.isChoosing = usualPay.knots.length > 0;
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

  /**
   * Where the plan asks for it, every seller says what the month will bring; what a ratchet takes is known
   * for the month.
   */
  monthBegins({ floor, chairs, quotaUsd, forecastUsd }: SellerDesk): void {
    if (this.company.beliefs === undefined) return;
    for (const seat of chairs) {
      if (this.terms.forecastMenu !== undefined) {
        const { meanUsd, variance } = this.lookAhead(floor, seat);
        // Nobody speaks for a vacant chair.
        forecastUsd[seat] = floor.isFilled(seat) ? this.forecastFor(meanUsd, variance) : 0;
      }
      if (this.world.sales.quotaRatchetShare > 0)
        this.ratchetCost[seat] = this.costOfQuota(quotaUsd[seat], forecastUsd[seat]);
    }
  }

  /** Sets the effort of every seller for the days until the next decision. */
  decide({ floor, chairs, effort }: SellerDesk): void {
    const now = this.company.beliefs?.bookingsPerEffortUsd[0] ?? 0;
    for (const seat of chairs) {
      if (!this.isChoosing) {
        effort[seat] = this.usual;
        continue;
      }
      const { meanUsd, variance } = this.lookAhead(floor, seat);
      const slope = now === 0 ? 0 : this.slope(floor.commission(seat), meanUsd, variance);
      effort[seat] = this.effortFor(now === 0 ? 0 : (slope - this.ratchetCost[seat] + this.extraSlope) * now);
    }
  }

  slot(counter: string): number {
    return slotOf(this.company.slots, counter);
  }

  commissionAt(quotaUsd: number): PayoutCurve {
    return commissionCurve(this.terms, quotaUsd, this.ordinary.forecastUsd);
  }

  quotaCostShare(seat: number): number {
    return this.ratchetCost[seat];
  }

  worth(commission: PayoutCurve, meanUsd: number, variance: number): number {
    return certaintyEquivalent(commission, meanUsd, Math.sqrt(variance), this.person.riskAversionPerUsd);
  }

  slope(commission: PayoutCurve, meanUsd: number, variance: number): number {
    return certaintyEquivalentSlope(commission, meanUsd, Math.sqrt(variance), this.person.riskAversionPerUsd);
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

  /**
   * What a seller who looks so far sees of a dollar of bookings whose customer churns when the first contract
   * ends.
   */
  private clawback(): number {
    const { contractMonths } = this.world.customers;
    const { rateShare, churnClawbackShare = 0 } = this.terms;
    if (contractMonths > this.person.foresightMonths) return 0;
    return pow(1 - this.person.discountSharePerMonth, contractMonths) * churnClawbackShare * rateShare;
  }

  /**
   * Bookings that an hour of selling brings, at what a dollar more is worth, and its entries in the log of
   * activities.
   */
  private hourUsd(): number {
    const { sales, calendar } = this.world;
    const { meanUsd, variance } = this.ordinary;
    const hours = sales.sellingHoursPerDay * calendar.daysPerMonth;
    const slope = this.slope(this.commissionAt(sales.quotaUsdPerMonth), meanUsd, variance);
    const soldPerHour = hours > 0 ? (slope * meanUsd) / hours : 0;
    return (this.terms.perActivityUsd ?? 0) / sales.activityHours + soldPerHour;
  }

  private leadAgainstOwn(usualPay: PayoutCurve): number {
    const { ownDealExtraShare = 0 } = this.terms;
    if (!(ownDealExtraShare > 0)) return 1;
    const plain = Math.max(0, this.slope(usualPay, this.ordinary.meanUsd, this.ordinary.variance));
    return (plain + this.sum('ownEntryShare') * ownDealExtraShare) / (plain + ownDealExtraShare);
  }

  /** Marginal worth of effort through the months after this one, and through entries that may be paid for. */
  private laterWorth(slope: number): number {
    const { lags, bookingsPerEffortUsd } = this.company.beliefs!;
    const { foresightMonths, discountSharePerMonth } = this.person;
    const keep = 1 - discountSharePerMonth;
    let later = 0;
    let worth = keep;
    for (let lag = 1; lag < lags && lag <= foresightMonths; lag++, worth *= keep)
      later += worth * bookingsPerEffortUsd[lag];
    const { sellingHoursPerDay, activityHours } = this.world.sales;
    const entries = (sellingHoursPerDay * this.world.calendar.daysPerMonth) / activityHours;
    return slope * later + (this.terms.perActivityUsd ?? 0) * entries;
  }

  /**
   * What a dollar booked takes, through quotas that follow it, from an ordinary month at a quota and all
   * those after.
   */
  private costOfQuota(quotaUsd: number, forecastUsd: number): number {
    const { meanUsd, variance } = this.ordinary;
    const { discountSharePerMonth, foresightMonths } = this.person;
    const h = STEP * quotaUsd;
    const worth = (quota: number) =>
      this.worth(commissionCurve(this.terms, quota, forecastUsd), meanUsd, variance);
    const rises = laterQuotas(this.world.sales.quotaRatchetShare, 1 - discountSharePerMonth, foresightMonths);
    return (rises * (worth(quotaUsd - h) - worth(quotaUsd + h))) / (2 * h);
  }

  /** What a seller forecasts who expects this, in dollars; quota where the plan does not ask. */
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

  /** Sum of a number that games state, over all of them. */
  private sum(key: 'quotaOffShare' | 'ownEntryShare' | 'choosesLines'): number {
    return this.hooks.reduce((total, hook) => total + Number(hook[key] ?? 0), 0);
  }
}
