import { exp, pow } from '../../../../core/numeric/elementary.ts';
import { normalDensity } from '../../../../core/numeric/normal.ts';
import type { Company, JudgeTerms, SellerGroup } from '../../contract/company.ts';
import type { Expectation, Floor } from '../../contract/game.ts';
import { LEAST_JUDGED_MONTHS, RECORD_MONTHS } from '../../contract/judging.ts';
import { monthlyHazard } from '../participation.ts';

const MONTHS_PER_YEAR = 12;

/**
 * Value of a dollar booked this month for keeping the job, in present dollars. Losing it costs some months
 * of market pay. Bookings matter where low attainment raises turnover, and where a manager dismisses
 * sellers with poor results.
 */
export class JobAtStake {
  private readonly company: Company;
  private readonly group: SellerGroup;
  /** Cost of losing the job, in dollars. */
  private readonly lossUsd: number;
  /** How much more likely a seller with a low record leaves in a month. */
  private readonly rise: number;

  constructor(company: Company, group: SellerGroup) {
    const { sales } = company.world;
    const { turnoverSharePerYear, lowAttainmentTurnoverTimes, marketPayUsdPerYear, jobLossMonths } = sales;
    this.company = company;
    this.group = group;
    this.lossUsd = (jobLossMonths * marketPayUsdPerYear) / MONTHS_PER_YEAR;
    const calm = monthlyHazard(turnoverSharePerYear);
    this.rise = exp(-calm) - exp(-calm * lowAttainmentTurnoverTimes);
  }

  /** Whether bookings change the chance to stay. */
  get isAtStake(): boolean {
    return this.lossUsd > 0 && (this.rise > 0 || this.company.judges.length > 0);
  }

  /**
   * Value of a dollar booked for keeping the job, in present dollars.
   *
   * @param month bookings that the seller expects of an ordinary month, in dollars and dollars squared
   * @param quotaUsd the seller's quota of a month, in dollars
   */
  usdPerDollar(floor: Floor, seat: number, month: Readonly<Expectation>, quotaUsd: number): number {
    if (!(quotaUsd > 0 && month.variance > 0)) return 0;
    const { judges } = this.company;
    const share =
      this.byRecord(floor.recentAttainment(seat), month, quotaUsd) +
      (judges.length > 0 ? this.byJudgement(floor, seat, judges[seat % judges.length].terms, month) : 0);
    return this.lossUsd * share;
  }

  /**
   * Fall of the expected number of exits per dollar booked, through the exponential average of attainment.
   *
   * Formula: sum over months k = 1, 2, ... of foresight of d^(k - 1) times the rise of the monthly chance to
   * leave, the density at the bar of the record after k months, and a (1 - a)^(k - 1) / quota, a being the
   * weight of a month in the record.
   */
  private byRecord(record: number, { meanUsd, variance }: Readonly<Expectation>, quotaUsd: number): number {
    if (!(this.rise > 0)) return 0;
    const { lowAttainmentShare } = this.company.world.sales;
    const { foresightMonths, discountSharePerMonth } = this.group.values;
    const usual = meanUsd / quotaUsd;
    const monthSd = Math.sqrt(variance) / quotaUsd;
    const a = 1 / RECORD_MONTHS;
    let kept = 1;
    let worth = 1;
    let sum = 0;
    for (let k = 1; k <= foresightMonths; k++, worth *= 1 - discountSharePerMonth) {
      const weight = a * kept;
      kept *= 1 - a;
      const mean = usual + kept * (record - usual);
      const sd = monthSd * Math.sqrt((a / (2 - a)) * (1 - kept * kept));
      sum += (worth * weight * normalDensity((lowAttainmentShare - mean) / sd)) / sd;
    }
    return (this.rise * sum) / quotaUsd;
  }

  /**
   * The same through a manager's judgement of all bookings: the largest fall, over the months of foresight,
   * of the discounted chance to be judged poor in a month.
   */
  private byJudgement(
    floor: Floor,
    seat: number,
    { leastSkill, ordinaryUsd, skillVariance, monthVariance }: JudgeTerms,
    { meanUsd, variance }: Readonly<Expectation>,
  ): number {
    if (leastSkill === -Infinity || floor.capacityShare(seat) < 1) return 0;
    const { foresightMonths, discountSharePerMonth } = this.group.values;
    const judged = floor.judgedMonths(seat);
    const booked = floor.judgedUsd(seat);
    let most = 0;
    for (let k = Math.max(1, LEAST_JUDGED_MONTHS - judged); k <= foresightMonths; k++) {
      const n = judged + k;
      const weight = skillVariance / (skillVariance + monthVariance / n);
      const bar = n * ordinaryUsd * floor.territory(seat) * (1 + (leastSkill - 1) / weight);
      const sd = Math.sqrt(k * variance);
      const z = (bar - booked - k * meanUsd) / sd;
      most = Math.max(most, (pow(1 - discountSharePerMonth, k - 1) * normalDensity(z)) / sd);
    }
    return most;
  }
}
