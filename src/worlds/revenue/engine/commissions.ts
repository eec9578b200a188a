import { commissionCurve } from '../../../plans/commissionCurve.ts';
import type { PayoutCurve } from '../../../plans/payoutCurve.ts';
import type { Company } from '../contract/company.ts';
import type { RunState } from './state/state.ts';

/** Commission curve of every position for a month's bookings, at the quota and forecast in force. */
export class Commissions {
  private readonly company: Company;
  /** Cached curves by position, and the quota and forecast that they hold for. */
  private readonly curves: PayoutCurve[] = [];
  private readonly quotaUsd: Float64Array;
  private readonly forecastUsd: Float64Array;

  constructor(company: Company) {
    this.company = company;
    this.quotaUsd = new Float64Array(company.seats).fill(NaN);
    this.forecastUsd = new Float64Array(company.seats).fill(NaN);
  }

  curveOf({ floor }: RunState, seat: number): PayoutCurve {
    const { sellers, groupOfSeat, world } = this.company;
    const { terms, commission } = sellers[groupOfSeat[seat]];
    const quota = floor.seats.quotaUsd[seat];
    if (terms.forecastMenu === undefined && quota === world.sales.quotaUsdPerMonth) return commission;
    const forecast = floor.seats.forecastUsd[seat];
    if (this.quotaUsd[seat] !== quota || this.forecastUsd[seat] !== forecast) {
      this.quotaUsd[seat] = quota;
      this.forecastUsd[seat] = forecast;
      this.curves[seat] = commissionCurve(terms, quota, forecast);
    }
    return this.curves[seat];
  }
}
