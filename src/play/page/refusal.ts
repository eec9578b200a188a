import type { Field, Overrides, View } from '../protocol.ts';
import { fieldsOf, whereOf } from './choice.ts';

/** A sentence about a value that cannot be simulated, as people of the page read it. */
export interface Refusal {
  /** The field it is about; absent for what has none in the page. */
  readonly path?: string;
  /** The sentence with the field's place before it, and with its label alone. */
  readonly text: string;
  readonly short: string;
}

/** What the thread says is wrong, with the places and units of the page instead of paths and shares. */
export function refusalsOf(view: View | undefined, set: Overrides, issues: readonly string[]): Refusal[] {
  if (issues.length === 0) return [];
  const fields = view === undefined ? [] : fieldsOf(view, set);
  return issues.map((issue) => {
    const field = fields
      .filter(({ path }) => issue.includes(path))
      .sort((one, other) => other.path.length - one.path.length)[0];
    if (view === undefined || field === undefined) return { text: issue, short: issue };
    const said = field.unit === 'share' ? inPercent(issue) : issue;
    const name = (words: string) => said.replace(field.path, words);
    return {
      path: field.path,
      text: name(`${whereOf(view, field)}${field.label}`),
      short: name(field.label),
    };
  });
}

/** `got 2.5, expected at most 1 (…)` as `got 250%, expected at most 100%`. */
function inPercent(issue: string): string {
  return issue
    .replace(/ \(shares are parts of 1[^)]*\)/, '')
    .replace(
      /(got|at most|at least|above|below|and|to) (-?\d[\d.eE+-]*)/g,
      (_, word: string, number: string) =>
        Number.isFinite(Number(number))
          ? `${word} ${Number((100 * Number(number)).toPrecision(6))}%`
          : `${word} ${number}`,
    );
}

/** Whether a refusal is of a field. */
export function refusalOf(refusals: readonly Refusal[], { path }: Field): string {
  return refusals.find((each) => each.path === path)?.short ?? '';
}
