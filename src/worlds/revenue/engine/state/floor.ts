import type { Company } from '../../contract/company.ts';
import { SCORE_CLASSES } from '../../contract/labels.ts';
import { makeTable, Table } from './table.ts';

/** One row per sales position. Positions from `seats` on are not open. */
class SeatColumns extends Table {
  /** Hours owed from yesterday. */
  debt = this.f64();
  /** Hours among them that are owed to leads that were never ready. */
  wastedDebt = this.f64();
  /** Deal queues: in progress, awaiting decision, won and held back. First and last deal; -1 if empty. */
  workHead = this.i32(-1);
  workTail = this.i32(-1);
  closeHead = this.i32(-1);
  closeTail = this.i32(-1);
  heldHead = this.i32(-1);
  /** Prospecting done and that due for the next opportunity, in opportunities; number found so far. */
  prospecting = this.f64();
  prospectingGoal = this.f64(0, true);
  prospects = this.i32();
  /** Hours prospected in about the last month. */
  prospectedHours = this.f64();
  /** Hours in which an opportunity is found, as a multiple of those at usual hours. */
  crowding = this.f64(1);
  /** Hours in which an opportunity is found today. */
  ownHours = this.f64();
  /** Commission credit of the running month, and that of self-sourced deals, in dollars. */
  bookedUsd = this.f64();
  ownBookedUsd = this.f64();
  /** Bookings over the months of play, and those before the holder came under judgement, in dollars. */
  totalUsd = this.f64();
  judgedFromUsd = this.f64();
  /** Monthly quota, and bookings forecast for the month, in dollars. */
  quotaUsd = this.f64(0, true);
  forecastUsd = this.f64(0, true);
  effort = this.f64(1);
  /** Selling hours per day until hours are planned again. */
  hoursOfDay = this.f64();
  /** Padded log entries per day. */
  paddedPerDay = this.f64();
  /** Bit mask of the classes whose piles hold leads. */
  piled = this.i32();
  /** Accumulated share of a turn in the rotation of leads, for part-time sellers. */
  turn = this.f64();
  /** Share of the agreed hours worked: 0 if vacant, 1 after the ramp. */
  capacity = this.f64(0, true);
  /** Territory potential, as a multiple of the mean over the initial positions. */
  territory = this.f64(1);
  /** Multiplier on the win chance. */
  skill = this.f64(1);
  /** Month of the run in which a vacancy is filled, and in which the holder was hired. */
  vacantUntil = this.i32();
  hired = this.i32();
  /** 1 for somebody hired in play until the first deal is won; what is left of it at expected value. */
  awaitsFirst = this.f64();
  /** Number of hires in the run; 0 while the initial holder stays or the position has never been filled. */
  careers = this.i32();
  /** Exponential average of monthly attainment. */
  record = this.f64(1);
  /** Lost deals that can still pass as open: number and list value. */
  lostDeals = this.f64();
  lostUsd = this.f64();
  /** Hours per day spent on pipeline coverage: in reviews, or on keeping lost deals. */
  askedHours = this.f64();
}

/** Scalars of the whole floor. */
class FloorScalars extends Table {
  seats = this.whole(0);
  /** Daily selling hours of all sellers, and their padded log entries. */
  hoursOfTeam = this.real(0);
  paddedOfTeam = this.real(0);
  /** Next position in the rotation of leads. */
  nextSeat = this.whole(0);
  /** Share of quotas lobbied away. */
  lobbiedShare = this.real(0);
  /** Hours owed by inside sales. */
  insideDebt = this.real(0);
}

/** Trust: one row per position and class of leads, then the team's. */
class TrustColumns extends Table {
  /** Ready and unready leads remembered. */
  ready = this.f64();
  unready = this.f64();
  /** Contribution to the belief that a lead is ready: the row's Beta mean times its weight. */
  belief = this.f64();
}

/** Leads that wait with sellers, by position and class: the next to be called and the last, or -1 if none. */
class PileColumns extends Table {
  head = this.i32(-1);
  tail = this.i32(-1);
}

/** Activity log of the running month: one row per group of sellers; not used for a single group. */
class GroupColumns extends Table {
  entries = this.f64();
}

/** Inside sales in the running month: one row per group; not used for a single group. */
class CallerColumns extends Table {
  meetings = this.f64();
  opportunities = this.f64();
}

export class FloorState {
  readonly seats: SeatColumns;
  readonly groups: GroupColumns;
  readonly callers: CallerColumns;
  readonly all: FloorScalars;
  readonly trust: TrustColumns;
  readonly piles: PileColumns;
  private readonly company: Company;

  constructor(company: Company) {
    this.company = company;
    this.seats = makeTable(SeatColumns, company.seats);
    this.groups = makeTable(GroupColumns, company.sellers.length);
    this.callers = makeTable(CallerColumns, company.callers.length);
    this.all = makeTable(FloorScalars);
    this.trust = makeTable(TrustColumns, (company.seats + 1) * SCORE_CLASSES);
    this.piles = makeTable(PileColumns, company.seats * company.classes);
  }

  reset(): void {
    const { world, timeShares, startMonths } = this.company;
    const { sales } = world;
    this.seats.reset();
    this.groups.reset();
    this.callers.reset();
    this.all.reset();
    this.trust.reset();
    this.piles.reset();
    this.all.seats = sales.reps;
    const { quotaUsd, forecastUsd, capacity, vacantUntil } = this.seats;
    for (let seat = 0; seat < timeShares.length; seat++) {
      quotaUsd[seat] = timeShares[seat] * sales.quotaUsdPerMonth;
      forecastUsd[seat] = quotaUsd[seat];
      const startsLater = startMonths[seat] > 0;
      capacity[seat] = seat < sales.reps && !startsLater ? 1 : 0;
      if (startsLater) vacantUntil[seat] = world.calendar.warmUpMonths + startMonths[seat] - 1;
    }
  }

  copyFrom(other: FloorState): void {
    this.seats.copyFrom(other.seats);
    this.groups.copyFrom(other.groups);
    this.callers.copyFrom(other.callers);
    this.all.copyFrom(other.all);
    this.trust.copyFrom(other.trust);
    this.piles.copyFrom(other.piles);
  }
}
