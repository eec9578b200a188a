import type { PayAccount } from '../../../../plans/settlement.ts';
import type { Company } from '../../contract/company.ts';
import { makeTable, Table } from './table.ts';

/** Balances of pay that are carried from one pay day to the next, one row each. */
export class BalanceColumns extends Table {
  commissionOfYearUsd = this.f64();
  variableOfYearUsd = this.f64();
  drawBalanceUsd = this.f64();
  commissionPeriods = this.f64();
  toppedUpUsd = this.f64();
}

/** One row of balances as an account. */
export class Balance implements PayAccount {
  row = 0;
  private readonly columns: BalanceColumns;

  constructor(columns: BalanceColumns) {
    this.columns = columns;
  }

  get commissionOfYearUsd(): number {
    return this.columns.commissionOfYearUsd[this.row];
  }

  set commissionOfYearUsd(usd: number) {
    this.columns.commissionOfYearUsd[this.row] = usd;
  }

  get variableOfYearUsd(): number {
    return this.columns.variableOfYearUsd[this.row];
  }

  set variableOfYearUsd(usd: number) {
    this.columns.variableOfYearUsd[this.row] = usd;
  }

  get drawBalanceUsd(): number {
    return this.columns.drawBalanceUsd[this.row];
  }

  set drawBalanceUsd(usd: number) {
    this.columns.drawBalanceUsd[this.row] = usd;
  }

  get commissionPeriods(): number {
    return this.columns.commissionPeriods[this.row];
  }

  set commissionPeriods(periods: number) {
    this.columns.commissionPeriods[this.row] = periods;
  }

  get toppedUpUsd(): number {
    return this.columns.toppedUpUsd[this.row];
  }

  set toppedUpUsd(usd: number) {
    this.columns.toppedUpUsd[this.row] = usd;
  }

  /** Opens the account of a new holder. */
  open(): void {
    this.commissionOfYearUsd = 0;
    this.variableOfYearUsd = 0;
    this.drawBalanceUsd = 0;
    this.commissionPeriods = 0;
    this.toppedUpUsd = 0;
  }
}

/**
 * Accounts of everybody but sellers: planners on reported and on true results, then inside sales, then
 * managers.
 */
export class StaffBalances {
  readonly columns: BalanceColumns;
  private readonly planners: number;
  private readonly callers: number;

  constructor({ planners, callers, judges }: Company) {
    this.planners = planners.length;
    this.callers = callers.length;
    this.columns = makeTable(BalanceColumns, 2 * this.planners + this.callers + judges.length);
  }

  /** Row of a planner's account in a ledger; of a group of inside sales; of a manager. */
  ofPlanner(row: number, ledger: number): number {
    return 2 * row + ledger;
  }

  ofCaller(row: number): number {
    return 2 * this.planners + row;
  }

  ofJudge(row: number): number {
    return 2 * this.planners + this.callers + row;
  }

  reset(): void {
    this.columns.reset();
  }
}
