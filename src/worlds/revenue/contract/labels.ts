/** Working days of a week. */
export const DAYS_PER_WEEK = 5;

/** Lower bound on the churn share wherever 1 / churn is a lifetime. */
export const LEAST_CHURN = 0.02;

/** Status of a lead. Every lead of an arm has exactly one. */
export const LEAD = {
  absent: 0,
  unqualified: 1,
  waiting: 2,
  disbelieved: 3,
  followedUp: 4,
  dropped: 5,
  turnedDown: 6,
} as const;

/**
 * Source of an opportunity: a lead that was qualified or relabelled; field marketing; a partner; the seller.
 * `taken`: marketing's, entered as the seller's own. From `own` on, it is entered as self-sourced.
 */
export const ORIGIN = {
  qualified: 0,
  relabelled: 1,
  field: 2,
  partner: 3,
  own: 4,
  taken: 5,
  takenRelabelled: 6,
} as const;

/** Bits of a deal's product line: it is the other line; the line has been decided. */
export const LINE = { other: 1, decided: 2 } as const;

/** Number of score classes that sellers can tell apart. */
export const SCORE_CLASSES = 8;

/** Maximum number of positions that budget reviews can add to a scenario. */
export const MOST_NEW_SEATS = 1000;
