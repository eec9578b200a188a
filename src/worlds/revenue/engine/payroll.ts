import { isDue, type PayBooks, type PayComponent, payDue, payOf, periodsOf } from '../../../plans/payroll.ts';
import { settle } from '../../../plans/settlement.ts';
import type { Company, Person } from '../contract/company.ts';
import { COUNTER, REPORTED } from '../contract/counters.ts';
import { RECORD_MONTHS } from '../contract/judging.ts';
import { PART } from '../contract/parts.ts';
import { TALLY } from '../contract/tallies.ts';
import type { Commissions } from './commissions.ts';
import { CompanyBooks } from './companyBooks.ts';
import { GroupBooks, SeatBooks } from './payBooks.ts';
import { countSeller } from './phases/countParts.ts';
import { ratchet } from './phases/quotas.ts';
import { SellerAccounts } from './sellerAccounts.ts';
import { Balance } from './state/balances.ts';
import type { RunState } from './state/state.ts';

/** Sales results of a month. */
interface SoldMonth {
  /** Pay of single positions beyond salary, in dollars, and number of sellers on salary: [group]. */
  readonly commissionUsd: Float64Array;
  readonly filled: Float64Array;
  filledInAll: number;
  creditedUsd: number;
  quotaUsd: number;
}

/** Month-end payroll of sellers, inside sales and managers. */
export class Payroll {
  private readonly state: RunState;
  private readonly books: CompanyBooks;
  private readonly groupBooks: GroupBooks;
  private readonly seatBooks: SeatBooks;
  readonly accounts: SellerAccounts;
  private readonly commissions: Commissions;
  private readonly account: Balance;
  private readonly sold: SoldMonth;

  constructor(state: RunState, company: Company, commissions: Commissions) {
    this.state = state;
    this.books = new CompanyBooks(state);
    this.groupBooks = new GroupBooks(state, this.books);
    this.seatBooks = new SeatBooks(state, commissions);
    this.commissions = commissions;
    this.accounts = new SellerAccounts(state, company);
    this.account = new Balance(state.balances.columns);
    const groups = company.sellers.length;
    this.sold = {
      commissionUsd: new Float64Array(groups),
      filled: new Float64Array(groups),
      filledInAll: 0,
      creditedUsd: 0,
      quotaUsd: 0,
    };
  }

  /** Closes the month's books of every sales position. */
  closeSellers(month: number): void {
    const { company, floor, books } = this.state;
    const { bookedUsd, ownBookedUsd, quotaUsd, capacity } = floor.seats;
    const { commissionUsd, filled } = this.sold;
    for (let group = 0; group < filled.length; group++) {
      commissionUsd[group] = 0;
      filled[group] = 0;
    }
    let teamQuota = 0;
    let credited = 0;
    let filledInAll = 0;
    let commission = 0;
    this.seatBooks.month = month;
    for (let seat = 0; seat < company.seats; seat++) {
      const group = company.groupOfSeat[seat];
      this.seatBooks.seat = seat;
      const quota = capacity[seat] > 0 ? quotaUsd[seat] : 0;
      const { hasAccount, pay } = company.sellers[group];
      let paid = 0;
      if (!hasAccount) paid = payDue(pay.components, this.seatBooks);
      else if (month >= 0) this.accounts.record(seat, month);
      commissionUsd[group] += paid;
      commission += paid;
      teamQuota += quota;
      const booked = bookedUsd[seat];
      credited += booked;
      bookedUsd[seat] = 0;
      ownBookedUsd[seat] = 0;
      // Vacant position: what others signed is paid to them and counts for the team.
      if (quota === 0) continue;
      filled[group]++;
      filledInAll++;
      if (month >= 0) this.noteAttainment(seat, booked, quota);
    }
    books.month[COUNTER.quotaUsd] = teamQuota;
    books.month[COUNTER.commissionUsd] = commission;
    books.month[COUNTER.filledChairs] = filledInAll;
    this.sold.filledInAll = filledInAll;
    this.sold.creditedUsd = credited;
    this.sold.quotaUsd = teamQuota;
  }

  /** Pays sellers, inside sales and managers for a month of play. */
  payFloor(month: number): void {
    const { sold } = this;
    const { company, books } = this.state;
    const { tally } = books;
    this.books.month = month;
    this.books.ledger = REPORTED;
    this.groupBooks.record(month);
    if (this.state.accounts.isUsed) this.payAccounts(month);
    for (const { row, pay, hasAccount } of company.sellers) {
      this.groupBooks.row = row;
      const paid = sold.commissionUsd[row];
      const variable = hasAccount ? paid : payDue(pay.pooled, this.groupBooks, paid);
      tally[TALLY.sellerPay] += variable + sold.filled[row] * pay.baseUsdPerMonth;
    }
    for (const caller of company.callers) {
      const { row, pay, count } = caller;
      this.groupBooks.row = row;
      this.books.creditRow = caller.creditRow;
      const jointUsd = this.payEnding(pay.pooled, count * pay.baseUsdPerMonth);
      if (!pay.isSettled) tally[TALLY.callerPay] += jointUsd + count * this.payOfEach(caller);
      else {
        const each = jointUsd / Math.max(1, count) - pay.baseUsdPerMonth;
        tally[TALLY.callerPay] +=
          count * (pay.baseUsdPerMonth + this.settleEach(caller, each, this.state.balances.ofCaller(row)));
      }
    }
    for (const judge of company.judges) {
      const { row, pay } = judge;
      const variable = pay.isSettled
        ? this.settleEach(judge, 0, this.state.balances.ofJudge(row))
        : this.payOfEach(judge);
      tally[TALLY.judgePay] += pay.baseUsdPerMonth + variable;
    }
    this.books.creditRow = -1;
    tally[TALLY.seatMonths] += sold.filledInAll;
    tally[TALLY.teamMonthsMissed] += sold.creditedUsd < sold.quotaUsd ? 1 : 0;
  }

