import type { Company } from '../../contract/company.ts';
import { PART_WIDTH } from '../../contract/parts.ts';
import { BLAME_COUNT, TALLY_COUNT } from '../../contract/tallies.ts';

/**
 * Books of a run: the running month, the closed months of play, and sums that are not counters.
 *
 * Slots of a month: see {@link Company.slots}. The closed months are followed by the tail as a whole, and
 * then by every month's assignments: hollow amounts of gaming, levels of work.
 */
export class Books {
  /** Running month: [slot]. */
  readonly month: Float64Array;
  /**
   * [month * slots + slot], the tail last; then [month * assignments + assignment]: see {@link
   * assignmentsAt}.
   */
  readonly months: Float64Array;
  readonly tally = new Float64Array(TALLY_COUNT);
  readonly blame = new Float64Array(BLAME_COUNT);
  /** Sums over the months of play: [part * PART_WIDTH + measure]; empty unless outcomes are broken down. */
  readonly parts: Float64Array;
  readonly slots: number;
  /** Offset of the months' assignments in `months`. */
  readonly assignmentsAt: number;

  constructor({ slots, world, assignments, partCount }: Company) {
    this.parts = new Float64Array(partCount * PART_WIDTH);
    this.slots = slots.size;
    this.month = new Float64Array(slots.size);
    this.assignmentsAt = (world.horizonMonths + 1) * slots.size;
    this.months = new Float64Array(this.assignmentsAt + world.horizonMonths * assignments.length);
  }

  reset(): void {
    this.month.fill(0);
    this.months.fill(0);
    this.tally.fill(0);
    this.blame.fill(0);
    this.parts.fill(0);
  }

  copyFrom(other: Books): void {
    this.month.set(other.month);
    this.months.set(other.months);
    this.tally.set(other.tally);
    this.blame.set(other.blame);
    this.parts.set(other.parts);
  }

  /** Sum of a slot over the `months` months of play that end with `month` (0-based). */
  sumMonths(month: number, months: number, slot: number): number {
    let sum = 0;
    for (let i = Math.max(0, month - months + 1); i <= month; i++) sum += this.months[i * this.slots + slot];
    return sum;
  }
}
