import type { MomentHooks } from './moments.ts';

/**
 * Counter of the revenue engine, kept by month. Metrics are counters or ratios of counters.
 *
 * Ledgers: plans pay on `reported`; `true` leaves out the contribution of gaming; `sound` counts by latent
 * state. A counter of `three` ledgers has a slot for each. A counter of `one` ledger is the same in all:
 * money that really came in, hours that were really worked.
 */
export interface CounterDefinition {
  readonly id: string;
  readonly ledgers: 'three' | 'one';
  /** When and by how much it is counted, if no lever, game or engine phase counts it. */
  readonly counts?: MomentHooks<number>;
}

/** Engine counters with three ledgers. */
const IN_THREE_LEDGERS = [
  'visits',
  'leads',
  'mqls',
  'sqls',
  'worked',
  'accepted',
  'dropped',
  'settled',
  'marketingOpportunities',
  'opportunities',
  'marketingPipelineUsd',
  'pipelineUsd',
  'effectiveness',
  'meetings',
  'activities',
  'openPipelineUsd',
  'workShown',
  'ratingSum',
  'satisfactionSum',
  'satisfactionWeight',
  'references',
  'piecesMade',
  'fieldOpportunities',
  'channelOpportunities',
  'fieldPipelineUsd',
  'channelPipelineUsd',
  'requests',
  'requestDays',
  'waits',
  'waitedDays',
] as const;

/** Engine counters that are the same in all ledgers. */
const IN_ONE_LEDGER = [
  'disbelieved',
  'wins',
  'decided',
  'bookingsUsd',
  'quotaUsd',
  'hoursWorked',
  'hoursWasted',
  'hoursAvailable',
  'marketingSpendUsd',
  'commissionUsd',
  'listUsd',
  'forecastUsd',
  'forecastErrorUsd',
  'renewalsDue',
  'renewalsKept',
  'piecesUsed',
  'ownWins',
  'ownBookingsUsd',
  'ownHours',
  'renewalDueUsd',
  'renewalUsd',
  'customers',
  'filledChairs',
  'takenLeads',
  'takenOpportunities',
  'takenPipelineUsd',
  'turnedDown',
  'otherLineWins',
  'marginGapUsd',
  'meetingOpportunities',
  'reviewed',
  'ratings',
  'otherLineBookingsUsd',
  'gamedScale',
  'churnSum',
  'firstDeals',
  'firstDealDays',
  'marginUsd',
  'velocityUsd',
  'accounts',
] as const;

export type EngineCounter = (typeof IN_THREE_LEDGERS)[number] | (typeof IN_ONE_LEDGER)[number];

/** Engine counters as definitions. */
export const ENGINE_COUNTERS: readonly CounterDefinition[] = [
  ...IN_THREE_LEDGERS.map((id) => ({ id, ledgers: 'three' }) as const),
  ...IN_ONE_LEDGER.map((id) => ({ id, ledgers: 'one' }) as const),
];

/** Counters that are counted at a deal, which has a line, a channel and a seller. */
export const AT_DEALS: ReadonlySet<string> = new Set<EngineCounter>([
  'opportunities',
  'pipelineUsd',
  'marketingOpportunities',
  'marketingPipelineUsd',
  'wins',
  'decided',
  'bookingsUsd',
  'marginUsd',
  'ownWins',
  'ownBookingsUsd',
  'fieldOpportunities',
  'fieldPipelineUsd',
  'channelOpportunities',
  'channelPipelineUsd',
]);
/**
 * Counters that are counted when a seller calls a lead or gives it up: it has a channel and a seller, but no
 * line yet.
 */
export const AT_LEADS: ReadonlySet<string> = new Set<EngineCounter>(['accepted', 'waits', 'waitedDays']);

/** Offsets of the ledgers from the first slot of a three-ledger counter. */
export const REPORTED = 0;
export const TRUE = 1;
export const SOUND = 2;

/** First slot of each engine counter: constants, since the daily loop uses them. */
export const COUNTER = Object.fromEntries([
  ...IN_THREE_LEDGERS.map((id, i) => [id, 3 * i]),
  ...IN_ONE_LEDGER.map((id, i) => [id, 3 * IN_THREE_LEDGERS.length + i]),
]) as Readonly<Record<EngineCounter, number>>;
