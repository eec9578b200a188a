import { effect, untracked } from '@preact/signals-core';
import type { ArmView, Field, View } from '../protocol.ts';
import { WORDS } from '../words.ts';
import { fill, make } from './dom.ts';
import { type Control, fieldControl } from './fieldControl.ts';
import { fieldsOf, type Store, withField } from './store.ts';
import { valueWords } from './valueWords.ts';

/**
 * The plans compared, each as a form; the numbers of the company; and what was changed. Controls are built
 * anew only where others are needed, so that the one in use keeps the focus.
 */
export function controls(store: Store, into: HTMLElement, mostArms: number): void {
  let built = '';
  let shown: { readonly path: string; readonly control: Control }[] = [];
  const changes = make('ul', { class: 'changes' });
  const everything = make('fieldset', { class: 'all' });
  everything.style.cssText = 'border:0;padding:0;margin:0';

  function change(field: Field, value: unknown, isOver: boolean): void {
    const view = untracked(() => store.view.value);
    if (view === undefined) return;
    const { set, arms } = store.choice.value;
    store.choose({ set: withField(set, field, value, fieldsOf(view, set)), arms }, isOver);
  }

  function control(field: Field): HTMLElement {
    const made = fieldControl(field, change);
    shown.push({ path: field.path, control: made });
    return made.node;
  }

  function build(view: View, arms: readonly string[]): void {
    shown = [];
    const chosen = view.arms.filter(({ name }) => arms.includes(name));
    const plans = new Set<string>();
    const forms = chosen.flatMap((arm) =>
      arm.forms.flatMap((form) => {
        // Two arms under one plan share its form.
        if (plans.has(`${form.plan} ${form.person}`) || form.parts.length === 0) return [];
        plans.add(`${form.plan} ${form.person}`);
        const isFirst = arm === chosen[0] || arm === chosen[1];
        return [
          make(
            'details',
            isFirst ? { open: true } : {},
            make('summary', {}, make('strong', {}, arm.title), ` · ${form.person}`),
            make('p', { class: 'meta' }, arm.words.join(' ')),
            ...form.parts.map(({ title, fields }) =>
              make('fieldset', {}, make('legend', {}, title), ...fields.map(control)),
            ),
          ),
        ];
      }),
    );
    fill(
      everything,
      make('h2', {}, WORDS.plans),
      make('p', { class: 'meta' }, WORDS.plansHint),
      armList(view, arms),
      ...forms,
      make('h2', {}, WORDS.knobs),
      ...view.knobs.map(control),
      make('h2', {}, WORDS.changes),
      changes,
    );
  }

  function armList(view: View, arms: readonly string[]): HTMLElement {
    const item = ({ name, title, about }: ArmView) => {
      const isReference = name === view.reference;
      const isOn = arms.includes(name);
      const box = make('input', {
        type: 'checkbox',
        checked: isOn,
        disabled: isReference || (!isOn && arms.length >= mostArms) || (isOn && arms.length <= 2),
        change: () => {
          const { set, arms: now } = store.choice.value;
          const next = box.checked ? [...now, name] : now.filter((each) => each !== name);
          store.choose(
            { set, arms: view.arms.map((arm) => arm.name).filter((each) => next.includes(each)) },
            true,
          );
          document.getElementById(`arm-${name}`)?.focus();
        },
        id: `arm-${name}`,
      });
      return make(
        'li',
        {},
        make(
          'label',
          about === '' ? {} : { title: about },
          box,
          isReference ? `${title} (${WORDS.reference})` : title,
        ),
      );
    };
    return make('ul', { class: 'arms' }, ...view.arms.map(item));
  }

  effect(() => {
    const view = store.view.value;
    const { arms, set } = store.choice.value;
    everything.disabled = store.isReadOnly.value;
    if (view === undefined) return;
    const key = JSON.stringify([
      store.files.value.file,
      arms,
      view.arms.map(({ name, forms }) => [name, forms.map(({ parts }) => parts.map(({ title }) => title))]),
    ]);
    if (key !== built) {
      built = key;
      build(view, arms);
    }
    const fields = new Map(fieldsOf(view, set).map((field) => [field.path, field]));
    for (const { path, control: made } of shown) {
      const field = fields.get(path);
      if (field !== undefined) made.show(field);
    }
    const changed = [...fields.values()].filter(({ value, written }) => value !== written);
    fill(
      changes,
      ...(changed.length === 0 ? [make('li', {}, WORDS.noChanges)] : []),
      ...changed.map(({ path, label, value, written, unit }) =>
        make(
          'li',
          { title: path },
          `${path.startsWith('plans.') ? `${path.split('.').slice(1, 3).join(', ')}: ` : ''}${label}: ${valueWords(written, unit)} → ${valueWords(value, unit)}`,
        ),
      ),
    );
  });
  into.append(everything);
}
