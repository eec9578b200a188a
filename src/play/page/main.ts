/** The page: builds what is shown from the state, and asks the thread behind it. */
import { batch, effect, untracked } from '@preact/signals-core';
import { fromFragment, LinkError, MOST_FILE_CHARACTERS, type Shared } from '../link.ts';
import type { Files, FromWorker, View } from '../protocol.ts';
import { WORDS } from '../words.ts';
import { isOwnAddress, writeAddress } from './address.ts';
import { answerPane } from './answerPane.ts';
import { type Choice, changesInWords, fieldsOf } from './choice.ts';
import { Completing } from './completing.ts';
import { Controls } from './controls.ts';
import { usualArms } from './counterparts.ts';
import { fill, make, saveText } from './dom.ts';
import { takeDropped } from './dropped.ts';
import { editPanel } from './editPanel.ts';
import { Guesses, type Question } from './guesses.ts';
import { handlesOf } from './handles.ts';
import { header } from './header.ts';
import { neighboursOf } from './neighbours.ts';
import { savedTests, savedView, savePage } from './savedPage.ts';
import { type Data, type Opening, sharedOf, unpacked } from './shared.ts';
import { sharePanel } from './sharePanel.ts';
import { Store } from './store.ts';
import { StoryPanel } from './storyPanel.ts';
import { summaryLine } from './summaryLine.ts';
import { testedNow } from './testsOfInputs.ts';
import { Thread } from './thread.ts';

const MOST_ARMS = 4;
/** Addresses that say what is shown. */
const IS_LINK = /^#(g\d|guess=1$)/;

/** Set before anything is shown. */
let data!: Data;
let thread!: Thread;
const store = new Store();

let opening: Opening | undefined;
/** Completions for the editor. */
const completing = new Completing((request) => thread.send(request));
/** What was chosen last in scenarios that were left. */
const left = new Map<string, Choice>();
/** The changes for which the company was measured last. */
let measuredFor: string | undefined;

/**
 * Opens a scenario as written, or as a link says.
 *
 * @param isOwn whether the link was made here: then it can be changed
 */
function open(files: Files, shared?: Shared, isOwn = false): void {
  const { answer, isStale, view } = store;
  // A thread that is still busy would first finish with what nobody waits for any more.
  const isBusy =
    view.value !== undefined && (isStale.value || (answer.value?.done ?? 0) < (answer.value?.of ?? 1));
  if (isBusy) thread.renew();
  const id = thread.send({ kind: 'open', files, set: shared?.set ?? {} });
  opening = { id, files, shared, isOwn };
}

/** Opens a text of one's own. */
function openText(text: string, name: string = WORDS.own): void {
  // It can be come back to.
  data = { ...data, texts: { ...data.texts, [name]: text } };
  open({ file: name, texts: data.texts });
}

/** Shows a scenario that was read. */
function opened({ files, shared, isOwn }: Opening, view: View): void {
  opening = undefined;
  measuredFor = undefined;
  if (store.view.value !== undefined && !store.isReadOnly.value)
    left.set(store.files.value.file, store.choice.value);
  const known = view.arms.map(({ name }) => name);
  const arms = (shared?.arms ?? []).filter((arm) => known.includes(arm)).slice(0, MOST_ARMS);
  store.files.value = files;
  store.view.value = view;
  store.seed = shared?.seed;
  store.isReadOnly.value = shared !== undefined && !isOwn;
  if (shared !== undefined) store.isGuessing.value = shared.guess === true;
  store.told.value = undefined;
  store.wrongPlaces.value = [];
  store.wrongFile.value = [];
  const usual = store.isGuessing.value ? usualArms(view).slice(0, 2) : usualArms(view);
  store.begin({ set: shared?.set ?? {}, arms: arms.length > 1 ? arms : usual });
  store.tested.value = savedTests(store.choice.value);
}

function ask(): void {
  const { set, arms } = store.choice.value;
  if (typeof untracked(() => store.testing.value) === 'object') store.testing.value = 'stopped';
  const known = untracked(() => (store.isStale.value ? 0 : store.answer.value?.done));
  thread.send({ kind: 'ask', set, arms, known, ...drawn() });
}

