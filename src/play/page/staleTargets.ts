import type { Field, Overrides, View } from '../protocol.ts';
import { fieldsOf } from './choice.ts';

/** Relative change of a usual level from which its target is rescaled, and from which a notice appears. */
const LEAST_CHANGE = 0.02;
const TOLD_CHANGE = 0.15;
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
  const stale = [...unique.values()].flatMap((field): (Stale & { readonly change: number })[] => {
    const { path, usual, value, written } = field;
    const was = before.get(path);
    if (!paths.has(path) || usual === undefined || was === undefined || value !== written) return [];
    const times = usual / was;
    const change = Math.abs(times - 1);
    if (change < LEAST_CHANGE) return [];
    return [{ field, target: Number((Number(value) * times).toPrecision(DIGITS)), change }];
  });
  return stale.some(({ change }) => change >= TOLD_CHANGE) ? stale : [];
}

/** Whether something other than plans was changed. */
export function changesCompany(set: Overrides): boolean {
  return Object.keys(set).some((path) => !/^(plans|arms|titles|question)\./.test(path));
}
