import { responseTo } from '../../../people/solver/response.ts';
import type { CompiledTactic } from '../contract/company.ts';
import type { Lever } from '../contract/lever.ts';

/** Intensities at which work is measured: from next to none to as much as hours allow. 1 is the baseline. */
const WORK_LEVELS = [0.05, 0.5, 0.8, 1.25, 2, 4];
/** Intensities at which gaming is measured, as shares of the most that is likely. */
const GAMING_SHARES = [1 / 32, 1 / 16, 1 / 8, 1 / 4, 3 / 8, 1 / 2, 1];
/** Gaming beyond this scale is believed to go on as it does up to it. */
const LIKELY_SCALE = 4;

/** A level at which a tactic is tried, and the response to it. */
export interface Trial {
  readonly id: string;
  readonly level: number;
  readonly response: number;
}

export function trialsOf(tactics: readonly CompiledTactic[]): Trial[] {
  return tactics.flatMap(
    ({ definition: { id }, lever, productive, hoursPerMonth, elasticity, maxScale }): Trial[] => {
      if (!productive) return gamingLevels(lever, maxScale).map((level) => ({ id, level, response: level }));
      if (!(hoursPerMonth > 0)) return [];
      return WORK_LEVELS.map((level) => ({ id, level, response: responseTo(level, elasticity) }));
    },
  );
}

/** Levels up to the most that is likely; up to a whole unit where there is no gaming, for those who learn. */
function gamingLevels(lever: Lever, maxScale: number): number[] {
  const top = maxScale > 0 ? Math.min(maxScale, LIKELY_SCALE) : 1;
  // What is proportional is known from one level.
  if (lever.kind === 'gaming' && lever.countsOnly === true) return [top];
  return GAMING_SHARES.map((share) => share * top);
}

/** Responses tried, and 0, in increasing order. */
export function knotsOf(trials: readonly Trial[]): Float64Array {
  return Float64Array.from([0, ...trials.map(({ response }) => response)]).sort();
}
