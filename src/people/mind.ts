/**
 * How somebody decides. Every mind of every role is asked at the same moments; what they see differs.
 *
 * Nothing of one run reaches the next: `startTenure` is called for the first holder of a chair at the
 * beginning of play.
 */
export interface Mind<View, Day> {
  /** Whether decisions between first days of months can change anything. */
  readonly choosing: boolean;
  /** A new person takes the chair. */
  startTenure(view: View): void;
  /** The first day of a month. */
  monthBegins(view: View, day: Day): void;
  /** The first day of a week: puts choices into force. */
  decide(view: View, day: Day): void;
  /** The last day of a month, before its books are closed. */
  monthEnds(view: View, day: Day): void;
}
