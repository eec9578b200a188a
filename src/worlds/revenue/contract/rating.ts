/**
 * How a person's rating comes about, compiled for a period of `months`.
 *
 * Formula: rating = base + sum over parts of perUnit x amount / periods + noiseSd x z, with a standard normal
 * z for each rating. A rating of 1 meets expectations.
 */
export interface RatingTerms {
  readonly months: number;
  /** Counters that the judge sees, by first slot, and what one unit in a period adds to the rating. */
  readonly parts: readonly { readonly slot: number; readonly perUnit: number }[];
  /** Rating of somebody of whom nothing is seen. */
  readonly base: number;
  readonly noiseSd: number;
  /** Cost of the judge's hours for a rating, in dollars. */
  readonly costUsd: number;
  /** Chance that the bonus is paid as promised. */
  readonly keptShare: number;
}
