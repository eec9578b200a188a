import { controlCoefficient } from '../statistics/control.ts';
import type { Column, Ground } from './grounds/ground.ts';

/** Fewest runs of which a coefficient is worth anything. */
const LEAST_RUNS = 30;

/** What was taken out of means, so that fewer runs know them as well. */
export interface Steadied {
  /** The outcome that is 0 on average, and was taken out. */
  readonly control: string;
  /** Of which outcomes. */
  readonly of: readonly string[];
}

/**
 * Values from which luck that is known to be 0 on average has been taken: their means are those of the values themselves, and known better. How much of it is taken is estimated from the runs of the
 * same line, so that no arm's numbers hang on another's.
 *
 * Since the coefficient is estimated from the same runs, a mean is off by a part of its standard error that falls with the number of runs; with few nothing is taken.
 *
 * @param column values of lines, as many of each
 * @param completed runs that are done
 */
export function steady(
  { control }: Pick<Ground, 'control'>,
  column: Column,
  completed: number,
): { column: Column; steadied?: Steadied } {
  if (control === undefined || completed < LEAST_RUNS) return { column };
  const known = new Map<string, number>();
  return {
    steadied: { control: control.id, of: control.of },
    column: (line, id) => {
      const own = column(line, id);
      if (!control.of.includes(id)) return own;
      const luck = column(line, control.id);
      const key = `${line} ${id}`;
      const coefficient = known.get(key) ?? controlCoefficient(own, luck);
      known.set(key, coefficient);
      return coefficient === 0 ? own : own.map((value, i) => value - coefficient * luck[i]);
    },
  };
}
