import { controlCoefficient } from '../../statistics/control.ts';
import type { Column } from './column.ts';

/** Minimum number of replicates to estimate a coefficient. */
const LEAST_REPLICATES = 30;

/** A control variate: an outcome with mean 0, and the outcomes it is correlated with. */
export interface Control {
  readonly id: string;
  readonly of: readonly string[];
}

/**
 * Outcomes adjusted by a control variate: value - c * control, with the variance-minimising c. The adjusted
 * means are more precise. c is estimated from the run's own replicates, so that no arm's numbers depend on
 * another arm.
 *
 * A known c would leave every mean unchanged in expectation. Because c is estimated from the same replicates,
 * the adjusted mean is biased. As a share of the standard error, the bias falls with the number of
 * replicates. With fewer than 30 replicates nothing is adjusted.
 *
 * @param completed number of replicates that did not fail
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
