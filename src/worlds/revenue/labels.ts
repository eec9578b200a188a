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

/** How an opportunity came about; what is taken is marketing's, entered as the seller's own. */
export const ORIGIN = { qualified: 0, relabelled: 1, own: 2, taken: 3, takenRelabelled: 4 } as const;

/** Bits of what was sold: more was promised than the product does; it is of the other line; which line it is has been decided. */
export const TRAIT = { promised: 1, otherLine: 2, decided: 4 } as const;

/** Score classes used to find the best unqualified lead to relabel. */
export const RELABEL_CLASSES = 64;

/** Arrays of the state with a row for every lead: they grow. */
export const LEAD_ROWS = [
  'leadStatus',
  'leadRelabelled',
  'leadIsReady',
  'leadClass',
  'leadNext',
  'leadPassedDay',
  'leadScore',
] as const;
/** Likewise of every opportunity. */
export const OPPORTUNITY_ROWS = [
  'oppRep',
  'oppOpened',
  'oppHours',
  'oppValue',
  'oppFit',
  'oppReadiness',
  'oppIsReady',
  'oppOrigin',
  'oppWait',
  'oppEntity',
  'oppNext',
  'oppWeight',
  'oppRenewals',
  'oppTraits',
  'oppBackUsd',
] as const;

/** Arrays of the state that hold places in queues: none at the beginning of a run. */
export const HEADS = [
  'stack',
  'workHead',
  'workTail',
  'closeHead',
  'closeTail',
  'heldHead',
  'renewalHead',
  'relabelHead',
] as const;
/** And those that add up from 0. */
export const SUMS = [
  'month',
  'months',
  'piled',
  'debt',
  'prospecting',
  'prospects',
  'repBookings',
  'repOwnBookings',
  'repTotals',
  'vacantUntil',
  'hired',
  'careers',
  'repBefore',
  'lostDeals',
  'lostUsd',
  'askedHours',
  'carry',
  'units',
  'visitMean',
  'botMean',
  'topUp',
  'hollowBonus',
  'deferredUsd',
  'blame',
  'tally',
] as const;
