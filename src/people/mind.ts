/**
 * Decision maker of one position, or of a group of people with the same pay. The engine calls it at fixed
 * moments with its own view of the company. Sellers have no tenure and no month end.
 *
 * No decision may depend on an earlier run. `startTenure` is called for the first holder of each position
 * when play begins.
 */
export interface Mind<View, Day> {
  /** Whether decisions made after the first day of a month can change anything. */
  readonly choosing: boolean;
  /** A new person takes the position. */
  startTenure(view: View): void;
  /** The first day of a month. */
  monthBegins(view: View, day: Day): void;
  /**
   * The first day of a week; unless `choosing`, only the first day of a month. Writes decisions into the
   * view, for the engine to apply.
   */
  decide(view: View, day: Day): void;
  /** The last day of a month, before its books are closed. */
  monthEnds(view: View, day: Day): void;
}
