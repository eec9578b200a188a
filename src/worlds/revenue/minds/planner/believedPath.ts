import { cubicAt } from '../../../../core/numeric/monotoneCubic.ts';
import { factor, surplus } from '../../../../people/solver/jointEffect.ts';
import { responseTo } from '../../../../people/solver/response.ts';
import { type Beliefs, effectOf, type Levels } from '../../contract/beliefs.ts';
import type { CompiledTactic } from '../../contract/company.ts';

/** Monthly amounts that total beliefs predict if tactics are sustained at given levels. */
export class BelievedPath {
  private readonly tactics: readonly CompiledTactic[];
  /** Lag up to which effects were measured. */
  private readonly settled: number;

  constructor(tactics: readonly CompiledTactic[], settled: number) {
    this.tactics = tactics;
    this.settled = settled;
  }

  /** Response to a level of a tactic, all its users together. */
  responseOf(id: string, level: number): number {
    const { productive, elasticity } = this.tacticOf(id);
    return productive ? responseTo(level, elasticity) : level;
  }

  /** Predicted amount of a counter, by first slot, in each month; constant once the effects have settled. */
  at(beliefs: Beliefs, levels: Levels): (slot: number, month: number) => number {
    return (slot, month) => {
      const reference = beliefs.baseline[slot];
      let product = 1;
      let added = 0;
      for (const { definition, productive } of this.tactics) {
        const { id } = definition;
        const effect = this.effectWithin(beliefs, id, levels[id], slot, Math.min(month, this.settled));
        if (effect === 0) continue;
        if (productive && reference > 0) {
          product *= factor(effect, reference);
          added += surplus(effect, reference);
        } else added += effect;
      }
      return reference * product + added;
    };
  }

  /** Product of the settled effects of all other work on a counter, each as a factor. */
  othersFactor(beliefs: Beliefs, own: string, levels: Levels, slot: number): number {
    return this.tacticOf(own).productive ? this.factorOf(beliefs, { ...levels, [own]: 1 }, slot) : 1;
  }

  /** Product of the settled effects of all work on a counter, each as a factor. */
  factorOf(beliefs: Beliefs, levels: Levels, slot: number): number {
    const reference = beliefs.baseline[slot];
    if (!(reference > 0)) return 1;
    let product = 1;
    for (const { definition, productive } of this.tactics) {
      const { id } = definition;
      if (productive && levels[id] !== 1)
        product *= factor(this.effectWithin(beliefs, id, levels[id], slot, this.settled), reference);
    }
    return product;
  }

  private tacticOf(id: string): CompiledTactic {
    return this.tactics.find(({ definition }) => definition.id === id)!;
  }

  /** Predicted effect of a level of a tactic on a counter, summed over lags. */
  private effectWithin(beliefs: Beliefs, id: string, level: number, slot: number, lag: number): number {
    const effect = effectOf(beliefs, 'total', id, slot);
    if (effect === undefined) return 0;
    const knots = beliefs.knots[id];
    const u = this.responseOf(id, level);
    let sum = 0;
    for (let l = 0; l <= lag; l++) sum += cubicAt(knots, effect.values, effect.slopes, u, l * knots.length);
    return sum;
  }
}
