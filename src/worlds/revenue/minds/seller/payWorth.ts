import { pow } from '../../../../core/numeric/elementary.ts';
import { chooseForecast } from '../../../../people/chooseForecast.ts';
import { commissionCurve } from '../../../../plans/commissionCurve.ts';
import { type DealOutlook, dealOutlook } from '../../../../plans/dealOutlook.ts';
import { type PayoutCurve, sumOfCurves } from '../../../../plans/payoutCurve.ts';
import type { Company, SellerGroup } from '../../contract/company.ts';
import type { Expectation, OrdinaryMonth } from '../../contract/game.ts';
import { goalCurve } from './goal.ts';
import type { Moments } from './level.ts';
import { laterQuotas } from './ordinaryMonth.ts';
import { SellerWorths } from './worths.ts';

/** Step of the central difference in quota, as a share of the quota. */
const STEP = 1e-4;
/** The same where pay looks beyond the month: worth is worked out for quotas some steps apart. */
const WIDE_STEP = 0.1;

/** What a month's bookings are worth to the sellers of a group under their plan, in dollars. */
export class PayWorth {
  /** Present value of the clawback per dollar booked if the customer churns; 0 beyond foresight. */
  readonly clawbackShare: number;
  private readonly company: Company;
  private readonly group: SellerGroup;
  private readonly outlook: DealOutlook;

  constructor(company: Company, group: SellerGroup) {
    this.company = company;
    this.group = group;
    this.outlook = dealOutlook(company.products.dealCv);
    this.clawbackShare = this.clawback();
  }

  /** Certainty equivalent of a curve over expected bookings and a sure amount more. */
  worth(commission: PayoutCurve, { sureUsd, meanUsd, variance }: Readonly<Expectation>, moreUsd = 0): number {
    const { riskAversionPerUsd } = this.group.values;
    return this.outlook.worth(commission, sureUsd + moreUsd, meanUsd - sureUsd, variance, riskAversionPerUsd);
  }

  /** What a dollar more of expected bookings adds to it. */
  slope(commission: PayoutCurve, { sureUsd, meanUsd, variance }: Readonly<Expectation>): number {
    const { riskAversionPerUsd } = this.group.values;
    return this.outlook.slope(commission, sureUsd, meanUsd - sureUsd, variance, riskAversionPerUsd);
  }

  /**
   * Worth of pay that looks beyond the month, for those who expect these bookings; undefined if none
   * does.
   */
  worthsFor(month: Moments): SellerWorths | undefined {
    const looksAhead = this.company.beliefs !== undefined && this.group.hasAccount;
    return looksAhead ? new SellerWorths(this.company, this.group, month) : undefined;
  }

  /** Curve of an ordinary month at a quota. */
  curveAt(worths: SellerWorths | undefined, quotaUsd: number, forecastUsd: number): PayoutCurve {
    const paid = worths?.usualAt(quotaUsd) ?? commissionCurve(this.group.terms, quotaUsd, forecastUsd);
    const { goalUsd } = this.group.values;
    return goalUsd > 0 ? sumOfCurves([paid, goalCurve(goalUsd, quotaUsd)]) : paid;
  }

  /** Ratchet cost of a dollar booked: loss of value in ordinary months as all later quotas rise. */
  costOfQuota(
    { worths, ordinary }: { readonly worths: SellerWorths | undefined; readonly ordinary: OrdinaryMonth },
    quotaUsd: number,
    forecastUsd: number,
  ): number {
    const { discountSharePerMonth, foresightMonths } = this.group.values;
    const h = (worths === undefined ? STEP : WIDE_STEP) * quotaUsd;
    const worth = (quota: number) =>
      worths?.perMonthUsd(quota) ?? this.worth(this.curveAt(undefined, quota, forecastUsd), ordinary);
    const { quotaRatchetShare } = this.company.world.sales;
    const rises = laterQuotas(quotaRatchetShare, 1 - discountSharePerMonth, foresightMonths);
    return (rises * (worth(quotaUsd - h) - worth(quotaUsd + h))) / (2 * h);
  }

  /** A seller's forecast given expected bookings, in dollars; the quota if the plan asks for none. */
  forecastFor({ meanUsd, variance }: Moments): number {
    const { forecastMenu } = this.group.terms;
    if (forecastMenu === undefined) return this.company.world.sales.quotaUsdPerMonth;
    if (!(variance > 0)) return meanUsd;
    const { riskAversionPerUsd } = this.group.values;
    return Math.max(0, chooseForecast(forecastMenu, meanUsd, Math.sqrt(variance), riskAversionPerUsd));
  }

  private clawback(): number {
    const { contractMonths } = this.company.world.customers;
    const { rateShare = 0, churnClawbackShare = 0 } = this.group.terms;
    const { discountSharePerMonth, foresightMonths } = this.group.values;
    if (contractMonths > foresightMonths) return 0;
    return pow(1 - discountSharePerMonth, contractMonths) * churnClawbackShare * rateShare;
  }
}
