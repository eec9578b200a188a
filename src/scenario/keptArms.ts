import type { Issue } from '../core/errors.ts';
import { refuse } from '../core/messages.ts';
import { placeOf, type SourceDocument } from './document.ts';
import { isTable, mergeOver } from './merge.ts';
import { suggestion } from './places.ts';

type Tree = Record<string, unknown>;

/**
 * A file over its base. With `keepArms: true` the arms of the base stay, those of the file are merged over
 * them or added, and one that is null is removed; without it, naming arms replaces those of the base.
 */
export function overBase(base: Tree, data: Tree, source: SourceDocument): Tree {
  const { keepArms, ...own } = data;
  if (typeof keepArms !== 'boolean') return mergeOver(base, data) as Tree;
  if (keepArms && data.extends === undefined)
    refuse([issueAt(source, ['keepArms'], { code: 'inconsistent', expected: 'extends: FILE beside it' })]);
  const merged = mergeOver(base, own) as Tree;
  return keepArms ? { ...merged, arms: joinedArms(armsOf(base), data.arms, source) } : merged;
}

/** Arms of a base: those that it names, or one for each plan. */
function armsOf({ arms, plans }: Tree): Tree {
  if (isTable(arms)) return arms;
  return Object.fromEntries(Object.keys(isTable(plans) ? plans : {}).map((plan) => [plan, { plan }]));
}

function joinedArms(kept: Tree, own: unknown, source: SourceDocument): unknown {
  if (own === undefined) return kept;
  if (!isTable(own)) return own;
  const absent = Object.keys(own).filter((name) => own[name] === null && !Object.hasOwn(kept, name));
  if (absent.length > 0)
    refuse(
      absent.map((name) =>
        issueAt(source, ['arms', name], {
          code: 'dangling-reference',
          got: 'null',
          expected: 'the name of an arm of the base',
          hint: suggestion(name, Object.keys(kept)),
        }),
      ),
    );
  const names = [...new Set([...Object.keys(kept), ...Object.keys(own)])];
  return Object.fromEntries(
    names.flatMap((name) => {
      if (!Object.hasOwn(own, name)) return [[name, kept[name]] as const];
      if (own[name] === null) return [];
      return [
        [
          name,
          Object.hasOwn(kept, name) ? mergeOver(kept[name], own[name], ['arms', name]) : own[name],
        ] as const,
      ];
    }),
  );
}

function issueAt(source: SourceDocument, path: readonly string[], issue: Issue): Issue {
  return { file: source.file, ...placeOf(source, path), path: path.join('.'), ...issue };
}
