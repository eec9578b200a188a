import { effect } from '@preact/signals-core';
import { LinkError, type Shared, toFragment } from '../link.ts';
import type { Saved } from '../protocol.ts';
import { codeFor, commandFor } from '../sameNumbers.ts';
import { WORDS } from '../words.ts';
import { button, fill, make, saveText } from './dom.ts';
import type { Guesses } from './guesses.ts';
import type { Store } from './store.ts';

/** The link to what is shown, the command and the code that give the same numbers, and files to take away. */
export function sharePanel(
  store: Store,
  {
    guesses,
    shared,
    savePage,
    save,
  }: {
    readonly guesses: Guesses;
    readonly shared: () => Shared;
    readonly savePage: () => void;
    readonly save: (what: Saved) => void;
  },
): HTMLElement {
  const link = make('input', { type: 'text', id: 'link', readonly: true, 'aria-label': WORDS.linkOf });
  const said = make('p', { role: 'status', class: 'meta' });
  const command = make('pre', { class: 'code', tabindex: '0' });
  const code = make('pre', { class: 'code', tabindex: '0' });
  const copy = button(WORDS.linkOf, () => copyText(link, said));
  const about = make('p', { class: 'meta' });
  const node = make(
    'section',
    { class: 'panel', id: 'share', 'aria-label': WORDS.share },
    make('h2', {}, WORDS.share),
    copy,
    link,
    about,
    said,
    make('h3', {}, WORDS.downloads),
    downloads(store, guesses, { savePage, save }),
    make(
      'details',
      {},
      make('summary', {}, WORDS.sameNumbers),
      make('h3', {}, WORDS.commandOf),
      command,
      make('h3', {}, WORDS.codeOf),
      code,
    ),
    button(WORDS.close, () => {
      store.panel.value = 'none';
    }),
  );
  const isOnSite = location.protocol.startsWith('http');
  effect(() => {
    node.hidden = store.panel.value !== 'share';
    const { set, arms } = store.choice.value;
    const view = store.view.value;
    const { file, texts } = store.files.value;
    fill(
      about,
      isOnSite ? WORDS.linkOfSite : store.isGuessing.value ? WORDS.linkGuesses : WORDS.linkNeedsPage,
    );
    if (node.hidden || view === undefined) return;
    const question = {
      file,
      set,
      arms,
      replicates: view.replicates,
      seed: store.seed ?? view.seed,
    };
    fill(command, commandFor(question));
    fill(code, codeFor(question, texts[file]));
    fill(said);
    toFragment(shared())
      .then((fragment) => {
        link.value = `${location.href.replace(/#.*$/, '')}#${fragment}`;
      })
      .catch((error: unknown) => {
        link.value = '';
        fill(said, error instanceof LinkError ? WORDS.tooLarge : String(error));
      });
  });
  return node;
}

/** Copies what stands in a box; without leave for the clipboard it stays selected, to be copied by hand. */
function copyText(box: HTMLInputElement, said: HTMLElement): void {
  box.select();
  navigator.clipboard
    .writeText(box.value)
    .then(() => fill(said, WORDS.copied))
    .catch(() => fill(said, WORDS.copyByHand));
}

/** The page with the view in it, the scenario, and the results as a report and as data, to save. */
function downloads(
  store: Store,
  guesses: Guesses,
  { savePage, save }: { readonly savePage: () => void; readonly save: (what: Saved) => void },
): HTMLElement {
  const results = [
    button(WORDS.saveBoard, () => save('board')),
    button(WORDS.saveReport, () => save('report')),
    button(WORDS.saveBundle, () => save('bundle')),
  ];
  effect(() => {
    // Results would give the answer away.
    for (const result of results) result.disabled = guesses.isHidden.value;
  });
  const scenario = button(WORDS.saveScenario, () => {
    const { file } = store.files.value;
    const name = file
      .split('/')
      .pop()!
      .replace(/[^\w.-]/g, '_');
    saveText(store.text.value, name, 'text/yaml');
  });
  return make('div', { class: 'bar' }, button(WORDS.savePage, savePage), scenario, ...results);
}
