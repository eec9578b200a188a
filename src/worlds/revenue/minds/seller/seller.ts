import { exp } from '../../../../core/numeric/elementary.ts';
import type { Mind } from '../../../../people/mind.ts';
import type { PayoutCurve } from '../../../../plans/payoutCurve.ts';
import type { Company, SellerGroup } from '../../contract/company.ts';
import { COUNTER } from '../../contract/counters.ts';
import { discoveryRate } from '../../contract/discoveryRate.ts';
import type { Expectation, Floor, OrdinaryMonth, SellerHooks, SellerView } from '../../contract/game.ts';
import type { DecisionDay, SellerDesk } from '../../contract/mind.ts';
import { slotOf } from '../../contract/slots.ts';
import type { RevenueWorld } from '../../contract/world.ts';
import { JobAtStake } from './job.ts';
import { SellerLevels } from './levels.ts';
import { SellerOffer } from './offer.ts';
import { lineFactor } from './ordinaryMonth.ts';
import { OtherPay } from './otherPay.ts';
import { PayWorth } from './payWorth.ts';
import type { SellerWorths } from './worths.ts';

/**
 * Decision model of a group of sellers: how hard to work, and what to forecast. Their games use it to value
 * options.
 *
 * Effort solves, every week, max over e of sum_lag slope_lag x bookings_lag (e - 1) - cost/2 (e - 1)^2. Here
 * bookings_lag is the believed gain in bookings per unit of effort, that many months later. slope_lag is the
 * marginal certainty equivalent of pay per dollar booked then, discounted, within the seller's foresight: of
 * commission and extra pay for own deals, less expected clawback and the ratchet cost, and what bookings do
 * for keeping the job. Pay per log entry is added to the sum.
 *
 * This month's slope is taken at the month's forecast: bookings so far, plus the open deals decided before it
 * ends, at their win chance. Later months are ordinary ones of the seller's level. Linear commission has a
 * constant slope, so nothing is solved weekly.
 */
export class SellerMind implements Mind<SellerDesk, DecisionDay>, SellerView {
  private readonly firstDay: number;
  readonly lastDay: number;
  readonly stretchingRisk: number;
  readonly usualDealUsd: number;
  readonly sellingHourUsd: number;
  /** Hooks of the group's games; empty without beliefs, or if the policy fixes levels or forbids games. */
  readonly hooks: readonly SellerHooks[] = [];
  /** Pay for an opportunity from marketing's leads, relative to a self-sourced one. */
  readonly leadPerOwn: number = 1;
  private readonly company: Company;
  private readonly group: SellerGroup;
  private readonly pay: PayWorth;
  private readonly otherPay: OtherPay | undefined;
  private readonly job: JobAtStake;
  private levels: SellerLevels;
  private offer: SellerOffer | undefined;
  private readonly lineFactor: number = 1;
  /** Whether effort responds to the bookings of the running month. */
  private readonly isChoosing: boolean = false;
  /** Whether effort changes at all: also because of the job, whose worth is taken once a month. */
  private readonly choosesMonthly: boolean = false;
  /** Later pay lost per dollar booked now, less what it does for keeping the job: [seat]. */
  private readonly laterCost: Float64Array;
  private readonly expected: Expectation = { sureUsd: 0, meanUsd: 0, variance: 0 };

