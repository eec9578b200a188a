import type { Company } from '../../contract/company.ts';
import { SCORE_CLASSES } from '../../contract/labels.ts';
import { makeTable, Table } from './table.ts';

/** One row a chair of the sales floor. Chairs beyond `seats` are not opened, or closed. */
class SeatColumns extends Table {
  /** Hours owed from yesterday. */
  debt = this.f64();
  /**
   * Queues of deals: being worked, waiting for their day, won and held back. First and last; -1 where empty.
   */
  workHead = this.i32(-1);
  workTail = this.i32(-1);
  closeHead = this.i32(-1);
  closeTail = this.i32(-1);
  heldHead = this.i32(-1);
  /**
   * Prospecting done, and at which the next opportunity is found, in opportunities; and how many were found.
   */
  prospecting = this.f64();
  prospectingGoal = this.f64(0, true);
  prospects = this.i32();
  /**
   * Bookings of the running month as they count for commission; of deals entered as found by the seller. In
   * dollars.
   */
  bookedUsd = this.f64();
  ownBookedUsd = this.f64();
  /** Bookings over the months of play, and before the manager began to judge who sits there. In dollars. */
  totalUsd = this.f64();
  judgedFromUsd = this.f64();
  /** Quota of the month, and bookings forecast for it, in dollars. */
  quotaUsd = this.f64(0, true);
  forecastUsd = this.f64(0, true);
  effort = this.f64(1);
  /** Selling hours of a day as planned for the week. */
  hoursOfDay = this.f64();
  /** Which piles hold leads: a bit for every class. */
  piled = this.i32();
  /** Share of a full day that whoever sits there works: 0 where the chair is vacant, 1 after the ramp. */
  capacity = this.f64(0, true);
  /** What the chair's territory holds, as a multiple of the mean of the first chairs. */
  territory = this.f64(1);
  /** Factor on the chance of winning. */
  skill = this.f64(1);
  /** Month of the whole run in which a vacant chair is filled, and in which whoever sits there came. */
  vacantUntil = this.i32();
  hired = this.i32();
  /** How many people have sat in the chair before. */
  careers = this.i32();
  /** Attainment of the last months, fading. */
  record = this.f64(1);
  /** Lost deals that can still pass as alive: how many, and their list value. */
  lostDeals = this.f64();
  lostUsd = this.f64();
  /** Hours a day that go into showing a full pipeline. */
  askedHours = this.f64();
}

/** Numbers of the whole floor. */
class FloorScalars extends Table {
  seats = this.whole(0);
  /** Selling hours of a day of all sellers, and their log entries without selling. */
  hoursOfTeam = this.real(0);
  paddedOfTeam = this.real(0);
  /** Chair whose turn it is to get a lead. */
  nextSeat = this.whole(0);
  /** Share of quotas that sellers have had taken off. */
  lobbiedShare = this.real(0);
  /** Hours that inside sales owes. */
  insideDebt = this.real(0);
}

/** Trust: one row a chair and class of leads, and last the team's. */
class TrustColumns extends Table {
  /** Ready and unready leads remembered. */
  ready = this.f64();
  unready = this.f64();
  /** What the row adds to the belief that a lead is ready: its Beta mean at its weight. */
  belief = this.f64();
}

/** Piles of leads: one row a chair and class. */
class PileColumns extends Table {
  head = this.i32(-1);
}

/** The sales floor. */
export class FloorState {
  readonly seats: SeatColumns;
  readonly all: FloorScalars;
  readonly trust: TrustColumns;
  readonly piles: PileColumns;
  private readonly company: Company;

  constructor(company: Company) {
    this.company = company;
    this.seats = makeTable(SeatColumns, company.seats);
    this.all = makeTable(FloorScalars);
    this.trust = makeTable(TrustColumns, (company.seats + 1) * SCORE_CLASSES);
    this.piles = makeTable(PileColumns, company.seats * company.classes);
  }

  reset(): void {
    const { sales } = this.company.world;
    this.seats.reset();
    this.all.reset();
    this.trust.reset();
    this.piles.reset();
    this.all.seats = sales.reps;
    this.seats.quotaUsd.fill(sales.quotaUsdPerMonth);
    this.seats.forecastUsd.fill(sales.quotaUsdPerMonth);
    this.seats.capacity.fill(1, 0, sales.reps).fill(0, sales.reps);
  }

  copyFrom(other: FloorState): void {
    this.seats.copyFrom(other.seats);
    this.all.copyFrom(other.all);
    this.trust.copyFrom(other.trust);
    this.piles.copyFrom(other.piles);
  }
}
