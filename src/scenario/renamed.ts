import { placeOf, type SourceDocument } from './document.ts';
import { isTable } from './merge.ts';

/** A former name as a path, in which `*` stands for any name, and its present last part. */
export interface Renaming {
  readonly from: string;
  readonly to: string;
}

/**
 * All renamings since version 0.1.0. Old names are still accepted, with a warning.
 *
 * @example { from: 'sales.quota', to: 'quotaUsdPerMonth' } // sales.quota is read as sales.quotaUsdPerMonth
 */
export const RENAMED: readonly Renaming[] = [];

/** Translates an override path to present names. */
export function presentPath(path: string, table: readonly Renaming[] = RENAMED): string {
  const steps = path.split('.');
  for (const { from, to } of table) {
    const pattern = from.split('.');
    if (steps.length < pattern.length || !pattern.every((step, i) => step === '*' || step === steps[i]))
      continue;
    steps[pattern.length - 1] = to;
  }
  return steps.join('.');
}

/** The data of a file with every key under its present name; warnings give file, line and new name. */
export function renamed(
  source: SourceDocument,
  warnings: string[],
  table: readonly Renaming[] = RENAMED,
): Record<string, unknown> {
  let { data } = source;
  for (const { from, to } of table) {
    for (const path of pathsLike(data, from.split('.'))) {
      const { line } = placeOf(source, path, true) ?? { line: 1 };
      warnings.push(`${source.file}:${line}: ${path.join('.')} is now ${to}.`);
      data = withKeyRenamed(data, path, to);
    }
    // In arms, override paths are keys.
    data = withOverridesRenamed(data, source, warnings, { from, to });
  }
  return data;
}

/** Paths in the data that match a pattern. */
function pathsLike(node: unknown, [step, ...rest]: readonly string[]): string[][] {
  if (!isTable(node) || step === undefined) return [];
  const keys = step === '*' ? Object.keys(node) : Object.hasOwn(node, step) ? [step] : [];
  if (rest.length === 0) return keys.map((key) => [key]);
  return keys.flatMap((key) => pathsLike(node[key], rest).map((path) => [key, ...path]));
}

function withKeyRenamed(
  node: Record<string, unknown>,
  [step, ...rest]: readonly string[],
  to: string,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => {
      if (key !== step) return [key, value];
      return rest.length === 0
        ? [to, value]
        : [key, withKeyRenamed(value as Record<string, unknown>, rest, to)];
    }),
  );
}

function withOverridesRenamed(
  data: Record<string, unknown>,
  source: SourceDocument,
  warnings: string[],
  renaming: Renaming,
): Record<string, unknown> {
  if (!isTable(data.arms)) return data;
  const arms = Object.entries(data.arms).map(([name, arm]) => {
    if (!isTable(arm) || !isTable(arm.set)) return [name, arm] as const;
    const set = Object.entries(arm.set).map(([path, value]) => {
      const present = presentPath(path, [renaming]);
      if (present !== path) {
        const { line } = placeOf(source, ['arms', name, 'set', path], true) ?? { line: 1 };
        warnings.push(`${source.file}:${line}: arms.${name}.set.${path} is now ${present}.`);
      }
      return [present, value] as const;
    });
    return [name, { ...arm, set: Object.fromEntries(set) }] as const;
  });
  return { ...data, arms: Object.fromEntries(arms) };
}
