import { normalQuantile } from '../../../core/numeric/normal.ts';
import { isDue, openMonths, payOf, periodsOf } from '../../../plans/payroll.ts';
import { leave, settle } from '../../../plans/settlement.ts';
import { uniform } from '../../../random/luck.ts';
import type { CompiledPay, Planner } from '../contract/company.ts';
import { COUNTER, REPORTED, SOUND, TRUE } from '../contract/counters.ts';
import { PURPOSE } from '../contract/purposes.ts';
import type { RatingTerms } from '../contract/rating.ts';
import { PERSON, PERSON_COUNT, TALLY } from '../contract/tallies.ts';
import { PlannerBooks } from './companyBooks.ts';
import { Balance } from './state/balances.ts';
import type { RunState } from './state/state.ts';

/** Rounding tolerance of a bonus, in dollars. */
const CENT = 1e-6;

/** What a planner's components pay for a month, in dollars. */
interface Earned {
  /** Pay that does not, and pay that does, depend on a promise. */
  plainUsd: number;
  ratedUsd: number;
  /** Commission among the plain pay, and the commission periods that end. */
  commissionUsd: number;
  commissionPeriods: number;
  /** On-target bonus; undefined if nothing was due. */
  targetUsd: number | undefined;
}

/** What is paid of that, in dollars: earned after caps, due with advances, and of that later. */
interface Paid {
  earnedUsd: number;
  dueUsd: number;
  deferredUsd: number;
}

/** Month-end ratings and payroll of planners. */
export class PlannerPayroll {
  private readonly state: RunState;
  private readonly books: PlannerBooks;
  private readonly earned: Earned = {
    plainUsd: 0,
    ratedUsd: 0,
    commissionUsd: 0,
    commissionPeriods: 0,
    targetUsd: undefined,
  };
  private readonly account: Balance;
  private readonly paid: Paid = { earnedUsd: 0, dueUsd: 0, deferredUsd: 0 };

  constructor(state: RunState) {
    this.state = state;
    this.books = new PlannerBooks(state);
    this.account = new Balance(state.balances.columns);
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
    this.books.creditRow = planner.creditRow;
    if (pay.rating !== undefined && (isLast || (month + 1) % pay.rating.months === 0))
      this.rate(planner, pay.rating, month);
    this.reckon(pay, month, REPORTED);
    const target = this.earned.targetUsd;
    const isKept = this.keeps(planner, month, this.earned.ratedUsd);
    const { earnedUsd: earned, dueUsd, deferredUsd } = this.settled(planner, month, REPORTED, isKept);
    this.reckon(pay, month, TRUE);
    const { earnedUsd: honest } = this.settled(planner, month, TRUE, isKept);
    this.books.since = 0;
    if (isLast) sum[at + PERSON.bonusPaid] += deferredAfter(months.deferredUsd, row * width, month, width);
    if (target === undefined) return;
    sum[at + PERSON.bonusMonths] += 1;
    sum[at + PERSON.wholeBonusMonths] += earned >= target - CENT && earned > 0 ? 1 : 0;
    sum[at + PERSON.anyBonusMonths] += earned > CENT ? 1 : 0;
    sum[at + PERSON.bonusEarned] += earned;
    // What is held back after the last month is owed, and counts.
    const held = isLast ? 0 : deferredUsd;
    if (held > 0) months.deferredUsd[row * width + month + pay.deferralMonths] += held;
    sum[at + PERSON.bonusPaid] += dueUsd - held;
    if (isLast && pay.isSettled) sum[at + PERSON.bonusPaid] -= this.recoverable(planner);
    const hollow = Math.max(0, earned - honest);
    sum[at + PERSON.bonusHollow] += hollow;
    months.hollowUsd[row * width + month] = hollow;
  }

