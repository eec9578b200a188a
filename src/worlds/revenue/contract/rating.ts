/**
 * Terms of a person's rating, compiled for a rating period of `months`.
 *
 * Formula: rating = base + sum over parts of perUnit x amount / periods + noiseSd x z, with a standard normal
 * z for each rating. A rating of 1 meets expectations.
 */
export interface RatingTerms {
  readonly months: number;
  /** Counters that the rating goes by, by first slot, and what one unit per period adds to it. */
  readonly parts: readonly { readonly slot: number; readonly perUnit: number }[];
  /** Rating at zero of all counters. */
  readonly base: number;
  readonly noiseSd: number;
  /** Cost of the supervisor's hours for a rating, in dollars. */
  readonly costUsd: number;
  /** Probability that the bonus on the rating is paid. */
  readonly keptShare: number;
}
