import { pow } from '../../../core/numeric/elementary.ts';
import { isDue, type PayComponent, payOf } from '../../../plans/payroll.ts';
import { leave, openAccount, settle } from '../../../plans/settlement.ts';
import type { Company, SellerGroup } from '../contract/company.ts';
import { REPORTED } from '../contract/counters.ts';
import { TALLY } from '../contract/tallies.ts';
import { CompanyBooks } from './companyBooks.ts';
import { OwnBooks } from './ownBooks.ts';
import type { RunState } from './state/state.ts';

const MONTHS_PER_YEAR = 12;

/** Settles the pay of sales positions whose pay takes more than a month's commission. */
export class SellerAccounts {
  private readonly state: RunState;
  private readonly company: Company;
  private readonly own: OwnBooks;
  /** Books of the whole team, for components that pay on its results. */
  private readonly team: CompanyBooks;

  constructor(state: RunState, company: Company) {
    this.state = state;
    this.company = company;
    this.own = new OwnBooks(state);
    this.team = new CompanyBooks(state);
    this.team.ledger = REPORTED;
  }

  /** Closes the month of one position; its results must still be in the books of the month. */
  record(seat: number, month: number, bookedUsd: number, quotaUsd: number): void {
    const { seats, months, width } = this.state.accounts;
    const at = seat * width + month;
    months.bookedUsd[at] = bookedUsd;
    months.quotaUsd[at] = quotaUsd;
    months.wins[at] = seats.wins[seat];
    months.accepted[at] = seats.accepted[seat];
    months.satisfactionSum[at] = seats.satisfactionSum[seat];
    months.satisfactionWeight[at] = seats.satisfactionWeight[seat];
    seats.wins[seat] = 0;
    seats.accepted[seat] = 0;
    seats.satisfactionSum[seat] = 0;
    seats.satisfactionWeight[seat] = 0;
  }

  /** Variable pay of a position for a month of play, in dollars. */
  pay(seat: number, month: number): number {
    return this.settleSeat(seat, month, (component) => isDue(component, month)) + this.released(seat, month);
  }

  /** Closes the account of a leaver, or of a vacancy that ends; books what is paid and given up. */
  close(seat: number, month: number): void {
    if (!this.hasAccount(seat) || month < 0) return;
    const { accounts, books } = this.state;
    const { seats, months, width } = accounts;
    const due = this.settleSeat(seat, month, (component) => !isDue(component, month));
    const group = this.groupOf(seat);
    const owed = seats.drawBalanceUsd[seat];
    const account = { ...openAccount(), drawBalanceUsd: owed };
    leave(group.written, account);
    books.tally[TALLY.sellerPay] += due - account.drawBalanceUsd;
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
    let usd = this.settleSeat(seat, month, (component) => !isDue(component, month));
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

  private released(seat: number, month: number): number {
    const { months, width } = this.state.accounts;
    return months.deferredUsd[seat * width + month];
  }

  /** Settles the components of a position that end, and returns what is paid now. */
  private settleSeat(seat: number, month: number, ends: (component: PayComponent) => boolean): number {
    const { own, team, state } = this;
    const group = this.groupOf(seat);
    own.seat = seat;
    own.month = month;
    team.month = month;
    let bonusUsd = 0;
    let commissionUsd = 0;
    let commissionPeriods = 0;
    for (const component of group.pay.components) {
      if (!ends(component)) continue;
      const usd = payOf(component, month, component.scope === 'team' ? team : own);
      if (component.followsQuota) {
        commissionUsd += usd;
        const open = (month + 1) % component.months || component.months;
        commissionPeriods = own.heldMonths(open, 0) / component.months;
      } else bonusUsd += usd;
    }
    // What others sign for a vacant position is paid to them, without a draw or a guarantee.
    if (state.floor.seats.capacity[seat] === 0) return bonusUsd + commissionUsd;
    const { seats, months, width } = state.accounts;
    const account = {
      commissionOfYearUsd: seats.commissionOfYearUsd[seat],
      variableOfYearUsd: seats.variableOfYearUsd[seat],
      drawBalanceUsd: seats.drawBalanceUsd[seat],
      commissionPeriods: seats.commissionPeriods[seat],
    };
    // Those who were there before play are past their first months.
    const { careers } = state.floor.seats;
    const monthInJob = careers[seat] === 0 ? Infinity : month - seats.joinedMonth[seat];
    const day = { month, months: 1, monthInJob, bonusUsd, commissionUsd, commissionPeriods };
    const { dueUsd } = settle(group.written, day, account);
    seats.commissionOfYearUsd[seat] = account.commissionOfYearUsd;
    seats.variableOfYearUsd[seat] = account.variableOfYearUsd;
    seats.drawBalanceUsd[seat] = account.drawBalanceUsd;
    seats.commissionPeriods[seat] = account.commissionPeriods;
    const { deferredShare, deferralMonths } = group.pay;
    if (deferralMonths === 0) return dueUsd;
    months.deferredUsd[seat * width + month + deferralMonths] += deferredShare * dueUsd;
    return (1 - deferredShare) * dueUsd;
  }
}
