import type { Field, Overrides, View } from '../protocol.ts';
import { fieldsOf } from './choice.ts';

/** Least relative change of a usual level for which a target counts as one for another company. */
const LEAST_CHANGE = 0.2;
const DIGITS = 3;

/** A target as written for another company, and what is as hard to reach in this one. */
export interface Stale {
  readonly field: Field;
  readonly target: number;
}

/**
 * Targets that stand as written although the usual level of their measure moved with the company.
 *
 * @param before usual levels in the company as written, by path of the target
 */
export function staleTargets(
  view: View,
  set: Overrides,
  arms: readonly string[],
  before: ReadonlyMap<string, number>,
): Stale[] {
  const shown = view.arms.filter(({ name }) => arms.includes(name));
  const paths = new Set(
    shown
      .flatMap(({ forms }) => forms.flatMap(({ parts }) => parts.flatMap(({ fields }) => fields)))
      .map(({ path }) => path),
  );
  const unique = new Map(fieldsOf(view, set).map((field) => [field.path, field]));
  return [...unique.values()].flatMap((field): Stale[] => {
    const { path, usual, value, written } = field;
    const was = before.get(path);
    if (!paths.has(path) || usual === undefined || was === undefined || value !== written) return [];
    const times = usual / was;
    if (Math.abs(times - 1) < LEAST_CHANGE) return [];
    return [{ field, target: Number((Number(value) * times).toPrecision(DIGITS)) }];
  });
}

/** Whether something other than plans was changed. */
export function changesCompany(set: Overrides): boolean {
  return Object.keys(set).some((path) => !/^(plans|arms|titles|question)\./.test(path));
}
