import type { Company } from '../../contract/company.ts';
import { makeTable, Table } from './table.ts';

/** [row * width + month of play] */
class CreditColumns extends Table {
  creditedUsd = this.f64();
}

/** [group * width + month of play] */
class CallerMonths extends Table {
  meetings = this.f64();
  opportunities = this.f64();
}

/** Results by month that are kept for single people or groups, besides those of sales positions. */
export class PeopleMonths {
  /** Bookings as credited to those with credit terms of their own, in order of `company.credits`. */
  readonly credits: CreditColumns;
  /** Results of every group of inside sales. */
  readonly callers: CallerMonths;
  readonly width: number;

  constructor({ credits, callers, world }: Company) {
    this.width = world.horizonMonths;
    this.credits = makeTable(CreditColumns, credits.length * this.width);
    this.callers = makeTable(CallerMonths, callers.length * this.width);
  }

  reset(): void {
    this.credits.reset();
    this.callers.reset();
  }
}
