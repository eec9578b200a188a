import type { Beliefs, Levels } from '../contract/beliefs.ts';
import type { Company } from '../contract/company.ts';
import type { BelievedPath } from '../minds/planner/believedPath.ts';
import type { Corrections } from './corrections.ts';
import type { HabitMonths } from './habitMonths.ts';
import { movesFrom } from './movesFrom.ts';
import { MANY_REPLICATES, settlingDifference } from './ordinaryMonths.ts';

/**
 * Smallest surprise that is believed: in standard errors, and as a share of the counter's monthly amount.
 */
const LEAST_ERRORS = 2.5;
const LEAST_SHARE = 0.005;
/** Share of a tactic's largest cumulated effect that its settled effect has, so that its lags are known. */
const KNOWN_SHARE = 0.5;

/** What effects of single tactics do not predict at a habit. */
export class Surprises {
  private readonly company: Company;
  private readonly beliefs: Beliefs;
  private readonly path: BelievedPath;
  private readonly months: HabitMonths;
  /** First slots of the counters that somebody is paid on. */
  private readonly slots: readonly number[];

  constructor(
    company: Company,
    beliefs: Beliefs,
    path: BelievedPath,
    months: HabitMonths,
    slots: readonly number[],
  ) {
    this.company = company;
    this.beliefs = beliefs;
    this.path = path;
    this.months = months;
    this.slots = slots;
  }

  /**
   * Corrections at a habit. Each tactic in turn is moved from it, on common random numbers; what beliefs did
   * not predict of the settled change is added to the effect, per unit of response.
   */
  at(habit: Levels): Corrections {
    const { path, beliefs } = this;
    const moves = movesFrom(this.company, beliefs.knots, this.slots, habit);
    const levelsOf = ({ id, level }: (typeof moves)[number]) => ({ ...habit, [id]: level });
    const [settled, ...moved] = this.months.at([habit, ...moves.map(levelsOf)], MANY_REPLICATES);
    const believed = path.at(beliefs, habit);
    const corrections = new Map<string, Map<number, Float64Array>>();
    moves.forEach((move, i) => {
      const { id, level } = move;
      const expected = path.at(beliefs, levelsOf(move));
      const way = path.responseOf(id, habit[id]) - path.responseOf(id, level);
      const bySlot = new Map<number, Float64Array>();
      for (const slot of this.slots) {
        const { mean, se } = settlingDifference(settled, moved[i], slot);
        const predicted = mean.map((_, lag) => believed(slot, lag) - expected(slot, lag));
        const surprise = surpriseByLag(mean, predicted);
        const size = Math.abs(surprise[surprise.length - 1]);
        if (!(size > LEAST_ERRORS * se && size > LEAST_SHARE * beliefs.baseline[slot])) continue;
        const others = path.othersFactor(beliefs, id, habit, slot);
        bySlot.set(
          slot,
          surprise.map((now, lag) => (now - (lag > 0 ? surprise[lag - 1] : 0)) / way / others),
        );
      }
      corrections.set(id, bySlot);
    });
    return corrections;
  }
}

/**
 * Difference between a found and a predicted change, by lag. The settled one is spread over the lags as the
 * predicted effect is: early months of the simulation are of a company that has yet to arrive at the habit,
 * so they show its transition and no delay of the effect. Only where no lasting effect was predicted are
 * the lags those that were found.
 *
 * @param found change by lag, cumulated; `predicted` likewise
 * @returns the part that was not predicted, by lag, cumulated
 * @example surpriseByLag(Float64Array.of(8, 2), Float64Array.of(10, 10)) // -8, -8
 */
export function surpriseByLag(found: Float64Array, predicted: Float64Array): Float64Array {
  const settled = predicted[predicted.length - 1];
  const size = found[found.length - 1] - settled;
  const most = Math.max(...predicted.map(Math.abs));
  return settled !== 0 && Math.abs(settled) >= KNOWN_SHARE * most
    ? predicted.map((gain) => (size * gain) / settled)
    : found.map((gain, lag) => gain - predicted[lag]);
}
