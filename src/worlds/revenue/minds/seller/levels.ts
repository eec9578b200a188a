import type { Company, SellerGroup } from '../../contract/company.ts';
import { COUNTER } from '../../contract/counters.ts';
import { discountedBookingsUsd, effortBefore, effortCostUsd, effortFor, effortLossUsd } from './effort.ts';
import { levelAt, type Moments, momentsAt, type SellerLevel, settledSteps, stepsTo } from './level.ts';
import { creditFactors, ownShareOf } from './ordinaryMonth.ts';
import type { OtherPay } from './otherPay.ts';
import type { PayWorth } from './payWorth.ts';

/** Levels that share the worth of pay that looks beyond the month. */
const SHARED = 4;

/** What a plan and its games make of a seller's ordinary month. */
export interface PayTerms {
  readonly otherPay: OtherPay | undefined;
  /** Share lobbied off quotas. */
  readonly quotaOffShare: number;
  /** Extra pay for a dollar from a deal entered as found by oneself, and for an entry in the log. */
  readonly ownDealUsd: number;
  readonly entryUsd: number;
}

const PLAIN: PayTerms = { otherPay: undefined, quotaOffShare: 0, ownDealUsd: 0, entryUsd: 0 };

/**
 * What the sellers of a group expect, by level, and the effort that they usually make.
 *
 * Effort solves max over e of sum over lags of slope x bookings gained (e - 1) - c/2 (e - 1)^2, where c is
 * the cost of doubling it for a month. The ordinary month that sellers expect has the effort that follows
 * from expecting it.
 */
export class SellerLevels {
  /** Credit for a dollar booked, on average. */
  readonly creditShare: number;
  /** Value of a dollar of bookings besides commission: extra for own deals, less expected clawback. */
  readonly extraSlope: number;
  private readonly company: Company;
  private readonly group: SellerGroup;
  private readonly pay: PayWorth;
  private readonly terms: PayTerms;
  /** An average seller's month at baseline effort. */
  private readonly base: Moments;
  /** Rise of bookings with effort, per unit, as a share of bookings. */
  private readonly gainShare: number;
  private readonly known = new Map<number, SellerLevel>();

  constructor(company: Company, group: SellerGroup, pay: PayWorth, terms = PLAIN) {
    const { beliefs, world } = company;
    const { reps } = world.sales;
    const credit = creditFactors(company.world, group.terms);
    const gained = beliefs?.bookingsPerEffortUsd.reduce((sum, usd) => sum + usd, 0) ?? 0;
    const measured = (beliefs?.baseline[COUNTER.bookingsUsd] ?? 0) / reps;
    const booked = Math.max(0, measured - gained * ((beliefs?.sellerEffort ?? 1) - 1));
    const share = measured > 0 ? booked / measured : 0;
    this.company = company;
    this.group = group;
    this.pay = pay;
    this.terms = terms;
    this.creditShare = credit.mean;
    this.base = {
      meanUsd: credit.mean * booked,
      variance: (share * credit.square * (beliefs?.variance[COUNTER.bookingsUsd] ?? 0)) / reps,
    };
    this.gainShare = booked > 0 ? gained / booked : 0;
    const ownShare = beliefs === undefined ? 0 : ownShareOf(beliefs);
    this.extraSlope = terms.ownDealUsd * ownShare - pay.clawbackShare * world.customers.churnShare;
  }

  /** Whether sellers choose their effort. */
  get areFree(): boolean {
    const { beliefs, policy, world } = this.company;
    return beliefs !== undefined && policy.sellerEffort === undefined && effortCostUsd(world.sales) > 0;
  }

  /** @param ability bookings at baseline effort, as a multiple of an average seller's */
  of(ability: number): SellerLevel {
    const steps = ability === 1 ? 0 : stepsTo(ability);
    let level = this.known.get(steps);
    if (level === undefined) {
      level = this.settle(steps);
      this.known.set(steps, level);
    }
    return level;
  }

  /**
   * Bookings of an ordinary month at an effort, in dollars and dollars squared.
   *
   * @param creditShare credit for a dollar booked
   */
  expected(ability: number, effort: number, creditShare = this.creditShare): Moments {
    const times = ability * Math.max(0, 1 + this.gainShare * (effort - 1));
    const scale = this.creditShare > 0 ? creditShare / this.creditShare : 0;
    return {
      meanUsd: times * scale * this.base.meanUsd,
      variance: times * scale * scale * this.base.variance,
    };
  }

