import { pow } from '../../../core/numeric/elementary.ts';
import { responseTo } from '../../../people/solver/response.ts';
import type { CompiledTactic } from '../contract/company.ts';
import { LAGS, SETTLED } from './ordinaryMonths.ts';

/** Months over which effects are believed in: those measured, and those in which slow work builds up. */
export const BELIEVED_LAGS = 12;
/** Smallest part of an effect still to come that is counted. */
const LEAST_TAIL = 0.01;

/**
 * Part of the effect of slow work that comes after the months measured, and how much of it is left a month
 * on.
 */
export interface Tail {
  readonly times: number;
  readonly keepShare: number;
}

/**
 * What the effect of work at a level still gains after the months measured, as a multiple of its mean over
 * the settled ones. Work adds to a stock that approaches it by 1 / carry-over a day; its effect is the
 * response to the stock.
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
 * Gains by lag over the months believed in: [counter * BELIEVED_LAGS + lag]. The last lag has all that is
 * left.
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