/**
 * Tests which numbers of the company matter most; every later question stops it.
 *
 * @param against the arm against which the best one is tested; the reference, if absent
 */
function testInputs(against?: string): void {
  const { set, arms } = store.choice.value;
  store.testing.value = { done: 0, of: 0 };
  thread.send({ kind: 'sensitivity', set, arms, against, ...store.seeded });
}

/** Goes to a question that was asked before, of this scenario or another. */
function goTo({ file, choice }: Question): void {
  if (file === store.files.value.file) store.choose(choice, true);
  else open({ file, texts: data.texts }, { version: data.version, ...choice, guess: true }, true);
}

/** Opens a scenario by its name, with what was chosen in it before. */
function reopen(file: string): void {
  const before = left.get(file);
  const guess = store.isGuessing.value;
  const shared = before === undefined ? undefined : { version: data.version, ...before, guess };
  open({ file, texts: data.texts }, shared, true);
}

/** How charts are drawn, and the seed of a link. */
function drawn(): { readonly isNarrow: boolean; readonly seed?: string } {
  return { isNarrow: matchMedia('(max-width:640px)').matches, ...store.seeded };
}

/** Once an answer is complete, those to the next moves of the knob in hand are simulated. */
function prefetch(): void {
  const { view, answer, choice, inHand } = store;
  const fields = view.value === undefined ? [] : fieldsOf(view.value, choice.value.set);
  const field = fields.find(({ path }) => path === inHand);
  if (field === undefined || answer.value === undefined || answer.value.done < answer.value.of) return;
  const { set, arms } = choice.value;
  thread.send({ kind: 'prefetch', sets: neighboursOf(set, field, fields, store.weighed), arms, ...drawn() });
}

function take(message: FromWorker): void {
  batch(() => {
    if (message.kind === 'view') {
      if (opening?.id === message.id) opened(opening, message.view);
      else store.view.value = message.view;
      store.issues.value = [];
    } else if (message.kind === 'refused') {
      if (opening?.id !== message.id) store.issues.value = message.issues;
      else {
        // What was open stays; the thread had dropped its question.
        opening = undefined;
        store.wrongPlaces.value = message.places;
        store.wrongFile.value = message.issues;
        if (store.view.value === undefined) return;
        thread.send({ kind: 'open', files: store.files.value, set: store.choice.value.set });
        ask();
      }
    } else if (message.kind === 'answer') {
      store.take(message.answer);
      // What was measured for it tells which target goes with which measure.
      const key = JSON.stringify(store.choice.value.set);
      if (measuredFor !== key && !message.answer.isProvisional) {
        thread.send({ kind: 'view', set: store.choice.value.set });
        measuredFor = key;
      }
      prefetch();
    } else if (message.kind === 'prefetch') {
      store.answers.keep(message, message.answer);
    } else if (message.kind === 'story') store.told.value = message.told;
    else if (message.kind === 'text') store.text.value = message.text;
    else if (message.kind === 'completions') completing.take(message.found);
    else if (message.kind === 'testing') store.testing.value = message;
    else if (message.kind === 'tested') {
      store.testing.value = 'done';
      store.tested.value = { of: store.choice.value, found: message.tested };
      store.view.value = message.view;
    } else if (message.what === 'bundle') saveText(message.text, 'goodhart-bundle.json', 'application/json');
    else saveText(message.text, `goodhart-${message.what}.html`, 'text/html');
  });
}

