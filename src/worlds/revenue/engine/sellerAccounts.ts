import { pow } from '../../../core/numeric/elementary.ts';
import { isDue, payOf, periodsOf } from '../../../plans/payroll.ts';
import { leave, type PayAccount, settle } from '../../../plans/settlement.ts';
import type { Company, SellerGroup } from '../contract/company.ts';
import { REPORTED } from '../contract/counters.ts';
import { TALLY } from '../contract/tallies.ts';
import { CompanyBooks } from './companyBooks.ts';
import { OwnBooks } from './ownBooks.ts';
import type { SeatAccounts } from './state/accounts.ts';
import type { RunState } from './state/state.ts';

const MONTHS_PER_YEAR = 12;

/** Account of one position, kept in its columns. */
class SeatAccount implements PayAccount {
  seat = 0;
  private readonly columns: SeatAccounts['seats'];

  constructor({ seats }: SeatAccounts) {
    this.columns = seats;
  }

  get commissionOfYearUsd(): number {
    return this.columns.commissionOfYearUsd[this.seat];
  }

  set commissionOfYearUsd(usd: number) {
    this.columns.commissionOfYearUsd[this.seat] = usd;
  }

  get variableOfYearUsd(): number {
    return this.columns.variableOfYearUsd[this.seat];
  }

  set variableOfYearUsd(usd: number) {
    this.columns.variableOfYearUsd[this.seat] = usd;
  }

  get drawBalanceUsd(): number {
    return this.columns.drawBalanceUsd[this.seat];
  }

  set drawBalanceUsd(usd: number) {
    this.columns.drawBalanceUsd[this.seat] = usd;
  }

  get commissionPeriods(): number {
    return this.columns.commissionPeriods[this.seat];
  }

  set commissionPeriods(periods: number) {
    this.columns.commissionPeriods[this.seat] = periods;
  }
}

/** Settles the pay of sales positions whose pay takes more than a month's commission. */
export class SellerAccounts {
  private readonly state: RunState;
  private readonly company: Company;
  private readonly own: OwnBooks;
  /** Books of the whole team, for components that pay on its results. */
  private readonly team: CompanyBooks;
  private readonly account: SeatAccount;

  constructor(state: RunState, company: Company) {
    this.state = state;
    this.company = company;
    this.own = new OwnBooks(state);
    this.team = new CompanyBooks(state);
    this.team.ledger = REPORTED;
    this.account = new SeatAccount(state.accounts);
  }

  /** Notes the results of one position at the end of a month of play, before the floor forgets them. */
  record(seat: number, month: number): void {
    const { seats, months, width } = this.state.accounts;
    const { bookedUsd, ownBookedUsd, quotaUsd } = this.state.floor.seats;
    const at = seat * width + month;
    months.bookedUsd[at] = bookedUsd[seat];
    months.ownBookedUsd[at] = ownBookedUsd[seat];
    months.quotaUsd[at] = quotaUsd[seat];
    months.wins[at] = seats.wins[seat];
    months.otherLineUsd[at] = seats.otherLineUsd[seat];
    months.accepted[at] = seats.accepted[seat];
    months.satisfactionSum[at] = seats.satisfactionSum[seat];
    months.satisfactionWeight[at] = seats.satisfactionWeight[seat];
    seats.wins[seat] = 0;
    seats.otherLineUsd[seat] = 0;
    seats.accepted[seat] = 0;
    seats.satisfactionSum[seat] = 0;
    seats.satisfactionWeight[seat] = 0;
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
    this.account.seat = seat;
    leave(this.groupOf(seat).written, this.account);
    books.tally[TALLY.sellerPay] += due - seats.drawBalanceUsd[seat];
    months.deferredUsd.fill(0, seat * width + month + 1, (seat + 1) * width);
    seats.joinedMonth[seat] = month + 1;
    seats.commissionOfYearUsd[seat] = 0;
    seats.variableOfYearUsd[seat] = 0;
    seats.drawBalanceUsd[seat] = 0;
    seats.commissionPeriods[seat] = 0;
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
    const { own, team, account, state } = this;
    const group = this.groupOf(seat);
    own.seat = seat;
    own.month = month;
    team.month = month;
    team.since = own.since;
    // What others sign for a vacant position is paid to them as commission; nobody is there to earn a bonus.
    const isVacant = state.floor.seats.capacity[seat] === 0;
    let bonusUsd = 0;
    let commissionUsd = 0;
    let commissionPeriods = 0;
    for (const component of group.pay.components) {
      if (isDue(component, month) !== isPayDay) continue;
      const books = component.scope === 'team' ? team : own;
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
    account.seat = seat;
    const { dueUsd } = settle(
      group.written,
      { month, months, monthInJob, bonusUsd, commissionUsd, commissionPeriods },
      account,
    );
    const { deferredShare, deferralMonths } = group.pay;
    if (deferralMonths === 0) return dueUsd;
    const { accounts } = state;
    accounts.months.deferredUsd[seat * accounts.width + month + deferralMonths] += deferredShare * dueUsd;
    return (1 - deferredShare) * dueUsd;
  }
}
