import type { LuckKey } from '../../../random/luck.ts';
import type { Floor } from './game.ts';

/** What a planner sees of the run, and puts into force. */
export interface PlannerView {
  readonly luck: LuckKey;
  /** How many people have held the chair before. */
  readonly incumbent: number;
  readonly isEmployed: boolean;
  /** Dollars that whoever holds the chair would forgo to avoid a month of gaming at scale 1. */
  integrityUsd: number;
  /** Times that gaming of this chair was discovered. */
  readonly discoveries: number;
  /** Gaming of the running month, in units, and levels in force: [assignment]. */
  readonly units: Float64Array;
  readonly level: Float64Array;
  /**
   * Levels that are to be in force, and up to which a gaming tactic tops its counter up at month end: written
   * here.
   */
  readonly planned: Float64Array;
  readonly topUp: Float64Array;
  /** What has been reported of the running month, and in a month of play (0-based). */
  reportedSoFar(slot: number): number;
  reportedIn(month: number, slot: number): number;
}

/** What a group of sellers sees of the run, and puts into force. */
export interface SellerDesk {
  readonly floor: Floor;
  /** Chairs of the group. */
  readonly chairs: readonly number[];
  readonly quotaUsd: Float64Array;
  /** Effort until the next decision, and bookings forecast for the month: written here, [seat]. */
  readonly effort: Float64Array;
  readonly forecastUsd: Float64Array;
}

/** Days of a month of play, as decisions are asked for. */
export interface DecisionDay {
  /** Month of play, 0-based. */
  readonly month: number;
  /** 0 on the first day of the month. */
  readonly dayOfMonth: number;
}
