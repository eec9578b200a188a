import { pow } from '../../../core/numeric/elementary.ts';
import { isDue, payOf, periodsOf } from '../../../plans/payroll.ts';
import { leave, settle } from '../../../plans/settlement.ts';
import type { Company, SellerGroup } from '../contract/company.ts';
import { REPORTED } from '../contract/counters.ts';
import { TALLY } from '../contract/tallies.ts';
import { CompanyBooks } from './companyBooks.ts';
import { OwnBooks } from './ownBooks.ts';
import { PoolBooks } from './poolBooks.ts';
import { Balance } from './state/balances.ts';
import type { RunState } from './state/state.ts';

const MONTHS_PER_YEAR = 12;

/** Settles the pay of sales positions whose pay takes more than a month's commission. */
export class SellerAccounts {
  private readonly state: RunState;
  private readonly company: Company;
  private readonly own: OwnBooks;
  /** What each seller of a group is paid of what the group is paid together, this month: [group]. */
  readonly jointUsd: Float64Array;
  /** Books of the whole team, for components that pay on its results. */
  private readonly team: CompanyBooks;
  /** Books of a group together. */
  private readonly pool: PoolBooks;
  private readonly account: Balance;

  constructor(state: RunState, company: Company) {
    this.state = state;
    this.company = company;
    this.jointUsd = new Float64Array(company.sellers.length);
    this.own = new OwnBooks(state);
    this.team = new CompanyBooks(state);
    this.team.ledger = REPORTED;
    this.pool = new PoolBooks(state);
    this.account = new Balance(state.accounts.seats);
  }

  /** Notes bookings and quota of a position at the end of a month of play, before the floor forgets them. */
  record(seat: number, month: number): void {
    const { months, width } = this.state.accounts;
    const { bookedUsd, ownBookedUsd, quotaUsd, capacity } = this.state.floor.seats;
    const at = seat * width + month;
    months.bookedUsd[at] = bookedUsd[seat];
    months.ownBookedUsd[at] = ownBookedUsd[seat];
    months.quotaUsd[at] = quotaUsd[seat];
    months.filledQuotaUsd[at] = capacity[seat] > 0 ? quotaUsd[seat] : 0;
  }

  /** Variable pay of a position for a month of play, in dollars. */
  pay(seat: number, month: number): number {
    const { months, width } = this.state.accounts;
    return this.settleSeat(seat, month, true) + months.deferredUsd[seat * width + month];
  }

  /** Closes the account of a leaver, or of a vacancy that ends; books what is paid and given up. */
  close(seat: number, month: number): void {
    if (!this.hasAccount(seat) || month < 0) return;
    const { accounts, books } = this.state;
    const { seats, months, width } = accounts;
    const isVacant = this.state.floor.seats.capacity[seat] === 0;
    const forfeits = this.groupOf(seat).written.eligibility?.leavers === 'forfeit' && !isVacant;
    const due = forfeits ? 0 : this.settleSeat(seat, month, false);
    this.account.row = seat;
    leave(this.groupOf(seat).written, this.account);
    books.tally[TALLY.sellerPay] += due - seats.drawBalanceUsd[seat];
    months.deferredUsd.fill(0, seat * width + month + 1, (seat + 1) * width);
    seats.joinedMonth[seat] = month + 1;
    this.account.open();
  }

  /**
   * What is owed to a position after the last month of play, in dollars: unfinished periods in proportion,
   * deferred pay at the chance to be there still, less the draw that is expected to be earned back.
   *
   * @param recoveryOf what is expected to be earned back of a balance, in dollars
   */
  owedAfter(seat: number, month: number, recoveryOf: (balanceUsd: number) => number): number {
    const { accounts } = this.state;
    const { turnoverSharePerYear } = this.company.world.sales;
    let usd = this.settleSeat(seat, month, false);
    const at = seat * accounts.width;
    for (let later = month + 1; later < accounts.width; later++) {
      const due = accounts.months.deferredUsd[at + later];
      if (due > 0) usd += due * pow(1 - turnoverSharePerYear, (later - month) / MONTHS_PER_YEAR);
    }
    const balanceUsd = accounts.seats.drawBalanceUsd[seat];
    return balanceUsd > 0 ? usd - recoveryOf(balanceUsd) : usd;
  }

  hasAccount(seat: number): boolean {
    return this.groupOf(seat).hasAccount;
  }

  private groupOf(seat: number): SellerGroup {
    return this.company.sellers[this.company.groupOfSeat[seat]];
  }

  /**
   * Settles components of a position and returns what is paid now, in dollars.
   *
   * @param isPayDay true: those whose period ends with the month; false: those cut short
   */
  private settleSeat(seat: number, month: number, isPayDay: boolean): number {
    const { own, team, pool, account, state } = this;
    const group = this.groupOf(seat);
    own.seat = seat;
    own.month = month;
    team.month = month;
    team.since = own.since;
    pool.month = month;
    pool.since = own.since;
    pool.row = group.row;
    // What others sign for a vacant position is paid to them as commission; nobody is there to earn a bonus.
    const isVacant = state.floor.seats.capacity[seat] === 0;
    let bonusUsd = isPayDay ? this.jointUsd[group.row] : 0;
    let commissionUsd = 0;
    let commissionPeriods = 0;
    for (const component of group.pay.components) {
      if (isDue(component, month) !== isPayDay) continue;
      const books = { own, team, pool }[component.scope];
      if (component.followsQuota) {
        commissionUsd += payOf(component, books);
        commissionPeriods = periodsOf(component, books);
      } else if (!isVacant) bonusUsd += payOf(component, books);
    }
    if (isVacant) return commissionUsd;
    // Those who were there before play are past their first months.
    const { careers } = state.floor.seats;
    const monthInJob = careers[seat] === 0 ? Infinity : month - own.since;
    // The pay day has settled the month itself: what is cut short adds no month.
    const months = isPayDay ? 1 : 0;
    account.row = seat;
    const { dueUsd, deferredUsd } = settle(
      group.written,
      { month, months, monthInJob, bonusUsd, commissionUsd, commissionPeriods },
      account,
    );
    const { deferralMonths } = group.pay;
    if (deferralMonths === 0) return dueUsd;
    const { accounts } = state;
    accounts.months.deferredUsd[seat * accounts.width + month + deferralMonths] += deferredUsd;
    return dueUsd - deferredUsd;
  }
}