  constructor(company: Company, group: SellerGroup) {
    const { world, beliefs, policy } = company;
    const { quotaUsdPerMonth, quotaRatchetShare } = world.sales;
    this.company = company;
    this.group = group;
    this.firstDay = company.warmUpDays;
    this.lastDay = company.warmUpDays + world.horizonMonths * world.calendar.daysPerMonth;
    this.stretchingRisk = company.canSanctionStretching ? 1 - exp(-discoveryRate(world.governance)) : 0;
    this.usualDealUsd = world.sales.dealMeanUsd * company.products.worthTimes;
    this.laterCost = new Float64Array(company.seats);
    this.pay = new PayWorth(company, group);
    this.job = new JobAtStake(company, group);
    if (beliefs !== undefined && group.hasAccount) this.otherPay = new OtherPay(company, group);
    this.levels = new SellerLevels(company, group, this.pay);
    this.sellingHourUsd = this.hourUsd();
    if (beliefs === undefined) return;
    if (quotaRatchetShare > 0) {
      const average = this.levels.of(1);
      const { forecastUsd } = average.ordinary;
      this.laterCost.fill(this.pay.costOfQuota(average, quotaUsdPerMonth, forecastUsd));
    }
    const isFree = policy.levels === undefined && policy.sellersHonest !== true;
    if (isFree) this.hooks = group.games.map((game) => game.begin(this));
    const quotaOffShare = this.sum('quotaOffShare');
    this.lineFactor = lineFactor(
      company,
      group.terms.otherLineCreditShare ?? 1,
      this.sum('choosesLines') > 0,
    );
    const usualPay = this.commissionAt((1 - quotaOffShare) * quotaUsdPerMonth);
    this.leadPerOwn = this.leadAgainstOwn(usualPay);
    this.levels = new SellerLevels(company, group, this.pay, {
      otherPay: this.otherPay,
      quotaOffShare,
      ownDealUsd: this.ownDealUsd(),
      entryUsd: this.entryUsd,
    });
    const varies = usualPay.knots.length > 0 || (this.otherPay?.special.length ?? 0) > 0;
    this.isChoosing = varies && this.levels.areFree;
    this.choosesMonthly = this.isChoosing || (this.job.isAtStake && this.levels.areFree);
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

  get ordinary(): OrdinaryMonth {
    return this.levels.of(1).ordinary;
  }

  get usualEffort(): number {
    return this.levels.of(1).usual;
  }

  get clawbackShare(): number {
    return this.pay.clawbackShare;
  }

  ordinaryOf(floor: Floor, seat: number): OrdinaryMonth {
    return this.levels.of(floor.ability(seat)).ordinary;
  }

  /** Worth of pay that looks beyond the month, for sellers of a level; undefined if none does. */
  worthsFor(ability: number): SellerWorths | undefined {
    return this.levels.of(ability).worths;
  }

  /** What the plan is worth to a seller of an ability, relative to the outside option. */
  timesMarket(ability: number): number {
    if (this.company.beliefs === undefined) return 1;
    this.offer ??= new SellerOffer(this.company, this.group, this.levels);
    return this.offer.timesMarket(ability);
  }

  startTenure(): void {}

  monthEnds(): void {}

  /** Every seller's forecast of the month, if the plan asks for one, and what bookings change later. */
  monthBegins({ floor, chairs, quotaUsd, forecastUsd }: SellerDesk): void {
    if (this.company.beliefs === undefined) return;
    // Nobody asks what bookings change later where effort is given and no games are played.
    const isAsked = this.levels.areFree || this.hooks.length > 0;
    const isRatcheted = isAsked && this.world.sales.quotaRatchetShare > 0;
    const isAtStake = isAsked && this.job.isAtStake;
    for (const seat of chairs) {
      if (this.terms.forecastMenu !== undefined) {
        // A vacant position has no forecast.
        forecastUsd[seat] = floor.isFilled(seat) ? this.pay.forecastFor(this.lookAhead(floor, seat)) : 0;
      }
      if (!isRatcheted && !isAtStake) continue;
      const level = this.levels.of(floor.ability(seat));
      const cost = isRatcheted ? this.pay.costOfQuota(level, quotaUsd[seat], forecastUsd[seat]) : 0;
      const job = isAtStake ? this.job.usdPerDollar(floor, seat, level.ordinary, quotaUsd[seat]) : 0;
      this.laterCost[seat] = cost - job;
    }
  }

  /** Sets every seller's effort until the next decision. */
  decide({ floor, chairs, effort }: SellerDesk): void {
    const { levels } = this;
    const special = this.isChoosing ? (this.otherPay?.specialUsdPerEffort(this.monthOf(floor.day)) ?? 0) : 0;
    for (const seat of chairs) {
      const level = levels.of(floor.ability(seat));
      if (!this.choosesMonthly) {
        effort[seat] = level.usual;
        continue;
      }
      const expected = this.lookAhead(floor, seat);
      const now = levels.bookedNowUsd(level);
      const slope = now === 0 ? 0 : this.slope(floor.commission(seat), expected);
      const usd = now === 0 ? 0 : (slope - this.laterCost[seat] + levels.extraSlope) * now;
      effort[seat] = levels.effortFor(usd + level.laterUsd + special);
    }
  }

  /** Sets every seller's effort of a month of the warm-up. */
  workAsBefore({ floor, chairs, effort }: SellerDesk): void {
    for (const seat of chairs) effort[seat] = this.levels.effortBefore(floor.ability(seat));
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
    const { worths, ordinary } = this.levels.of(1);
    return this.pay.curveAt(worths, quotaUsd, ordinary.forecastUsd);
  }

  quotaCostShare(seat: number): number {
    return this.laterCost[seat];
  }

  worth(commission: PayoutCurve, expected: Readonly<Expectation>, moreUsd = 0): number {
    return this.pay.worth(commission, expected, moreUsd);
  }

  slope(commission: PayoutCurve, expected: Readonly<Expectation>): number {
    return this.pay.slope(commission, expected);
  }

  lookAhead(floor: Floor, seat: number): Expectation {
    const { daysPerMonth } = this.world.calendar;
    const dayOfMonth = floor.day % daysPerMonth;
    // Work that starts today is decided this month only if a deal's cycle still fits into it.
    const fresh = floor.capacityShare(seat) * this.company.decidedInMonth[dayOfMonth];
    const { meanUsd, variance } = this.levels.of(floor.ability(seat)).ordinary;
    const { expected } = this;
    floor.bookingsUntil(seat, floor.day - dayOfMonth + daysPerMonth, this.lineFactor, expected);
    expected.meanUsd += fresh * meanUsd;
    expected.variance += fresh * variance;
    return expected;
  }

  expectUntil(floor: Floor, seat: number, day: number): Expectation {
    floor.bookingsUntil(seat, day, this.lineFactor, this.expected);
    return this.expected;
  }

  /** Value of an hour of selling, in dollars: bookings at marginal commission, plus paid log entries. */
  private hourUsd(): number {
    const { sales, calendar } = this.world;
    const { ordinary } = this;
    const hours = this.levels.of(1).usual * sales.sellingHoursPerDay * calendar.daysPerMonth;
    const slope = this.slope(this.commissionAt(sales.quotaUsdPerMonth), ordinary);
    const soldPerHour = hours > 0 ? (slope * ordinary.meanUsd) / hours : 0;
    return this.entryUsd / sales.activityHours + soldPerHour;
  }

  private leadAgainstOwn(usualPay: PayoutCurve): number {
    const extra = this.ownDealUsd();
    if (!(extra > 0)) return 1;
    const plain = Math.max(0, this.slope(usualPay, this.ordinary));
    return (plain + this.sum('ownEntryShare') * extra) / (plain + extra);
  }

  /** Sum of a number over the group's games. */
  private sum(key: 'quotaOffShare' | 'ownEntryShare' | 'choosesLines'): number {
    return this.hooks.reduce((total, hook) => total + Number(hook[key] ?? 0), 0);
  }
}
