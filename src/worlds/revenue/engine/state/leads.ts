import { LEAD } from '../../contract/labels.ts';
import type { Market } from '../market/market.ts';
import { makeTable, Table } from './table.ts';

/** Number of score classes used to find the best unqualified lead for relabelling. */
export const RELABEL_CLASSES = 64;

/** One row per potential lead of the market: its state in this company. */
class LeadColumns extends Table {
  status = this.u8(LEAD.absent, true);
  isRelabelled = this.u8(0, true);
  isReady = this.u8(0, true);
  seenClass = this.u8(0, true);
  next = this.i32(0, true);
  passedDay = this.i16(0, true);
  /** Position of the seller on whose pile it came. */
  seat = this.i16(0, true);
  score = this.f64(0, true);
  /** Segment of the company's dimensions; not set if it has none. */
}

/** Heads of lists of leads; -1 if empty. */
class ListColumns extends Table {
  relabelHead = this.i32(-1);
}

export type LeadRows = LeadColumns;

/** Leads of a company, indexed as in the market. */
export class Leads {
  readonly market: Market;
  readonly rows: LeadRows;
  readonly lists: ListColumns;
  /** First lead not yet considered for relabelling: earlier ones are filed, or arrived in a closed month. */
  filedTo = 0;
  /** Head of the list of leads that inside sales has not called yet, newest first. */
  insideHead = -1;

  constructor(market: Market) {
    this.market = market;
    this.rows = makeTable(LeadColumns, market.entity.length);
    this.lists = makeTable(ListColumns, RELABEL_CLASSES);
  }

  reset(): void {
    const { rows, market } = this;
    if (rows.status.length < market.entity.length) rows.grow(market.entity.length);
    rows.status.fill(LEAD.absent, 0, market.count);
    rows.isReady.fill(0, 0, market.count);
    this.lists.reset();
    this.filedTo = 0;
    this.insideHead = -1;
  }

  /** Copies all leads up to a day from another company on the same market. */
  copyFrom(other: Leads, day: number): void {
    const { rows, market } = this;
    if (rows.status.length < other.rows.status.length) rows.grow(other.rows.status.length);
    const known = market.dayStart[day + 1];
    rows.copyFrom(other.rows, known);
    rows.status.fill(LEAD.absent, known, market.count);
    rows.isReady.fill(0, known, market.count);
    this.lists.copyFrom(other.lists);
    this.filedTo = other.filedTo;
    this.insideHead = other.insideHead;
  }
}
