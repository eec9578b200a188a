import { effect } from '@preact/signals-core';
import { WORDS } from '../words.ts';
import { isCopy } from './choice.ts';
import { pairWith, usualArms } from './counterparts.ts';
import { button, fill, make } from './dom.ts';
import { type Guesses, guessedPlan } from './guesses.ts';
import type { Data } from './shared.ts';
import type { Store } from './store.ts';

/** Name of the scenario, the list to choose from, and what goes for the whole page. */
export function header(
  store: Store,
  offered: Data['offered'],
  { open, guesses }: { readonly open: (file: string) => void; readonly guesses: Guesses },
): HTMLElement {
  const title = make('h1');
  const notice = make('p', { class: 'notice', role: 'status' });
  const list = make('select', { id: 'scenario', change: () => open(list.value) }, ...grouped(offered));
  const undo = button(WORDS.undo, () => store.undo());
  const redo = button(WORDS.redo, () => store.redo());
  const reset = button(WORDS.resetAll, () => asWritten(store));
  const toggle = (panel: 'share' | 'edit' | 'story') => () => {
    store.panel.value = store.panel.value === panel ? 'none' : panel;
  };
  const share = button(WORDS.share, toggle('share'), { 'aria-controls': 'share' });
  const story = button(WORDS.story, toggle('story'), { 'aria-controls': 'story' });
  const edit = button(WORDS.edit, toggle('edit'), { 'aria-controls': 'edit' });
  const guess = button(WORDS.guess, () => {
    const isPlaced = guesses.round.value.guesses.length > 0;
    if (guesses.isHidden.value && isPlaced && !confirm(WORDS.guessLeave)) return;
    store.isGuessing.value = !store.isGuessing.value;
    if (store.isGuessing.value) choosePair(store);
  });
  const copy = button(WORDS.makeCopy, () => {
    store.isReadOnly.value = false;
  });
  const shared = make('p', { class: 'notice' }, `${WORDS.readOnly} `, copy);
  effect(() => {
    const view = store.view.value;
    fill(title, view?.name ?? 'goodhart');
    const { file } = store.files.value;
    const isOffered = offered.some((each) => each.file === file);
    if (isOffered) list.value = file;
    else list.selectedIndex = -1;
  });
  effect(() => {
    undo.disabled = !store.canUndo.value || store.isReadOnly.value;
    redo.disabled = !store.canRedo.value || store.isReadOnly.value;
    reset.disabled = Object.keys(store.choice.value.set).length === 0 || store.isReadOnly.value;
    // The file and the story would give the answer away.
    edit.disabled = guesses.isHidden.value;
    story.disabled = guesses.isHidden.value || store.view.value?.hasMonths === false;
    if (guesses.isHidden.value && store.panel.value !== 'share') store.panel.value = 'none';
    shared.hidden = !store.isReadOnly.value;
    guess.setAttribute('aria-pressed', String(store.isGuessing.value));
    share.setAttribute('aria-expanded', String(store.panel.value === 'share'));
    story.setAttribute('aria-expanded', String(store.panel.value === 'story'));
    edit.setAttribute('aria-expanded', String(store.panel.value === 'edit'));
  });
  effect(() => {
    notice.hidden = store.notice.value === '';
    fill(notice, store.notice.value);
  });
  return make(
    'header',
    {},
    make('p', { class: 'brand' }, WORDS.brand),
    title,
    aboutText(store),
    make(
      'div',
      { class: 'bar' },
      make('label', { for: 'scenario' }, WORDS.scenario),
      list,
      undo,
      redo,
      reset,
      share,
      edit,
      guess,
      story,
    ),
    shared,
    notice,
  );
}

/** Goes back to the scenario as written. Plans that were copied here go too; undo brings them back. */
function asWritten(store: Store): void {
  const { set, arms } = store.choice.value;
  const written = arms.filter((arm) => !isCopy(arm, set));
  store.choose({ set: {}, arms: written.length > 1 ? written : usualArms(store.view.value!) }, true);
}

/** A round of guesses is about two plans: the figures of a third would tell the answer to the next one. */
function choosePair(store: Store): void {
  const plan = guessedPlan(store);
  if (plan === undefined || store.choice.value.arms.length === 2) return;
  store.choose({ ...store.choice.value, arms: pairWith(plan.name, store.view.value!) }, true);
}

/** What the scenario is about; it describes the scenario as written. */
function aboutText(store: Store): HTMLElement {
  const about = make('p');
  const note = make('p', { class: 'meta' }, WORDS.aboutWritten);
  effect(() => {
    const text = store.view.value?.about ?? '';
    fill(about, text);
    note.hidden = text === '' || Object.keys(store.choice.value.set).length === 0;
  });
  return make('div', {}, about, note);
}

/** Scenarios as a list in groups, by title; the first of each list stays first. */
function grouped(offered: Data['offered']): HTMLElement[] {
  const groups = new Map<string, Data['offered'][number][]>();
  for (const each of offered) {
    const name = groupOf(each);
    groups.set(name, [...(groups.get(name) ?? []), each]);
  }
  return [...groups].map(([label, [first, ...others]]) =>
    make(
      'optgroup',
      { label },
      ...[first, ...others.sort((one, other) => one.title.localeCompare(other.title, 'en'))].map((each) =>
        make('option', { value: each.file, title: each.about }, each.title),
      ),
    ),
  );
}

function groupOf({ file, isShipped }: Data['offered'][number]): string {
  if (!isShipped) return WORDS.groups.own;
  const folder = file.split('/').slice(1, -1)[0] ?? '';
  return folder === 'textbook' ? WORDS.groups.textbook : WORDS.groups.companies;
}