  /** What is paid to a group together for what ends with a month of play. */
  private payEnding(components: readonly PayComponent[], startUsd: number): number {
    let pay = startUsd;
    for (const component of components)
      if (this.isEnding(component)) pay += payOf(component, this.groupBooks);
    return pay;
  }

  /** Variable pay of each member for what ends with a month of play. */
  private payOfEach({ pay, creditRow }: Person): number {
    this.books.creditRow = creditRow;
    let usd = 0;
    for (const component of pay.components)
      if (this.isEnding(component)) usd += payOf(component, this.booksOf(component));
    return usd;
  }

  /**
   * The same, where pay goes through an account: a draw, caps of the year. After the last month, what is
   * expected to be earned back of a draw is taken off.
   *
   * @param extraUsd pay of each member besides the components
   */
  private settleEach(person: Person, extraUsd: number, row: number): number {
    const { pay, written, creditRow, teamWorth } = person;
    const { account, books } = this;
    books.creditRow = creditRow;
    account.row = row;
    let bonusUsd = extraUsd;
    let commissionUsd = 0;
    let commissionPeriods = 0;
    for (const component of pay.components) {
      if (!this.isEnding(component)) continue;
      const usd = payOf(component, this.booksOf(component));
      if (component.followsQuota) {
        commissionUsd += usd;
        commissionPeriods = periodsOf(component, books);
      } else bonusUsd += usd;
    }
    const { month } = books;
    const day = { month, months: 1, monthInJob: Infinity, bonusUsd, commissionUsd, commissionPeriods };
    const { dueUsd } = settle(written, day, account);
    const isLast = month === this.state.company.world.horizonMonths - 1;
    return isLast ? dueUsd - (teamWorth?.recoveryOf(account.drawBalanceUsd) ?? 0) : dueUsd;
  }

  /** Whether a component is paid with the month: with the last one, unfinished periods are paid pro rata. */
  private isEnding(component: PayComponent): boolean {
    const { month } = this.books;
    return isDue(component, month) || month === this.state.company.world.horizonMonths - 1;
  }

  private booksOf({ scope }: PayComponent): PayBooks {
    return scope === 'pool' ? this.groupBooks : this.books;
  }

  /** Pays positions whose pay takes more than a month's commission; after the last month, what is owed. */
  private payAccounts(month: number): void {
    const { sold, accounts } = this;
    const { company, floor, books } = this.state;
    const isLast = month === company.world.horizonMonths - 1;
    for (const { row, pay } of company.sellers) {
      this.groupBooks.row = row;
      accounts.jointUsd[row] = payDue(pay.pooled, this.groupBooks) / Math.max(1, sold.filled[row]);
    }
    for (let seat = 0; seat < company.seats; seat++) {
      if (!accounts.hasAccount(seat)) continue;
      const paid = accounts.pay(seat, month);
      sold.commissionUsd[company.groupOfSeat[seat]] += paid;
      books.months[month * books.slots + COUNTER.commissionUsd] += paid;
    }
    if (!isLast) return;
    for (let seat = 0; seat < floor.all.seats; seat++)
      if (accounts.hasAccount(seat))
        books.tally[TALLY.sellerPay] += accounts.owedAfter(seat, month, (balanceUsd) =>
          this.commissions.recoveryOf(this.state, seat, balanceUsd),
        );
  }

  /** Records one seller's month: attainment, track record, forecast and the next quota. */
  private noteAttainment(seat: number, booked: number, quota: number): void {
    const { state } = this;
    const { company, floor, books } = state;
    const { tally, month: counters } = books;
    const { effort, capacity, record, forecastUsd } = floor.seats;
    countSeller(state, seat, PART.creditedUsd, booked);
    countSeller(state, seat, PART.quotaUsd, quota);
    tally[TALLY.bookedByFilled] += booked;
    tally[TALLY.quotaOfFilled] += quota;
    tally[TALLY.quotaReached] += booked >= quota ? 1 : 0;
    tally[TALLY.quotaMonths] += 1;
    tally[TALLY.effortSum] += effort[seat];
    if (capacity[seat] === 1) record[seat] += (booked / quota - record[seat]) / RECORD_MONTHS;
    if (company.sellers[company.groupOfSeat[seat]].terms.forecastMenu !== undefined) {
      counters[COUNTER.forecastUsd] += forecastUsd[seat];
      counters[COUNTER.forecastErrorUsd] += Math.abs(booked - forecastUsd[seat]);
    }
    if (company.world.sales.quotaRatchetShare > 0 && capacity[seat] === 1)
      ratchet(state, seat, booked, quota);
  }
}