  /** Certainty equivalent of an ordinary month's pay, less the cost of effort, in dollars. */
  worthUsd(ability: number): number {
    const { quotaUsdPerMonth } = this.company.world.sales;
    const level = this.of(ability);
    const { usual, worths, ordinary, valuedAt } = level;
    const month = { sureUsd: 0, ...this.expected(ability, usual) };
    const more = month.meanUsd - momentsAt(this.base, valuedAt).meanUsd;
    const commission =
      worths === undefined
        ? this.pay.worth(this.pay.curveAt(worths, quotaUsdPerMonth, ordinary.forecastUsd), month)
        : worths.perMonthUsd(quotaUsdPerMonth) + more * (this.marginalUsd(level) ?? 0);
    const other = this.terms.otherPay?.usdPerMonth() ?? 0;
    const effort = effortLossUsd(this.company.world.sales, usual);
    return this.group.pay.baseUsdPerMonth + commission + other - effort;
  }

  /** Effort given its marginal value now and later, in dollars. */
  effortFor(worthUsd: number): number {
    return effortFor(this.company.world.sales, worthUsd);
  }

  /** Effort in the warm-up, which is the same under every plan. */
  effortBefore(ability: number): number {
    const { beliefs, world, policy } = this.company;
    if (beliefs === undefined) return 1;
    // Where months are measured, all sellers make the effort that is usual on average.
    if (policy.sellerEffort !== undefined) return beliefs.sellerEffort;
    return effortBefore(world.sales, this.group.values, beliefs.bookingsPerEffortUsd, ability);
  }

  /** What a unit of effort books in the same month, in credited dollars. */
  bookedNowUsd({ times }: SellerLevel): number {
    return times * this.creditShare * (this.company.beliefs?.bookingsPerEffortUsd[0] ?? 0);
  }

  private settle(steps: number): SellerLevel {
    if (!this.areFree) {
      const { sellerEffort = 1 } = this.company.policy;
      return { ...this.levelWith(steps, steps), usual: sellerEffort };
    }
    const tried = new Map<number, SellerLevel>();
    const at = settledSteps(steps, this.gainShare, (expected) => {
      const level = this.levelWith(steps, expected);
      tried.set(expected, level);
      return level.usual;
    });
    return tried.get(at)!;
  }

  /** The level of sellers who expect other bookings than those at baseline effort. */
  private levelWith(steps: number, expected: number): SellerLevel {
    const month = momentsAt(this.base, expected);
    const valuedAt = this.valuedAt(expected);
    const worths = this.pay.worthsFor(momentsAt(this.base, valuedAt));
    const ordinary = { sureUsd: 0, ...month, forecastUsd: this.pay.forecastFor(month) };
    const level = { times: levelAt(steps), ordinary, worths, valuedAt, usual: 1, laterUsd: 0 };
    if (!this.areFree) return level;
    const slope = this.slopeOf(level);
    const laterUsd = this.laterUsd(level, slope);
    return { ...level, laterUsd, usual: this.effortFor(slope * this.bookedNowUsd(level) + laterUsd) };
  }

  /**
   * Level of bookings for which pay that looks beyond the month is valued. Working it out takes long, so that
   * neighbours share it; a draw, whose balance is carried from month to month, all do.
   */
  private valuedAt(expected: number): number {
    if (!this.group.hasAccount) return expected;
    return this.group.written.commission?.draw === undefined ? SHARED * Math.round(expected / SHARED) : 0;
  }

  /** What a dollar more in every month is worth under pay that looks beyond the month. */
  private marginalUsd({ worths, valuedAt }: SellerLevel): number | undefined {
    const { quotaUsdPerMonth } = this.company.world.sales;
    const [below, above] = [-SHARED, SHARED].map((by) => momentsAt(this.base, valuedAt + by));
    return worths?.marginalUsd(quotaUsdPerMonth, below, above);
  }

  /** Value of a dollar booked in an ordinary month. */
  private slopeOf(level: SellerLevel): number {
    const { quotaUsdPerMonth, quotaRatchetShare } = this.company.world.sales;
    const { worths, ordinary } = level;
    const quotaUsd = (1 - this.terms.quotaOffShare) * quotaUsdPerMonth;
    const plain =
      this.marginalUsd(level) ??
      this.pay.slope(this.pay.curveAt(worths, quotaUsd, ordinary.forecastUsd), ordinary);
    const ratchet =
      quotaRatchetShare > 0 ? this.pay.costOfQuota(level, quotaUsdPerMonth, ordinary.forecastUsd) : 0;
    return plain - ratchet + this.extraSlope;
  }

  private laterUsd({ times }: SellerLevel, slope: number): number {
    const { bookingsPerEffortUsd } = this.company.beliefs!;
    const later = discountedBookingsUsd(bookingsPerEffortUsd, this.group.values, 1, this.creditShare);
    const { sellingHoursPerDay, activityHours } = this.company.world.sales;
    const entries = (sellingHoursPerDay * this.company.world.calendar.daysPerMonth) / activityHours;
    return times * slope * later + this.terms.entryUsd * entries + (this.terms.otherPay?.usdPerEffort() ?? 0);
  }
}
