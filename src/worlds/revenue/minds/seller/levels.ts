import type { Company, SellerGroup } from '../../contract/company.ts';
import { COUNTER } from '../../contract/counters.ts';
import { levelAt, type Moments, momentsAt, type SellerLevel, settledSteps, stepsTo } from './level.ts';
import { creditFactors, ownShareOf } from './ordinaryMonth.ts';
import type { OtherPay } from './otherPay.ts';
import type { PayWorth } from './payWorth.ts';

/** Minimum effort, as a multiple of the baseline: supplied under any plan. */
const LEAST_EFFORT = 0.2;
const MONTHS_PER_YEAR = 12;

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
 * Effort solves max over e of sum over lags of slope x bookings gained (e - 1) - c/2 (e - 1)^2, where c is the
 * cost of doubling it for a month. The ordinary month that sellers expect has the effort that follows from
 * expecting it.
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
  /** Cost of doubling effort for a month, in dollars. */
  private readonly costUsd: number;
  private readonly known = new Map<number, SellerLevel>();

  constructor(company: Company, group: SellerGroup, pay: PayWorth, terms = PLAIN) {
    const { beliefs, world } = company;
    const { reps, effortCostTimes, marketPayUsdPerYear } = world.sales;
    const credit = creditFactors(company, group.terms);
    const booked = (beliefs?.baseline[COUNTER.bookingsUsd] ?? 0) / reps;
    this.company = company;
    this.group = group;
    this.pay = pay;
    this.terms = terms;
    this.creditShare = credit.mean;
    this.base = {
      meanUsd: credit.mean * booked,
      variance: (credit.square * (beliefs?.variance[COUNTER.bookingsUsd] ?? 0)) / reps,
    };
    this.costUsd = (effortCostTimes * marketPayUsdPerYear) / MONTHS_PER_YEAR;
    const gained = beliefs?.bookingsPerEffortUsd.reduce((sum, usd) => sum + usd, 0) ?? 0;
    this.gainShare = booked > 0 ? gained / booked : 0;
    const ownShare = beliefs === undefined ? 0 : ownShareOf(beliefs);
    this.extraSlope = terms.ownDealUsd * ownShare - pay.clawbackShare * world.customers.churnShare;
  }

  /** Whether sellers choose their effort. */
  get areFree(): boolean {
    const { beliefs, policy } = this.company;
    return beliefs !== undefined && policy.sellerEffort === undefined && this.costUsd > 0;
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

  /** Effort whose marginal value is worth its cost, given its value now and later, in dollars. */
  effortFor(worthUsd: number): number {
    const { effortMaxShare } = this.company.world.sales;
    return Math.min(effortMaxShare, Math.max(LEAST_EFFORT, 1 + worthUsd / this.costUsd));
  }

  /** Effort under the commission that the world names for when a plan has none: the same under every plan. */
  effortBefore(ability: number): number {
    if (!this.areFree) return 1;
    const { lags, bookingsPerEffortUsd } = this.company.beliefs!;
    const { commissionShare, foresightMonths, discountSharePerMonth } = this.group.values;
    let usd = 0;
    let worth = 1;
    for (let lag = 0; lag < lags && lag <= foresightMonths; lag++, worth *= 1 - discountSharePerMonth)
      usd += worth * bookingsPerEffortUsd[lag];
    return this.effortFor(ability * commissionShare * usd);
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
    const worths = this.pay.worthsFor(month);
    const ordinary = { sureUsd: 0, ...month, forecastUsd: this.pay.forecastFor(month) };
    const level = { times: levelAt(steps), ordinary, worths, usual: 1, laterUsd: 0 };
    if (!this.areFree) return level;
    const slope = this.slopeOf(level);
    const laterUsd = this.laterUsd(level, slope);
    return { ...level, laterUsd, usual: this.effortFor(slope * this.bookedNowUsd(level) + laterUsd) };
  }

  /** Value of a dollar booked in an ordinary month. */
  private slopeOf(level: SellerLevel): number {
    const { quotaUsdPerMonth, quotaRatchetShare } = this.company.world.sales;
    const { worths, ordinary } = level;
    const quotaUsd = (1 - this.terms.quotaOffShare) * quotaUsdPerMonth;
    const plain =
      worths?.marginalUsd(quotaUsdPerMonth) ??
      this.pay.slope(this.pay.curveAt(worths, quotaUsd, ordinary.forecastUsd), ordinary);
    const ratchet =
      quotaRatchetShare > 0 ? this.pay.costOfQuota(level, quotaUsdPerMonth, ordinary.forecastUsd) : 0;
    return plain - ratchet + this.extraSlope;
  }

  private laterUsd({ times }: SellerLevel, slope: number): number {
    const { lags, bookingsPerEffortUsd } = this.company.beliefs!;
    const { foresightMonths, discountSharePerMonth } = this.group.values;
    const keep = 1 - discountSharePerMonth;
    let later = 0;
    let worth = keep;
    for (let lag = 1; lag < lags && lag <= foresightMonths; lag++, worth *= keep)
      later += worth * this.creditShare * bookingsPerEffortUsd[lag];
    const { sellingHoursPerDay, activityHours } = this.company.world.sales;
    const entries = (sellingHoursPerDay * this.company.world.calendar.daysPerMonth) / activityHours;
    return times * slope * later + this.terms.entryUsd * entries + (this.terms.otherPay?.usdPerEffort() ?? 0);
  }
}
