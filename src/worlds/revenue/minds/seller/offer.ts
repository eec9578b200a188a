import type { Company, SellerGroup } from '../../contract/company.ts';
import { effortBefore, effortCostUsd } from './effort.ts';
import type { SellerLevels } from './levels.ts';

/** Offers closer to the market's than this are the same. */
const SAME = 1e-9;
const MONTHS_PER_YEAR = 12;

/**
 * What a plan is worth to sellers of an ability, as a multiple of what they earn elsewhere: there they are
 * paid what the world names for when a plan has none. Worth is the certainty equivalent of an ordinary
 * month's pay, less the cost of effort.
 */
export class SellerOffer {
  private readonly company: Company;
  private readonly group: SellerGroup;
  private readonly levels: SellerLevels;
  private readonly known = new Map<number, number>();

  constructor(company: Company, group: SellerGroup, levels: SellerLevels) {
    this.company = company;
    this.group = group;
    this.levels = levels;
  }

  /** @param ability bookings at baseline effort, as a multiple of an average seller's */
  timesMarket(ability: number): number {
    let times = this.known.get(ability);
    if (times === undefined) {
      const elsewhere = this.elsewhereUsd(ability);
      const here = Math.max(0, this.levels.worthUsd(ability));
      times = elsewhere > 0 ? here / elsewhere : 1;
      if (Math.abs(times - 1) < SAME) times = 1;
      this.known.set(ability, times);
    }
    return times;
  }

  /** Worth of a month under the pay that the world names, in dollars. */
  private elsewhereUsd(ability: number): number {
    const { values } = this.group;
    const { sales } = this.company.world;
    const { bookingsPerEffortUsd } = this.company.beliefs!;
    const effort = effortBefore(sales, values, bookingsPerEffortUsd, ability);
    const { meanUsd, variance } = this.levels.expected(ability, effort, 1);
    const { commissionShare, riskAversionPerUsd, baseUsdPerYear } = values;
    return (
      baseUsdPerYear / MONTHS_PER_YEAR +
      commissionShare * meanUsd -
      0.5 * riskAversionPerUsd * commissionShare * commissionShare * variance -
      0.5 * effortCostUsd(sales) * (effort - 1) * (effort - 1)
    );
  }
}