async function openLink(): Promise<void> {
  const usual = { file: data.file, texts: data.texts };
  const isLink = /^#g\d/.test(location.hash);
  const fragment = isLink ? location.hash : (savedView() ?? '');
  if (fragment === '') {
    store.isGuessing.value = location.hash === '#guess=1' || data.guess === true;
    open(usual);
    return;
  }
  try {
    const found = await fromFragment(fragment, isLink ? undefined : MOST_FILE_CHARACTERS);
    // What was saved in this file cannot be overwritten here, so it need not be copied first.
    const isOwn = !isLink || isOwnAddress(fragment);
    if (found.base !== undefined && !data.offered.some(({ file }) => file === found.base)) {
      open(usual);
      store.notice.value = WORDS.links.unknown(found.base);
    } else if (found.base === undefined) {
      const own = data.offered.find(({ file }) => data.texts[file] === found.text)?.file ?? WORDS.own;
      open({ file: own, texts: { ...data.texts, [own]: found.text! } }, found, isOwn);
    } else open({ file: found.base, texts: data.texts }, found, isOwn);
    if (found.version !== data.version) store.notice.value = WORDS.otherVersion(found.version, data.version);
  } catch (error) {
    open(usual);
    store.notice.value = WORDS.links[error instanceof LinkError ? error.problem : 'broken'];
  }
}

/** What follows from the state: questions, the address, the file, and marks of the whole page. */
function follow(guesses: Guesses): void {
  effect(() => {
    const { set, arms } = store.choice.value;
    const view = untracked(() => store.view.value);
    if (view === undefined || arms.length === 0) return;
    thread.send({ kind: 'view', set });
    ask();
  });
  effect(() => {
    // A page that nobody touched keeps its address.
    const isUntouched = !store.canUndo.value && !store.canRedo.value && !store.isGuessing.value;
    const { arms } = store.choice.value;
    if (arms.length > 0 && !isUntouched && !store.isReadOnly.value) writeAddress(() => sharedOf(store, data));
  });
  effect(() => {
    // The file is written anew where somebody looks at it or may save it.
    const { set } = store.choice.value;
    if (store.panel.value === 'edit' || store.panel.value === 'share') thread.send({ kind: 'text', set });
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') store.panel.value = 'none';
  });
  effect(() => {
    const { classList } = document.body;
    classList.toggle('guessing', store.isGuessing.value);
    classList.toggle('hiding', guesses.isHidden.value);
  });
  effect(() => {
    document.title = `${store.view.value?.name ?? 'goodhart'} · goodhart`;
  });
}

function start(packed: Data): void {
  data = packed;
  thread = new Thread(data.worker, take, () => {
    store.notice.value = WORDS.stopped;
    if (store.view.value === undefined) return;
    thread.send({ kind: 'open', files: store.files.value, set: store.choice.value.set });
    ask();
  });
  const guesses = new Guesses(store);
  const app = document.getElementById('app')!;
  document.body.classList.add('play');
  fill(
    app,
    header(store, data.offered, {
      guesses,
      open: reopen,
    }),
    sharePanel(store, {
      guesses,
      shared: () => sharedOf(store, data),
      savePage: () => void savePage(sharedOf(store, data), store.tested.value),
      save: (what) =>
        thread.send({
          kind: 'save',
          what,
          changes: changesInWords(store.view.value!, store.choice.value.set),
          tested: testedNow(store),
          ...store.choice.value,
          ...store.seeded,
        }),
    }),
    editPanel(store, openText, completing.complete),
    new StoryPanel(store, (arm) =>
      thread.send({ kind: 'story', set: store.choice.value.set, arm, ...store.seeded }),
    ).node,
    make(
      'main',
      {},
      make('div', { class: 'controls', id: 'controls' }, new Controls(store, MOST_ARMS, testInputs).node),
      answerPane(store, guesses, { testInputs, goTo }),
    ),
    summaryLine(store, guesses),
    make(
      'footer',
      {},
      make('p', { class: 'meta' }, WORDS.made(data.version)),
      make('details', {}, make('summary', {}, WORDS.licences), make('pre', { class: 'code' }, data.licences)),
    ),
  );
  follow(guesses);
  takeDropped(openText, () => {
    store.notice.value = WORDS.fileLarge;
  });
  addEventListener('hashchange', () => {
    // Places within the page are no links to another state of it.
    if (IS_LINK.test(location.hash)) void openLink();
  });
  Object.assign(
    globalThis,
    handlesOf(store, () => thread.kill()),
  );
  void openLink();
}

void unpacked().then(start);
