import { effect } from '@preact/signals-core';
import { WORDS } from '../words.ts';
import { button, make } from './dom.ts';
import type { Store } from './store.ts';

/** The scenario's file as text, to be changed and applied. */
export function editPanel(store: Store, apply: (text: string) => void): HTMLElement {
  const text = make('textarea', { id: 'yaml', spellcheck: 'false', 'aria-label': WORDS.edit });
  const node = make(
    'section',
    { class: 'panel', id: 'edit', 'aria-label': WORDS.edit },
    make('h2', {}, WORDS.edit),
    make('p', { class: 'meta' }, WORDS.drop),
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
    const { file, texts } = store.files.value;
    text.value = texts[file] ?? '';
  });
  effect(() => {
    node.hidden = store.panel.value !== 'edit';
  });
  return node;
}
