import type { Company } from '../../contract/company.ts';
import { PERSON_COUNT } from '../../contract/tallies.ts';
import { makeTable, Table } from './table.ts';

/** Months beyond the horizon into which pay can be deferred. */
const MOST_DEFERRED = 121;

/** One row per planner: the position and its holder. */
class ChairColumns extends Table {
  isEmployed = this.u8(1);
  /** Number of previous holders. */
  incumbent = this.i32();
  /** Month of play in which the holder was hired, and until which the position is vacant. */
  hiredMonth = this.i32();
  vacantUntilMonth = this.i32();
  /** Month of play at whose end the last holder was dismissed; -1 if none was. */
  leftMonth = this.i32(-1);
  /** Whether the last holder left of their own accord. */
  hasQuit = this.u8();
  integrityUsd = this.f64();
  /** Draw of the holder among applicants; 0 for a holder whom nobody chose among several. */
  applicant = this.i32();
}

/** [planner * 2 + ledger]: the latest rating, on reported and on true amounts. */
class RatingColumns extends Table {
  value = this.f64();
}

/** [planner * width + month]: bonus earned on hollow numbers; deferred bonus, by the month it is due. */
class MonthColumns extends Table {
  hollowUsd = this.f64();
  deferredUsd = this.f64();
  /** Bonus paid up to and including the month. */
  paidToDateUsd = this.f64();
  /** Effort, conscience, money and sanctions borne up to and including the month. */
  borneToDateUsd = this.f64();
  /** What the bonus is worth to the holder as they see it, and to somebody who knows, in dollars. */
  seenUsd = this.f64();
  knownUsd = this.f64();
  /** Salary and target bonus of the month, where somebody held the position, in dollars. */
  salaryUsd = this.f64();
  targetUsd = this.f64();
  isHeld = this.u8();
  /** Hours moved since a change of plans, and those that people who know would have moved, in squares. */
  moved = this.f64();
  toMove = this.f64();
}

/** [planner * {@link PERSON_COUNT} + index] */
class TallyColumns extends Table {
  sum = this.f64();
}

/** Planners of a company: positions, deferred pay and tallies. */
export class Persons {
  readonly chairs: ChairColumns;
  readonly months: MonthColumns;
  readonly tallies: TallyColumns;
  readonly ratings: RatingColumns;
  /** Number of months per planner in `months`. */
  readonly width: number;

  constructor({ planners, world }: Company) {
    this.width = world.horizonMonths + MOST_DEFERRED;
    this.chairs = makeTable(ChairColumns, planners.length);
    this.months = makeTable(MonthColumns, planners.length * this.width);
    this.tallies = makeTable(TallyColumns, planners.length * PERSON_COUNT);
    this.ratings = makeTable(RatingColumns, 2 * planners.length);
  }

  reset(): void {
    this.chairs.reset();
    this.months.reset();
    this.tallies.reset();
    this.ratings.reset();
  }

  copyFrom(other: Persons): void {
    this.chairs.copyFrom(other.chairs);
    this.months.copyFrom(other.months);
    this.tallies.copyFrom(other.tallies);
    this.ratings.copyFrom(other.ratings);
  }
}
