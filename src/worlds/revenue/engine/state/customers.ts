import type { Company } from '../../contract/company.ts';
import { makeTable, Table } from './table.ts';

/** Contracts by expiry month: the first deal of each month's list; -1 if empty. */
class RenewalColumns extends Table {
  head = this.i32(-1);
}

/** Contracts signed before the warm-up, by month of play modulo their term. */
class OlderColumns extends Table {
  number = this.f64();
}

class CustomerScalars extends Table {
  won = this.real(0);
  customers = this.real(0);
  /** Customers satisfied enough to refer others. */
  references = this.real(0);
  /** This and all below: since play began. */
  newCustomers = this.real(0);
  lifetimeValueUsd = this.real(0);
  renewalsDue = this.real(0);
  renewalsKept = this.real(0);
  renewalUsd = this.real(0);
}

export class Customers {
  readonly all: CustomerScalars;
  readonly renewals: RenewalColumns;
  readonly older: OlderColumns;

  constructor({ days, world }: Company) {
    this.all = makeTable(CustomerScalars);
    const months = Math.ceil(days / world.calendar.daysPerMonth) + world.customers.contractMonths + 2;
    this.renewals = makeTable(RenewalColumns, months);
    this.older = makeTable(OlderColumns, world.customers.contractMonths);
  }

  reset(): void {
    this.all.reset();
    this.renewals.reset();
    this.older.reset();
  }

  copyFrom(other: Customers): void {
    this.all.copyFrom(other.all);
    this.renewals.copyFrom(other.renewals);
    this.older.copyFrom(other.older);
  }
}