  /** What is paid of the pay that has been reckoned in a ledger. */
  private settled(
    { row, pay, written }: Planner,
    month: number,
    ledger: number,
    isKept: boolean,
    months = 1,
  ): Paid {
    const { earned, paid, account } = this;
    const usd = earned.plainUsd + (isKept ? earned.ratedUsd : 0);
    if (!pay.isSettled) {
      paid.earnedUsd = usd;
      paid.dueUsd = usd;
      paid.deferredUsd = pay.deferralMonths > 0 ? usd * pay.deferredShare : 0;
      return paid;
    }
    account.row = this.state.balances.ofPlanner(row, ledger);
    const { commissionUsd, commissionPeriods } = earned;
    const bonusUsd = usd - commissionUsd;
    const day = { month, months, monthInJob: Infinity, bonusUsd, commissionUsd, commissionPeriods };
    const due = settle(written, day, account);
    paid.earnedUsd = due.bonusUsd + due.commissionUsd;
    paid.dueUsd = due.dueUsd;
    paid.deferredUsd = pay.deferralMonths > 0 ? due.deferredUsd : 0;
    return paid;
  }

  /** What is expected to be earned back of a planner's draw. */
  private recoverable({ row, teamWorth }: Planner): number {
    this.account.row = this.state.balances.ofPlanner(row, REPORTED);
    return teamWorth?.recoveryOf(this.account.drawBalanceUsd) ?? 0;
  }

  /** Closes the accounts of a leaver; a balance that is owed is paid back. */
  private closeAccounts({ row, written }: Planner): void {
    const { account } = this;
    for (let ledger = TRUE; ledger >= REPORTED; ledger--) {
      account.row = this.state.balances.ofPlanner(row, ledger);
      leave(written, account);
      if (ledger === REPORTED)
        this.state.persons.tallies.sum[row * PERSON_COUNT + PERSON.bonusPaid] -= account.drawBalanceUsd;
      account.open();
    }
  }

  /**
   * Closes the accounts of those who were dismissed this month, and pays them for their unfinished periods
   * where the plan says so.
   */
  payLeavers(month: number): void {
    const { company, persons } = this.state;
    if (month === company.world.horizonMonths - 1) return;
    for (const planner of company.planners) {
      const { row, pay, written } = planner;
      const { leftMonth, hasQuit } = persons.chairs;
      if (leftMonth[row] !== month) continue;
      // Those who leave of their own accord are paid in proportion, unless the plan says that they forfeit.
      const isPaid = hasQuit[row] === 1 && written.eligibility?.leavers !== 'forfeit';
      if (isPaid || pay.paysLeavers) this.payCutShort(planner, month);
      if (pay.isSettled) this.closeAccounts(planner);
    }
  }

  /** Pays a leaver for unfinished periods. */
  private payCutShort(planner: Planner, month: number): void {
    const { row, pay, creditRow } = planner;
    const { persons } = this.state;
    this.books.month = month;
    this.books.since = persons.chairs.hiredMonth[row];
    this.books.planner = row;
    this.books.creditRow = creditRow;
    // Nobody rates a leaver.
    this.reckon(pay, month, REPORTED, false);
    const { earnedUsd, dueUsd } = this.settled(planner, month, REPORTED, false, 0);
    this.reckon(pay, month, TRUE, false);
    const { earnedUsd: honestUsd } = this.settled(planner, month, TRUE, false, 0);
    this.books.since = 0;
    const { sum } = persons.tallies;
    sum[row * PERSON_COUNT + PERSON.bonusEarned] += earnedUsd;
    sum[row * PERSON_COUNT + PERSON.bonusPaid] += dueUsd;
    sum[row * PERSON_COUNT + PERSON.bonusHollow] += Math.max(0, earnedUsd - honestUsd);
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
    earned.commissionUsd = 0;
    earned.commissionPeriods = 0;
    earned.targetUsd = undefined;
    for (const component of pay.components) {
      // After the last month, unfinished periods are paid pro rata.
      if ((isDue(component, month) || isLast) !== isOver) continue;
      earned.targetUsd = (earned.targetUsd ?? 0) + component.targetUsd * periodsOf(component, books);
      const usd = payOf(component, books);
      if (component.numerator === COUNTER.ratingSum) earned.ratedUsd += usd;
      else earned.plainUsd += usd;
      if (!component.followsQuota) continue;
      earned.commissionUsd += usd;
      earned.commissionPeriods = periodsOf(component, books);
    }
  }
}

/** Pay deferred beyond a month, of one planner from a place on. */
function deferredAfter(deferredUsd: Float64Array, at: number, month: number, width: number): number {
  let usd = 0;
  for (let later = month + 1; later < width; later++) usd += deferredUsd[at + later];
  return usd;
}
