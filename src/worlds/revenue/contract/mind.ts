import type { LuckKey } from '../../../random/luck.ts';
import type { Floor } from './game.ts';

/** A planner's view of the run, and where decisions are written. */
export interface PlannerView {
  readonly luck: LuckKey;
  /** Number of previous holders of the position. */
  readonly incumbent: number;
  readonly isEmployed: boolean;
  /** Draw of the holder among applicants; 0 where there was no choice. */
  readonly applicant: number;
  /** Month of play in which the holder was hired; 0 for the first. */
  readonly hiredMonth: number;
  /** Integrity cost to the holder of a month of gaming, in dollars per unit of scale. */
  integrityUsd: number;
  /** Number of times that gaming in this position was discovered. */
  readonly discoveries: number;
  /** Commission of the plan year so far, and draw to be earned back, in dollars. */
  readonly commissionOfYearUsd: number;
  readonly drawBalanceUsd: number;
  /** Gaming units done in the running month, and levels in force: [own assignment]. */
  readonly units: Float64Array;
  readonly level: Float64Array;
  /** Output: levels to put into force, and counter levels that gaming tops up to at month end. */
  readonly planned: Float64Array;
  readonly topUp: Float64Array;
  /** Reported amount of the running month so far, and of a month of play (0-based). */
  reportedSoFar(slot: number): number;
  reportedIn(month: number, slot: number): number;
}

/** A seller group's view of the run, and where decisions are written. */
export interface SellerDesk {
  readonly floor: Floor;
  /** Positions of the group. */
  readonly chairs: readonly number[];
  readonly quotaUsd: Float64Array;
  /** Output: effort until the next decision, and bookings forecast for the month: [seat]. */
  readonly effort: Float64Array;
  readonly forecastUsd: Float64Array;
}

/** Date of a decision within play. */
export interface DecisionDay {
  /** Month of play, 0-based. */
  readonly month: number;
  /** 0 on the first day of the month. */
  readonly dayOfMonth: number;
}
