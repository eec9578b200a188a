import { LEAD } from '../../contract/labels.ts';
import type { Market } from '../market/market.ts';
import { makeTable, Table } from './table.ts';

/** Score classes in which relabelling looks for the best unqualified lead. */
export const RELABEL_CLASSES = 64;

/** One row a potential lead of the market: what has become of it in this company. */
class LeadColumns extends Table {
  status = this.u8(LEAD.absent, true);
  isRelabelled = this.u8(0, true);
  isReady = this.u8(0, true);
  seenClass = this.u8(0, true);
  next = this.i32(0, true);
  passedDay = this.i16(0, true);
  score = this.f64(0, true);
  /** Segment of the company's dimensions; not written where it has none. */
  segment = this.u16(0, true);
}

/** Places in lists of leads: first of each list, -1 where it is empty. */
class ListColumns extends Table {
  relabelHead = this.i32(-1);
}

export type LeadRows = LeadColumns;

/** Leads of a company, by their index in the market. */
export class Leads {
  readonly market: Market;
  readonly rows: LeadRows;
  readonly lists: ListColumns;
  /** Leads up to this one are where relabelling looks for them. */
  filedTo = 0;
  /** Leads that inside sales has not called yet, newest first. */
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

  /** Takes over all leads up to a day from another company on the same market. */
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
