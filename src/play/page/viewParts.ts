import type { FormPart, View } from '../protocol.ts';
import { valueWords } from '../valueWords.ts';
import { WORDS } from '../words.ts';
import { make } from './dom.ts';

/** The company in numbers. */
export function companyRows({ company }: View): HTMLElement[] {
  return company.map(({ label, value, unit }) =>
    make('div', {}, make('dt', {}, label), make('dd', {}, valueWords(value, unit))),
  );
}

/** The company in one sentence. */
export function companyInWords({ company }: View): string {
  if (company.length === 0) return '';
  return `${WORDS.company}: ${company.map(({ label, value, unit }) => `${label} ${valueWords(value, unit)}`).join('; ')}.`;
}

/** The title of an arm. */
export function armTitle(view: View, name: string): string {
  return view.arms.find((arm) => arm.name === name)?.title ?? name;
}

/** What a part of a form is built of. */
export function shapeOf({ title, fields }: FormPart): unknown {
  return [title, fields.map(({ path, range, choices }) => [path, range, choices?.map(({ label }) => label)])];
}

/** The payout curve of a part of a form. */
export function curveIn(view: View, name: string): readonly number[] | undefined {
  for (const { forms } of view.arms)
    for (const { plan, person, parts } of forms)
      for (const [at, { curve }] of parts.entries()) if (`${plan} ${person} ${at}` === name) return curve;
  return undefined;
}

/** Whether a number box inside an element has the focus. */
export function isTypingIn(node: HTMLElement): boolean {
  const focus = document.activeElement;
  return focus instanceof HTMLInputElement && focus.type === 'number' && node.contains(focus);
}
