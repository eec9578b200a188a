import type { Field, Overrides, View } from '../protocol.ts';
import { valueWords } from '../valueWords.ts';
import { WORDS } from '../words.ts';

/** What a person has chosen: what undo goes back to. */
export interface Choice {
  readonly set: Overrides;
  readonly arms: readonly string[];
}

/** Names of plans that were copied in the page: what a person calls them is their title. */
const COPY = /^copy-\d+$/;

/** Whether an arm was made here by copying a plan. */
export function isCopy(arm: string, set: Overrides): boolean {
  return COPY.test(arm) && Object.hasOwn(set, `arms.${arm}`);
}

export function isSame(one: Choice, other: Choice): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/**
 * Changes with one field set; what is written is no change. Other weights make room for a weight.
 *
 * @param held weights that stay as they are, as long as others can make the room
 */
export function withField(
  set: Overrides,
  field: Field,
  value: unknown,
  fields: readonly Field[],
  held: ReadonlySet<string> = new Set(),
): Overrides {
  const next: Record<string, unknown> = { ...set };
  // What came along with another choice goes with it.
  for (const { also = {} } of field.choices ?? []) for (const path of Object.keys(also)) delete next[path];
  const put = ({ path, written, choices }: Field, to: unknown) => {
    const isWritten = choices === undefined ? to === written : labelOf(choices, to) === written;
    if (isWritten) delete next[path];
    else next[path] = to;
  };
  put(field, value);
  const chosen = field.choices?.find((choice) => choice.value === value);
  Object.assign(next, chosen?.also);
  // Arms under one plan list its fields more than once.
  const byPath = new Map(fields.map((each) => [each.path, each]));
  const rivals = [...byPath.values()].filter(({ path }) => field.shares?.includes(path) === true);
  if (rivals.length > 0 && typeof value === 'number' && typeof field.value === 'number') {
    const sum = (list: readonly Field[]) => list.reduce((total, each) => total + Number(each.value), 0);
    const free = rivals.filter(({ path }) => !held.has(path));
    const hasRoom = free.length > 0 && sum(free) + field.value - value >= 0;
    const others = hasRoom ? free : rivals;
    const left = sum(others);
    const room = left + field.value - value;
    for (const each of others) {
      const part = left > 0 ? Number(each.value) / left : 1 / others.length;
      put(each, Number(Math.max(0, room * part).toFixed(6)));
    }
  }
  return next;
}

function labelOf(choices: NonNullable<Field['choices']>, value: unknown): string | undefined {
  return choices.find((choice) => JSON.stringify(choice.value) === JSON.stringify(value))?.label;
}

/** Every field of a view, with the values that were chosen: the thread may be some moves behind. */
export function fieldsOf(view: View, set: Overrides): Field[] {
  const forms = view.arms.flatMap((arm) => arm.forms.flatMap(({ parts }) => parts));
  return [...view.knobs, ...view.company, ...forms.flatMap(({ fields }) => fields)].map((field) => {
    if (!Object.hasOwn(set, field.path)) return { ...field, value: field.written };
    const value = set[field.path];
    const shown = field.choices === undefined ? value : labelOf(field.choices, value);
    return { ...field, value: typeof shown === 'number' || typeof shown === 'string' ? shown : field.value };
  });
}

/** Which plan, person and measure a field belongs to, to be said before its label; empty for the company. */
export function whereOf({ arms }: View, { path }: Field): string {
  if (!path.startsWith('plans.')) return '';
  const [, plan, person] = path.split('.');
  // People know plans by the titles of their arms.
  const title = arms.find(({ name, forms }) => name === plan && forms.length > 0)?.title ?? plan;
  // A form may be of more than one arm.
  const parts = arms.flatMap((arm) => arm.forms.flatMap((form) => form.parts));
  const part = parts.find(({ fields }) => fields.some((field) => field.path === path));
  const measure = part === undefined || !path.includes('.components.') ? '' : `${part.title}, `;
  return `${title}, ${person}: ${measure}`;
}

/** What was changed, in words, one line for each. */
export function changesInWords(view: View, set: Overrides): string[] {
  const unique = new Map(fieldsOf(view, set).map((field) => [field.path, field]));
  const told = [...unique.values()]
    .filter(({ value, written }) => value !== written)
    .map((field) => {
      const { label, value, written, unit, writtenUnit = unit } = field;
      return (
        `${whereOf(view, field)}${label}: from ${valueWords(written, writtenUnit)} to ` +
        valueWords(value, unit)
      );
    });
  const added = view.arms.filter(({ name }) => isCopy(name, set)).map(({ title }) => WORDS.added(title));
  const isOfCopy = (path: string) => /^(?:plans|arms|titles)\.copy-\d+$/.test(path);
  // What a link sets beyond the knobs of this page is said too.
  const others = Object.entries(set)
    .filter(([path]) => !unique.has(path) && !isOfCopy(path))
    .map(([path, value]) => `${path}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`);
  return [...added, ...told, ...others];
}
