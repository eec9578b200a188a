import { effect } from '@preact/signals-core';
import { WORDS } from '../words.ts';
import { button, fill, make } from './dom.ts';
import type { Store } from './store.ts';

/** The scenario's file as text, to be changed and applied. */
export function editPanel(store: Store, apply: (text: string) => void): HTMLElement {
  const text = make('textarea', { id: 'yaml', spellcheck: 'false', 'aria-label': WORDS.edit });
  const wrong = make('div', { class: 'notice', role: 'alert' });
  const node = make(
    'section',
    { class: 'panel', id: 'edit', 'aria-label': WORDS.edit },
    make('h2', {}, WORDS.edit),
    make('p', { class: 'meta' }, WORDS.drop),
    wrong,
    text,
    make(
      'div',
      { class: 'bar' },
      button(WORDS.apply, () => apply(text.value)),
      button(WORDS.close, () => {
        store.panel.value = 'none';
      }),
    ),
  );
  effect(() => {
    text.value = store.text.value;
  });
  effect(() => {
    const issues = store.wrongFile.value;
    wrong.hidden = issues.length === 0;
    fill(
      wrong,
      make('strong', {}, WORDS.wrongFile),
      make('ul', {}, ...issues.map((each) => make('li', {}, each))),
    );
    if (issues.length > 0) store.panel.value = 'edit';
  });
  effect(() => {
    node.hidden = store.panel.value !== 'edit';
  });
  return node;
}
