import { controlCoefficient } from '../statistics/control.ts';
import type { Column, Ground } from './grounds/ground.ts';

/** Fewest runs of which a coefficient is worth anything. */
const LEAST_RUNS = 30;

/** What was taken out of means, so that fewer runs know them as well. */
export interface Steadied {
  /** The outcome that is 0 on average, and was taken out. */
  readonly control: string;
  /** How much of it, by outcome. */
  readonly coefficients: Readonly<Record<string, number>>;
}

/**
 * Values from which luck that is known to be 0 on average has been taken: their means are those of the values themselves, and known better. The same part of it is taken from an outcome in
 * every arm, so that differences of means are means of differences.
 *
 * Since the coefficient is estimated from the same runs, a mean is off by a part of its standard error that falls with the number of runs; with few nothing is taken.
 *
 * @param column values of lines, as many of each
 * @param completed runs that are done
 */
export function steady(
  { control, linesOf }: Pick<Ground, 'control' | 'linesOf'>,
  column: Column,
  completed: number,
): { column: Column; steadied?: Steadied } {
  if (control === undefined || completed < LEAST_RUNS) return { column };
  const own = [...new Set(linesOf.map((lines) => lines.own))];
  const coefficients = Object.fromEntries(
    control.of.map((id) => [id, controlCoefficient(own.map((line) => [column(line, id), column(line, control.id)]))]),
  );
  const known = new Map<string, Float64Array>();
  return {
    steadied: { control: control.id, coefficients },
    column: (line, id) => {
      const coefficient = coefficients[id] ?? 0;
      if (coefficient === 0) return column(line, id);
      const key = `${line} ${id}`;
      let values = known.get(key);
      if (values === undefined) {
        const luck = column(line, control.id);
        values = column(line, id).map((value, i) => value - coefficient * luck[i]);
        known.set(key, values);
      }
      return values;
    },
  };
}
