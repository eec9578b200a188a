import { cubicAt } from '../../../../core/numeric/monotoneCubic.ts';
import { factor, surplus } from '../../../../people/solver/jointEffect.ts';
import type { Problem } from '../../../../people/solver/problem.ts';
import type { Beliefs } from '../../contract/beliefs.ts';
import type { EffectTable, RowPart } from './effectTable.ts';

/** Values and slopes of effects summed over the lags up to one, in the layout of an {@link EffectTable}. */
export interface SummedEffects {
  readonly within: Float64Array;
  readonly withinSlopes: Float64Array;
}

/** Effects of a planner's habit, the intensities of an ordinary month, on the counters of the plan. */
export class HabitEffects {
  private readonly beliefs: Beliefs;
  private readonly table: EffectTable;
  private readonly problem: Problem;
  private readonly effects: SummedEffects;
  /** Response of each tactic at the habit; for gaming, the intensity itself. */
  private readonly response: Float64Array;
  /** What each tactic does at the habit up to a lag: [(tactic * counters + counter) * lags + lag]. */
  private readonly within: Float64Array;
  /** Product of the factors of all work at the habit, by effects up to a lag: [counter * lags + lag]. */
  private readonly factors: Float64Array;

  constructor(beliefs: Beliefs, table: EffectTable, problem: Problem, effects: SummedEffects) {
    this.beliefs = beliefs;
    this.table = table;
    this.problem = problem;
    this.effects = effects;
    this.response = new Float64Array(table.tactics);
    this.within = new Float64Array(table.tactics * table.watched.length * table.lags);
    this.factors = new Float64Array(table.watched.length * table.lags);
  }

  /** Takes the response of every tactic at the habit. */
  take(responses: Float64Array): void {
    this.response.set(responses);
    this.measure();
  }

  /** Recomputes what the habit does; call it when effects have changed. */
  measure(): void {
    const { within, factors, response, effects, table } = this;
    const { lags, mostKnots, knots, watched } = table;
    factors.fill(1);
    for (let k = 0; k < table.tactics; k++) {
      const u = response[k];
      for (let c = 0; c < watched.length; c++) {
        const reference = this.beliefs.baseline[watched[c]];
        const isFactor = this.multiplies(k, reference) && u !== 0;
        for (let lag = 0; lag < lags; lag++) {
          const at = (k * watched.length + c) * lags + lag;
          within[at] =
            u === 0 ? 0 : cubicAt(knots[k], effects.within, effects.withinSlopes, u, at * mostKnots);
          if (isFactor) factors[c * lags + lag] *= factor(within[at], reference);
        }
      }
    }
  }

  /** Monthly amount of a counter. */
  amount({ slot, counter }: RowPart): number {
    const last = this.table.lags - 1;
    const reference = this.beliefs.baseline[slot];
    return (
      reference * this.factors[counter * this.table.lags + last] +
      this.beyond(slot) +
      this.added(counter, last, reference)
    );
  }

  /** Part of a month's amount that this month's choice makes by effects up to a lag. */
  plannedWithin({ slot, counter }: RowPart, lag: number): number {
    const { lags } = this.table;
    const reference = this.beliefs.baseline[slot];
    const all = this.factors[(counter + 1) * lags - 1];
    return reference * (all - this.earlierFactor(counter, lag)) + this.added(counter, lag, reference);
  }

  /**
   * Product of the factors of earlier months' work on a counter, of which effects up to a lag are left out.
   */
  earlierFactor(counter: number, lag: number): number {
    const { lags } = this.table;
    return this.factors[(counter + 1) * lags - 1] / this.factors[counter * lags + lag];
  }

  /** Product of the factors of all work on a counter, except that of one tactic. */
  othersFactor(k: number, { slot, counter }: RowPart): number {
    const { lags, watched } = this.table;
    const reference = this.beliefs.baseline[slot];
    if (!this.multiplies(k, reference)) return 1;
    const own = this.within[(k * watched.length + counter + 1) * lags - 1];
    return this.factors[(counter + 1) * lags - 1] / factor(own, reference);
  }

  /** Simulated less predicted monthly amount of a counter at everybody's habit. */
  beyond(slot: number): number {
    return this.beliefs.atHabit?.[slot] ?? 0;
  }

  private multiplies(k: number, reference: number): boolean {
    return this.problem.productive[k] === 1 && reference > 0 && !this.table.addsUp;
  }

  /** Sum of the additive effects: those of gaming, and the additive part of those of work. */
  private added(counter: number, lag: number, reference: number): number {
    const { tactics, watched, lags } = this.table;
    let sum = 0;
    for (let k = 0; k < tactics; k++) {
      const effect = this.within[(k * watched.length + counter) * lags + lag];
      if (effect !== 0) sum += this.multiplies(k, reference) ? surplus(effect, reference) : effect;
    }
    return sum;
  }
}
