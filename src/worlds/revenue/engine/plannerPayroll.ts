import { normalQuantile } from '../../../core/numeric/normal.ts';
import { isDue, openMonths, payOf, periodsOf } from '../../../plans/payroll.ts';
import { uniform } from '../../../random/luck.ts';
import type { CompiledPay, Planner } from '../contract/company.ts';
import { COUNTER, REPORTED, SOUND, TRUE } from '../contract/counters.ts';
import { PURPOSE } from '../contract/purposes.ts';
import type { RatingTerms } from '../contract/rating.ts';
import { PERSON, PERSON_COUNT, TALLY } from '../contract/tallies.ts';
import { PlannerBooks } from './companyBooks.ts';
import type { RunState } from './state/state.ts';

/** Rounding tolerance of a bonus, in dollars. */
const CENT = 1e-6;

/** What a planner's components pay for a month, in dollars. */
interface Earned {
  /** Pay that does not, and pay that does, depend on a promise. */
  plainUsd: number;
  ratedUsd: number;
  /** On-target bonus; undefined if nothing was due. */
  targetUsd: number | undefined;
}

/** Month-end ratings and payroll of planners. */
export class PlannerPayroll {
  private readonly state: RunState;
  private readonly books: PlannerBooks;
  private readonly earned: Earned = { plainUsd: 0, ratedUsd: 0, targetUsd: undefined };

  constructor(state: RunState) {
    this.state = state;
    this.books = new PlannerBooks(state);
  }

  /** Pays planners their salary and every component whose period ends. */
  pay(month: number): void {
    this.books.month = month;
    for (const planner of this.state.company.planners) this.payPlanner(planner, month);
  }

  /** Pays one planner. The deferred share of a bonus is paid later, if the planner is still employed. */
  private payPlanner(planner: Planner, month: number): void {
    const { row, pay } = planner;
    const { chairs, months, tallies, width } = this.state.persons;
    const { sum } = tallies;
    const at = row * PERSON_COUNT;
    const isEmployed = chairs.isEmployed[row] === 1;
    const late = months.deferredUsd[row * width + month];
    if (late > 0 && isEmployed) sum[at + PERSON.bonusPaid] += late;
    if (!isEmployed) return;
    sum[at + PERSON.basePaid] += pay.baseUsdPerMonth;
    const isLast = month === this.state.company.world.horizonMonths - 1;
    this.books.since = chairs.hiredMonth[row];
    this.books.planner = row;
    if (pay.rating !== undefined && (isLast || (month + 1) % pay.rating.months === 0))
      this.rate(planner, pay.rating, month);
    this.reckon(pay, month, REPORTED);
    const target = this.earned.targetUsd;
    const isKept = this.keeps(planner, month, this.earned.ratedUsd);
    const earned = this.earned.plainUsd + (isKept ? this.earned.ratedUsd : 0);
    this.reckon(pay, month, TRUE);
    const honest = this.earned.plainUsd + (isKept ? this.earned.ratedUsd : 0);
    this.books.since = 0;
    if (isLast) sum[at + PERSON.bonusPaid] += deferredAfter(months.deferredUsd, row * width, month, width);
    if (target === undefined) return;
    sum[at + PERSON.bonusMonths] += 1;
    sum[at + PERSON.wholeBonusMonths] += earned >= target - CENT && earned > 0 ? 1 : 0;
    sum[at + PERSON.anyBonusMonths] += earned > CENT ? 1 : 0;
    sum[at + PERSON.bonusEarned] += earned;
    // What is held back after the last month is owed, and counts.
    const held = pay.deferralMonths > 0 && !isLast ? earned * pay.deferredShare : 0;
    if (held > 0) months.deferredUsd[row * width + month + pay.deferralMonths] += held;
    sum[at + PERSON.bonusPaid] += earned - held;
    const hollow = Math.max(0, earned - honest);
    sum[at + PERSON.bonusHollow] += hollow;
    months.hollowUsd[row * width + month] = hollow;
  }

  /** Pays those who were dismissed this month for their unfinished periods, where the plan says so. */
  payLeavers(month: number): void {
    const { company, persons } = this.state;
    if (month === company.world.horizonMonths - 1) return;
    for (const { row, pay } of company.planners) {
      if (!pay.paysLeavers || persons.chairs.leftMonth[row] !== month) continue;
      this.books.month = month;
      this.books.since = persons.chairs.hiredMonth[row];
      this.books.planner = row;
      this.reckon(pay, month, REPORTED, false);
      const { plainUsd } = this.earned;
      this.reckon(pay, month, TRUE, false);
      const { sum } = persons.tallies;
      sum[row * PERSON_COUNT + PERSON.bonusEarned] += plainUsd;
      sum[row * PERSON_COUNT + PERSON.bonusPaid] += plainUsd;
      sum[row * PERSON_COUNT + PERSON.bonusHollow] += Math.max(0, plainUsd - this.earned.plainUsd);
      this.books.since = 0;
    }
  }

  /** Rates a planner on what the judge sees, and on the same without gaming; both with the same noise. */
  private rate({ row, values }: Planner, rating: RatingTerms, month: number): void {
    const { state, books } = this;
    const { market, persons } = state;
    const window = openMonths(rating, month);
    const held = Math.min(window, month - books.since + 1);
    const z =
      rating.noiseSd > 0 ? normalQuantile(uniform(market.luck, month, PURPOSE.rating | values.place)) : 0;
    for (let ledger = REPORTED; ledger <= SOUND; ledger++) {
      books.ledger = ledger;
      let value = rating.base + rating.noiseSd * z;
      for (const { slot, perUnit } of rating.parts)
        value +=
          (perUnit * books.valueOf({ numerator: slot, denominator: -1 }, window)) / (held / rating.months);
      if (ledger < SOUND) persons.ratings.value[2 * row + ledger] = value;
      state.books.months[month * state.books.slots + COUNTER.ratingSum + ledger] += value;
    }
    state.books.months[month * state.books.slots + COUNTER.ratings] += 1;
    state.books.tally[TALLY.judging] += rating.costUsd;
  }

  /** Whether a promised bonus is paid. */
  private keeps({ pay, values }: Planner, month: number, usd: number): boolean {
    const keptShare = pay.rating?.keptShare ?? 1;
    if (keptShare === 1 || !(usd > CENT)) return true;
    return uniform(this.state.market.luck, month, PURPOSE.promisedBonus | values.place) < keptShare;
  }

  /**
   * What the components earn in one ledger for what ends with a month: periods that are over, with the last
   * month all of them; or those that are cut short.
   */
  private reckon(pay: CompiledPay, month: number, ledger: number, isOver = true): void {
    const { books, earned } = this;
    const isLast = month === this.state.company.world.horizonMonths - 1;
    books.ledger = ledger;
    earned.plainUsd = 0;
    earned.ratedUsd = 0;
    earned.targetUsd = undefined;
    for (const component of pay.components) {
      // After the last month, unfinished periods are paid pro rata.
      if ((isDue(component, month) || isLast) !== isOver) continue;
      earned.targetUsd = (earned.targetUsd ?? 0) + component.targetUsd * periodsOf(component, books);
      const usd = payOf(component, books);
      if (component.numerator === COUNTER.ratingSum) earned.ratedUsd += usd;
      else earned.plainUsd += usd;
    }
  }
}

/** Pay deferred beyond a month, of one planner from a place on. */
function deferredAfter(deferredUsd: Float64Array, at: number, month: number, width: number): number {
  let usd = 0;
  for (let later = month + 1; later < width; later++) usd += deferredUsd[at + later];
  return usd;
}
