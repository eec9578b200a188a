import { makeTable, Table } from './table.ts';

/** Initial number of rows; the table doubles when full. */
const ROOM = 1024;

/**
 * One row per opportunity, from opening through every renewal of the contract. A row is set when added, and
 * its `weight` when the deal is won.
 */
class DealColumns extends Table {
  seat = this.i32(0, true);
  openedDay = this.i16(0, true);
  /** First day on which it is decided, if it is fully worked by then. */
  dueDay = this.f64(0, true);
  /** Win chance when it was opened, by which its time to a decision was drawn. */
  openChance = this.f64(0, true);
  hours = this.f64(0, true);
  valueUsd = this.f64(0, true);
  fit = this.f64(0, true);
  readiness = this.f64(0, true);
  isReady = this.u8(0, true);
  origin = this.u8(0, true);
  waitedDays = this.f64(0, true);
  entity = this.i32(0, true);
  next = this.i32(0, true);
  /** Product line of the price list; 0 if there is none. */
  product = this.u8(0, true);
  /** Share of the customer retained: 1 or 0, or a probability when deals count at expected value. */
  weight = this.f64(0, true);
  renewals = this.u8(0, true);
  /** Bits of the line sold, of two that a buyer would take, and of the game counters to update on a win. */
  line = this.u8(0, true);
  marks = this.i32(0, true);
  /** Churn chance added and satisfaction lost through games. */
  churnShift = this.f64(0, true);
  satisfactionLoss = this.f64(0, true);
  /** Commission clawed back if the customer churns when the first contract ends, in dollars. */
  backUsd = this.f64(0, true);
}

export type DealRows = DealColumns;

/** Opportunities, customers and contracts of a company. */
export class Deals {
  readonly rows: DealRows = makeTable(DealColumns, ROOM);
  count = 0;

  reset(): void {
    this.count = 0;
  }

  copyFrom(other: Deals): void {
    while (this.rows.seat.length < other.rows.seat.length) this.rows.grow(2 * this.rows.seat.length);
    this.rows.copyFrom(other.rows, other.count);
    this.count = other.count;
  }

  /** Adds a row, without marks. */
  add(): number {
    const { rows } = this;
    if (this.count === rows.seat.length) rows.grow(2 * rows.seat.length);
    const deal = this.count++;
    rows.renewals[deal] = 0;
    rows.line[deal] = 0;
    rows.marks[deal] = 0;
    rows.churnShift[deal] = 0;
    rows.satisfactionLoss[deal] = 0;
    rows.backUsd[deal] = 0;
    return deal;
  }
}
