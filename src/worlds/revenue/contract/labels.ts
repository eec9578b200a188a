/** Where a lead stands. Every lead of an arm is in exactly one of these. */
export const LEAD = {
  absent: 0,
  unqualified: 1,
  waiting: 2,
  disbelieved: 3,
  followedUp: 4,
  dropped: 5,
  turnedDown: 6,
} as const;

/** How an opportunity came about. What is taken is marketing's, entered as the seller's own. */
export const ORIGIN = { qualified: 0, relabelled: 1, own: 2, taken: 3, takenRelabelled: 4 } as const;

/** Bits of a deal's product line: it is of the other line; which line it is of has been decided. */
export const LINE = { other: 1, decided: 2 } as const;

/** Classes of scores as sellers tell them apart. */
export const SCORE_CLASSES = 8;

/** Chairs that budget reviews can add to those of a scenario. */
export const MOST_NEW_SEATS = 1000;
