import { commissionCurve } from '../../plans/compilePlan.ts';
import type { PayoutCurve } from '../../plans/payoutCurve.ts';
import type { Company } from './company.ts';
import type { RunState } from './state.ts';

/** What each rep's commission pays for a month's bookings: one curve for all, unless quotas or forecasts are the rep's own. */
export class RepPay {
  private readonly company: Company;
  private readonly isOwn: boolean;
  private readonly curves: PayoutCurve[] = [];
  private readonly quotaUsd: Float64Array;
  private readonly forecastUsd: Float64Array;

  constructor(company: Company) {
    const { sales } = company.world;
    this.company = company;
    this.isOwn =
      sales.quotaRatchetShare > 0 ||
      company.repsPay.commissionTerms.forecastMenu !== undefined ||
      company.sellersMove ||
      sales.lobbyingShare > 0 ||
      (sales.territoryCv > 0 && sales.quotaByTerritoryShare > 0) ||
      company.seats > sales.reps;
    this.quotaUsd = new Float64Array(company.seats).fill(NaN);
    this.forecastUsd = new Float64Array(company.seats).fill(NaN);
  }

  /** Commission of a rep as a function of the month's bookings, at the quota and the forecast in force. */
  curveOf(state: RunState, rep: number): PayoutCurve {
    const { repsPay } = this.company;
    if (!this.isOwn) return repsPay.commission;
    const quota = state.repQuota[rep];
    const forecast = state.repForecast[rep];
    if (this.quotaUsd[rep] !== quota || this.forecastUsd[rep] !== forecast) {
      this.quotaUsd[rep] = quota;
      this.forecastUsd[rep] = forecast;
      this.curves[rep] = commissionCurve(repsPay.commissionTerms, quota, forecast);
    }
    return this.curves[rep];
  }
}
