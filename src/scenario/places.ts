import { isScalar } from 'yaml';
import type { Issue } from '../core/errors.ts';
import { nearestName } from '../core/nearest.ts';
import { placeOf, type SourceDocument } from './document.ts';

/** A position: file, line and column. */
export type Place = Pick<Issue, 'file' | 'line' | 'column'>;

/** Finds the position of a path in the merged scenario: of its value or, if requested, of its key. */
export type Locate = (path: readonly (string | number)[], key?: boolean) => Place;

/** The sources of a merged scenario: its files, nearest first, and the command's overrides by path. */
export interface Context {
  readonly sources: readonly SourceDocument[];
  readonly set: Readonly<Record<string, unknown>>;
}

/**
 * Position of a path in the merged scenario: in an override, in the file or in a base; otherwise that of the
 * nearest enclosing table.
 */
export function locate(context: Context, path: readonly (string | number)[], key = false): Place {
  const dotted = path.join('.');
  for (const setPath of Object.keys(context.set))
    if (dotted === setPath || dotted.startsWith(`${setPath}.`) || setPath.startsWith(`${dotted}.`))
      return { file: '--set' };
  for (let length = path.length; length >= 0; length--) {
    for (const source of context.sources) {
      const at = placeOf(source, path.slice(0, length), key && length === path.length);
      if (at !== undefined && (length > 0 || source === context.sources[0]))
        return { file: source.file, ...at };
    }
  }
  return { file: context.sources[0].file };
}

/** Like {@link locate}, but searches an arm's own overrides first. */
export function locateOverride(
  context: Context,
  arm: string,
  paths: readonly string[],
  path: readonly (string | number)[],
  key: boolean,
): Place {
  const dotted = path.join('.');
  const own = paths.find(
    (candidate) =>
      dotted === candidate || dotted.startsWith(`${candidate}.`) || candidate.startsWith(`${dotted}.`),
  );
  return own === undefined ? locate(context, path, key) : locate(context, ['arms', arm, 'set', own], key);
}

/** Hint with the nearest candidate, or else with all candidates if there are at most twelve. */
export function suggestion(name: string, candidates: readonly string[]): string | undefined {
  const near = nearestName(name, candidates);
  return near === undefined
    ? candidates.length > 0 && candidates.length <= 12
      ? `there are: ${candidates.join(', ')}`
      : undefined
    : `did you mean ${near}?`;
}

/** Issues without repetitions at the same place, whichever arm they were found in. */
export function distinct(issues: readonly Issue[]): Issue[] {
  const seen = new Set<string>();
  return issues.filter((issue) => {
    const key = JSON.stringify([
      issue.code,
      issue.file,
      issue.line,
      issue.column,
      issue.got,
      issue.expected,
      issue.path?.replace(/^arms\.[^.]+\.set\./, ''),
    ]);
    return !seen.has(key) && seen.add(key);
  });
}

/** Text of a scalar of the merged scenario as it was written in the nearest file; undefined for others. */
export function textAt({ sources }: Context, path: readonly (string | number)[]): string | undefined {
  for (const { document } of sources) {
    const node = document.getIn(path, true);
    if (isScalar(node)) return node.source;
    if (node !== undefined) return undefined;
  }
  return undefined;
}
