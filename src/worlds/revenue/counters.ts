/**
 * What the revenue engine counts, month by month and in three ledgers. Metrics are counters or ratios of counters.
 *
 * `reported`: what plans pay on. `true`: the same without what gaming contributed. `sound`: by latent state. Money that really came in
 * (bookings, commission) is the same in all three.
 */
export const COUNTERS = [
  'visits',
  'leads',
  'mqls',
  'sqls',
  'worked',
  'accepted',
  'dropped',
  'disbelieved',
  'marketingOpportunities',
  'opportunities',
  'marketingPipelineUsd',
  'pipelineUsd',
  'wins',
  'decided',
  'bookingsUsd',
  'quotaUsd',
  'hoursWorked',
  'hoursWasted',
  'hoursAvailable',
  'marketingSpendUsd',
  'commissionUsd',
  'satisfactionSum',
  'satisfactionWeight',
  'effectiveness',
  'listUsd',
  'discountUsd',
  'pulledForward',
  'heldBack',
  'forecastUsd',
  'forecastErrorUsd',
  'gambled',
  'renewalsDue',
  'renewalsKept',
  'piecesMade',
  'piecesUsed',
  'ownWins',
  'ownBookingsUsd',
  'ownHours',
  'renewalDueUsd',
  'renewalUsd',
  'references',
  'customers',
  'filledChairs',
  'takenLeads',
  'takenOpportunities',
  'takenPipelineUsd',
  'meetings',
  'turnedDown',
  'promised',
  'otherLineWins',
  'otherLineUsd',
  'activities',
  'meetingOpportunities',
  'openPipelineUsd',
  'reviewed',
] as const;

/** How many there are, and where each ledger of a month begins. */
export const COUNTER_COUNT = COUNTERS.length;
export const REPORTED = 0;
export const TRUE = COUNTER_COUNT;
export const SOUND = 2 * COUNTER_COUNT;

export type Counter = (typeof COUNTERS)[number];

/** Index of each counter, for typed arrays. */
export const COUNTER = Object.fromEntries(COUNTERS.map((name, i) => [name, i])) as Readonly<
  Record<Counter, number>
>;
