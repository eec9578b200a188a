import type { Field, Overrides } from '../protocol.ts';
import { withField } from './choice.ts';

/** Steps of a slider that are prefetched: those of an arrow key first, then those of Page Up and Down. */
const STEPS: readonly number[] = [1, -1, 2, -2, 10, -10];

/** What the changes would be after the next moves of a field, nearest first. */
export function neighboursOf(
  set: Overrides,
  field: Field,
  fields: readonly Field[],
  held?: ReadonlySet<string>,
): Overrides[] {
  return nextValues(field).map((value) => withField(set, field, value, fields, held));
}

function nextValues({ range, value, choices = [] }: Field): unknown[] {
  if (range === undefined)
    return choices.filter(({ label }) => label !== value).map((choice) => choice.value);
  const next = STEPS.map((steps) => stepped(Number(value) + steps * range.step, range));
  return [...new Set(next)].filter((each) => each !== value);
}

/** A value on the steps of a slider's range. */
export function stepped(value: number, { low, high, step }: NonNullable<Field['range']>): number {
  const rounded = Math.min(high, Math.max(low, Math.round(value / step) * step));
  return Number(rounded.toPrecision(12));
}
