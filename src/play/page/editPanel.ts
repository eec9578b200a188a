import { effect } from '@preact/signals-core';
import { WORDS } from '../words.ts';
import { button, fill, make } from './dom.ts';
import { type Complete, Editor } from './editor.ts';
import type { Store } from './store.ts';

/** The scenario's file as text, to be changed and applied. */
export function editPanel(store: Store, apply: (text: string) => void, complete: Complete): HTMLElement {
  const editor = new Editor(complete);
  const wrong = make('div', { class: 'notice', role: 'alert' });
  const node = make(
    'section',
    { class: 'panel', id: 'edit', 'aria-label': WORDS.edit },
    make('h2', {}, WORDS.edit),
    make('p', { class: 'meta' }, WORDS.drop),
    wrong,
    make('div', { class: 'editor' }, editor.node),
    make('p', { class: 'meta' }, WORDS.editKeys),
    make(
      'div',
      { class: 'bar' },
      button(WORDS.apply, () => apply(editor.text)),
      button(WORDS.close, () => {
        store.panel.value = 'none';
      }),
    ),
  );
  effect(() => {
    editor.text = store.text.value;
  });
  effect(() => {
    const issues = store.wrongFile.value;
    editor.mark(store.wrongPlaces.value);
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
