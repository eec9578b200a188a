import type { MomentHooks } from './moments.ts';

/**
 * What the revenue engine counts, month by month. Metrics are counters or ratios of counters.
 *
 * Ledgers: `reported` is what plans pay on; `true` the same without what gaming contributed; `sound` by
 * latent state. A counter of `three` ledgers has a slot for each. A counter of `one` ledger is the same in
 * all: money that really came in, hours that were really worked.
 */
export interface CounterDefinition {
  readonly id: string;
  readonly ledgers: 'three' | 'one';
  /** When it is counted, and by how much, where no lever, game or phase of the engine counts it. */
  readonly counts?: MomentHooks<number>;
}

/** Counters that the engine itself counts and that live in three ledgers. */
const IN_THREE_LEDGERS = [
  'visits',
  'leads',
  'mqls',
  'sqls',
  'worked',
  'accepted',
  'dropped',
  'marketingOpportunities',
  'opportunities',
  'marketingPipelineUsd',
  'pipelineUsd',
  'effectiveness',
  'meetings',
  'activities',
  'openPipelineUsd',
] as const;

/** Counters that the engine itself counts and that are the same in all ledgers. */
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
  'satisfactionSum',
  'satisfactionWeight',
  'listUsd',
  'forecastUsd',
  'forecastErrorUsd',
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
  'turnedDown',
  'otherLineWins',
  'otherLineUsd',
  'meetingOpportunities',
  'reviewed',
] as const;

export type EngineCounter = (typeof IN_THREE_LEDGERS)[number] | (typeof IN_ONE_LEDGER)[number];

/** Counters of the engine, as definitions. */
export const ENGINE_COUNTERS: readonly CounterDefinition[] = [
  ...IN_THREE_LEDGERS.map((id) => ({ id, ledgers: 'three' }) as const),
  ...IN_ONE_LEDGER.map((id) => ({ id, ledgers: 'one' }) as const),
];

/** Offsets of the ledgers from the slot of a counter that lives in three. */
export const REPORTED = 0;
export const TRUE = 1;
export const SOUND = 2;

/** First slot of each counter of the engine: constants, since the daily loop counts by them. */
export const COUNTER = Object.fromEntries([
  ...IN_THREE_LEDGERS.map((id, i) => [id, 3 * i]),
  ...IN_ONE_LEDGER.map((id, i) => [id, 3 * IN_THREE_LEDGERS.length + i]),
]) as Readonly<Record<EngineCounter, number>>;
