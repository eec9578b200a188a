import { effect } from '@preact/signals-core';
import { WORDS } from '../words.ts';
import { fieldsOf } from './choice.ts';
import { button, fill, make } from './dom.ts';
import { changesCompany, type Stale, staleTargets } from './staleTargets.ts';
import type { Store } from './store.ts';

/** Says that targets are those of another company, and adapts them. */
export function staleNotice(store: Store): HTMLElement {
  const said = make('span');
  const usual = new Map<string, number>();
  let file = '';
  let stale: readonly Stale[] = [];
  const adapt = button(
    WORDS.adaptTargets,
    () => {
      const { set, arms } = store.choice.value;
      const next = Object.fromEntries(stale.map(({ field, target }) => [field.path, target]));
      store.choose({ set: { ...set, ...next }, arms }, true);
    },
    { class: 'small' },
  );
  const node = make('p', { class: 'notice stale-targets' }, said, ' ', adapt);
  effect(() => {
    const view = store.view.value;
    const { set, arms } = store.choice.value;
    if (view === undefined) return;
    if (store.files.value.file !== file) usual.clear();
    file = store.files.value.file;
    if (!changesCompany(set))
      for (const field of fieldsOf(view, set))
        if (field.usual !== undefined) usual.set(field.path, field.usual);
    stale = changesCompany(set) ? staleTargets(view, set, arms, usual) : [];
    adapt.disabled = store.isReadOnly.value;
    node.hidden = stale.length === 0;
    if (stale.length > 0) fill(said, WORDS.staleTargets(stale.length));
  });
  return node;
}
