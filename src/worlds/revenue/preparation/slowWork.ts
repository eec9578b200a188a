import { pow } from '../../../core/numeric/elementary.ts';
import { responseTo } from '../../../people/solver/response.ts';
import type { CompiledTactic } from '../contract/company.ts';
import { LAGS, SETTLED } from './ordinaryMonths.ts';

/** Months over which effects are tracked; those after the simulated ones are extrapolated from carry-over. */
export const BELIEVED_LAGS = 12;
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
): Tail {
  const keepShare = productive && carryOverDays > 1 ? pow(1 - 1 / carryOverDays, daysPerMonth) : 0;
  if (keepShare === 0) return { times: 0, keepShare };
  let seen = 0;
  for (let month = SETTLED; month < LAGS; month++) {
    const stock = level + (1 - level) * pow(keepShare, month + 0.5);
    seen += responseTo(stock, elasticity) / (LAGS - SETTLED);
  }
  const times = responseTo(level, elasticity) / seen - 1;
  return times > LEAST_TAIL ? { times, keepShare } : { times: 0, keepShare };
}

/**
 * Gains by lag with the extrapolated part: [counter * BELIEVED_LAGS + lag]. The last lag holds all that
 * remains.
 */
export function withTail(measured: Float64Array, { times, keepShare }: Tail): Float64Array {
  const counters = measured.length / LAGS;
  const gains = new Float64Array(counters * BELIEVED_LAGS);
  for (let c = 0; c < counters; c++) {
    const at = c * BELIEVED_LAGS;
    gains.set(measured.subarray(c * LAGS, (c + 1) * LAGS), at);
    if (times === 0) continue;
    let left = 0;
    for (let lag = 0; lag < LAGS; lag++) left += times * measured[c * LAGS + lag];
    for (let lag = SETTLED + 1; lag < BELIEVED_LAGS; lag++) {
      const now = lag === BELIEVED_LAGS - 1 ? left : (1 - keepShare) * left;
      gains[at + lag] += now;
      left -= now;
    }
  }
  return gains;
}
