import type { Company, SellerGroup } from '../../contract/company.ts';
import { relativeWorth } from '../participation.ts';
import { effortBefore, effortLossUsd } from './effort.ts';
import type { SellerLevels } from './levels.ts';

const MONTHS_PER_YEAR = 12;
const MOST_KNOWN = 1000;

/**
 * Worth of a plan to a seller of given ability, relative to the outside option: the salary and commission
 * that the scenario states for people whom a plan does not name. Worth is the certainty equivalent of an
 * ordinary month's pay less the cost of effort, in dollars.
 */
export class SellerOffer {
  private readonly company: Company;
  private readonly group: SellerGroup;
  private readonly levels: SellerLevels;
  /** By ability. */
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
      times = relativeWorth(this.levels.worthUsd(ability), this.elsewhereUsd(ability));
      if (this.known.size >= MOST_KNOWN) this.known.clear();
      this.known.set(ability, times);
    }
    return times;
  }

  /** Worth of a month of the outside option, in dollars. */
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
      effortLossUsd(sales, effort)
    );
  }
}
