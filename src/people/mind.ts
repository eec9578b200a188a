/**
 * Decision maker. Every mind of every role is called at the same moments, each with its own view.
 *
 * No state carries over between runs: `startTenure` is called for the first holder of each position when play
 * begins.
 */
export interface Mind<View, Day> {
  /** Whether decisions made after the first day of a month can change anything. */
  readonly choosing: boolean;
  /** A new person takes the position. */
  startTenure(view: View): void;
  /** The first day of a month. */
  monthBegins(view: View, day: Day): void;
  /** The first day of a week: puts decisions into effect. */
  decide(view: View, day: Day): void;
  /** The last day of a month, before its books are closed. */
  monthEnds(view: View, day: Day): void;
}
