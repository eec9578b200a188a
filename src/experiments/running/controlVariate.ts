import { controlCoefficient } from '../../statistics/control.ts';
import type { Column } from './column.ts';

/** Fewest replicates from which a coefficient is estimated. */
const LEAST_REPLICATES = 30;

/** A control variate: an outcome that is 0 on average, and the outcomes that it moves. */
export interface Control {
  readonly id: string;
  readonly of: readonly string[];
}

/**
 * Outcomes with the control taken out: value - c * control, with the c that leaves least variance. Means stay
 * the same and are known better. c is estimated from the replicates of the same run, so that no arm's numbers
 * depend on another's.
 *
 * Since c is estimated from the same replicates, a mean is off by a share of its standard error that falls
 * with their number; with few of them nothing is taken out.
 *
 * @param completed replicates that did not fail
 */
export function withoutLuck(
  control: Control | undefined,
  column: Column,
  completed: number,
): { readonly column: Column; readonly control?: Control } {
  if (control === undefined || completed < LEAST_REPLICATES) return { column };
  const known = new Map<string, number>();
  return {
    control,
    column: (run, id) => {
      const own = column(run, id);
      if (!control.of.includes(id)) return own;
      const luck = column(run, control.id);
      const key = `${run} ${id}`;
      const coefficient = known.get(key) ?? controlCoefficient(own, luck);
      known.set(key, coefficient);
      return coefficient === 0 ? own : own.map((value, i) => value - coefficient * luck[i]);
    },
  };
}
