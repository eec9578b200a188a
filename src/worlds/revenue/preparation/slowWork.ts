import { pow } from '../../../core/numeric/elementary.ts';
import { responseTo } from '../../../people/solver/response.ts';
import type { Levels } from '../contract/beliefs.ts';
import type { Company, CompiledTactic } from '../contract/company.ts';
import { BELIEVED_LAGS, type Window, windowOf } from './ordinaryMonths.ts';

/** Extrapolated effects below this share of the simulated effect are ignored. */
const LEAST_TAIL = 0.01;

/**
 * The part of an effect that falls after the simulated months: as a multiple of the simulated effect, and the
 * share of it that remains after each further month.
 */
export interface Tail {
  readonly times: number;
  readonly keepShare: number;
}

/**
 * Extrapolates the effect of work with carry-over. Daily work moves a stock towards its level by the fraction
 * 1 / carry-over, and the effect is the response to the stock, so that the long-run effect follows from the
 * mean response in the settled months.
 *
 * @param level intensity, in multiples of the baseline
 */
export function stillToCome(
  { productive, carryOverDays, elasticity }: CompiledTactic,
  level: number,
  daysPerMonth: number,
  { months, settled }: Window,
): Tail {
  const keepShare = productive && carryOverDays > 1 ? pow(1 - 1 / carryOverDays, daysPerMonth) : 0;
  if (keepShare === 0) return { times: 0, keepShare };
  let seen = 0;
  for (let month = settled; month < months; month++) {
    const stock = level + (1 - level) * pow(keepShare, month + 0.5);
    seen += responseTo(stock, elasticity) / (months - settled);
  }
  const times = responseTo(level, elasticity) / seen - 1;
  return times > LEAST_TAIL ? { times, keepShare } : { times: 0, keepShare };
}

/**
 * Gains by lag with the extrapolated part: [counter * BELIEVED_LAGS + lag]. The last lag holds all that
 * remains.
 *
 * @param settled lag from which on nothing was measured
 */
export function withTail(measured: Float64Array, { times, keepShare }: Tail, settled: number): Float64Array {
  const counters = measured.length / BELIEVED_LAGS;
  const gains = measured.slice();
  if (times === 0) return gains;
  for (let c = 0; c < counters; c++) {
    const at = c * BELIEVED_LAGS;
    let left = 0;
    for (let lag = 0; lag <= settled; lag++) left += times * measured[at + lag];
    for (let lag = settled + 1; lag < BELIEVED_LAGS; lag++) {
      const now = lag === BELIEVED_LAGS - 1 ? left : (1 - keepShare) * left;
      gains[at + lag] += now;
      left -= now;
    }
  }
  return gains;
}

/**
 * Level of work with carry-over at or below which the choice is checked by simulation. The forecast assumes
 * that habits are in steady state; while a neglected stock decays, which takes years, that is far off.
 */
const NEGLECTED = 0.5;

/** Whether somebody cuts work whose effect outlasts the measured months to half of its baseline or less. */
export function neglectsSlowWork({ tactics, world }: Company, levels: Levels): boolean {
  return tactics.some((tactic) => {
    const level = levels[tactic.definition.id];
    const isCut = tactic.hoursPerMonth > 0 && level <= NEGLECTED;
    return isCut && stillToCome(tactic, level, world.calendar.daysPerMonth, windowOf(world)).times > 0;
  });
}
