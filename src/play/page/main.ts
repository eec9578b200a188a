/** The page: builds what is shown from the state, and asks the thread behind it. */
import { batch, effect, untracked } from '@preact/signals-core';
import { fromFragment, LinkError, type Shared, through, toFragment } from '../link.ts';
import type { Files, FromWorker, View } from '../protocol.ts';
import { WORDS } from '../words.ts';
import { answerPane } from './answerPane.ts';
import { Controls } from './controls.ts';
import { fill, make, saveText } from './dom.ts';
import { editPanel } from './editPanel.ts';
import { header } from './header.ts';
import { sharePanel } from './sharePanel.ts';
import { Store } from './store.ts';
import { StoryPanel } from './storyPanel.ts';
import { Thread } from './thread.ts';

/** What the file carries. */
interface Data extends Files {
  readonly version: string;
  readonly licences: string;
  /** Script of the thread. */
  readonly worker: string;
  readonly offered: readonly {
    readonly file: string;
    readonly title: string;
    readonly isShipped: boolean;
  }[];
}

/** Milliseconds between two changes of the address: browsers refuse more than about 100 in ten seconds. */
const ADDRESS_MS = 300;
/** Largest file that is read, in bytes. */
const MOST_BYTES = 1_000_000;
const MOST_ARMS = 4;

/** Set before anything is shown. */
let data!: Data;
let thread!: Thread;
const store = new Store();

/** What is packed into the page. */
async function unpacked(): Promise<Data> {
  const packed = atob(document.getElementById('data')?.textContent ?? '');
  const bytes = Uint8Array.from(packed, (character) => character.charCodeAt(0));
  const text = await through(new DecompressionStream('deflate-raw'), bytes, Infinity);
  return JSON.parse(new TextDecoder().decode(text)) as Data;
}

/** Opens a scenario as written, or as a link says. */
function open(files: Files, shared?: Shared): void {
  batch(() => {
    store.files.value = files;
    store.view.value = undefined;
    store.seed = shared?.seed;
    store.begin({ set: shared?.set ?? {}, arms: shared?.arms ?? [] });
    store.isReadOnly.value = shared !== undefined;
    store.isGuessing.value = shared?.guess === true;
  });
  thread.send({ kind: 'open', files, set: store.choice.value.set });
}

/** Opens a text of one's own. */
function openText(text: string, name: string = WORDS.own): void {
  open({ file: name, texts: { ...data.texts, [name]: text } });
}

function ask(): void {
  const { set, arms } = store.choice.value;
  store.isStale.value = true;
  const isNarrow = matchMedia('(max-width:640px)').matches;
  thread.send({
    kind: 'ask',
    set,
    arms,
    isNarrow,
    ...(store.seed === undefined ? {} : { seed: store.seed }),
  });
}

function take(message: FromWorker): void {
  batch(() => {
    if (message.kind === 'view') {
      const isFirst = store.view.value === undefined;
      store.view.value = message.view;
      store.issues.value = [];
      if (!isFirst) return;
      const known = message.view.arms.map(({ name }) => name);
      const arms = store.choice.value.arms.filter((arm) => known.includes(arm)).slice(0, MOST_ARMS);
      store.begin({ ...store.choice.value, arms: arms.length > 1 ? arms : usualArms(message.view) });
    } else if (message.kind === 'refused') {
      store.issues.value = message.issues;
    } else if (message.kind === 'answer') {
      store.answer.value = message.answer;
      store.isStale.value = false;
    } else if (message.kind === 'story') store.told.value = message.told;
    else if (message.what === 'report') saveText(message.text, 'goodhart-report.html', 'text/html');
    else saveText(message.text, 'goodhart-bundle.json', 'application/json');
  });
}

/** The reference, and the first alternative that a company could choose; failing that, any. */
function usualArms({ arms, reference }: View): string[] {
  const others = arms.filter(({ name }) => name !== reference);
  const first = others.find(({ isAlternative }) => isAlternative) ?? others[0];
  return [reference, ...(first === undefined ? [] : [first.name])];
}

/** What is shown now, to be put into a link. */
function shared(): Shared {
  const { file, texts } = store.files.value;
  // One's own file travels in the link, unless it rests on others.
  const isNamed = data.offered.some(
    (each) => each.file === file && (each.isShipped || /^extends:(?!\s*preset:)/m.test(texts[file])),
  );
  const { set, arms } = store.choice.value;
  return {
    version: data.version,
    ...(isNamed ? { base: file } : { text: texts[file] }),
    set,
    arms,
    ...(store.seed === undefined ? {} : { seed: store.seed }),
    ...(store.isGuessing.value ? { guess: true } : {}),
  };
}

async function openLink(): Promise<void> {
  const usual = { file: data.file, texts: data.texts };
  const fragment = location.hash;
  if (!/^#g\d/.test(fragment)) {
    open(usual);
    store.isGuessing.value = fragment === '#guess=1';
    return;
  }
  try {
    const found = await fromFragment(fragment);
    if (found.base !== undefined && !data.offered.some(({ file }) => file === found.base)) {
      open(usual);
      store.notice.value = WORDS.links.unknown(found.base);
    } else if (found.base === undefined)
      open({ file: WORDS.own, texts: { ...data.texts, [WORDS.own]: found.text! } }, found);
    else open({ file: found.base, texts: data.texts }, found);
    if (found.version !== data.version) store.notice.value = WORDS.otherVersion(found.version, data.version);
  } catch (error) {
    open(usual);
    store.notice.value = WORDS.links[error instanceof LinkError ? error.problem : 'broken'];
  }
}

/** Writes the address after a pause; a state that was not changed leaves it alone. */
let pause: ReturnType<typeof setTimeout> | undefined;
function writeAddress(): void {
  clearTimeout(pause);
  pause = setTimeout(() => {
    toFragment(shared())
      .then((fragment) => history.replaceState(null, '', `#${fragment}`))
      // Too large for a link, or refused by the browser: the address stays as it was.
      .catch(() => {});
  }, ADDRESS_MS);
}

/** Handles for tests and benchmarks; the page itself uses none of them. */
const HANDLES = {
  /** Ends the thread as if it had died. */
  endThread: () => thread.kill(),
  gains: () => store.answer.value?.gains.map(({ usd }) => usd),
  choose: (path: string, value: number) => {
    const { set, arms } = store.choice.value;
    store.choose({ set: { ...set, [path]: value }, arms }, true);
  },
  /** Calls back with each answer to the latest choice, with the runs done and those at rest. */
  listen: (answered: (done: number, of: number) => void) =>
    effect(() => {
      const answer = store.answer.value;
      if (!store.isStale.value && answer !== undefined) answered(answer.done, answer.of);
    }),
};

function start(packed: Data): void {
  data = packed;
  thread = new Thread(data.worker, take, () => {
    store.notice.value = WORDS.stopped;
    thread.send({ kind: 'open', files: store.files.value, set: store.choice.value.set });
    ask();
  });
  const app = document.getElementById('app')!;
  document.body.classList.add('play');
  fill(
    app,
    header(store, data.offered, {
      open: (file) => open({ file, texts: data.texts }),
    }),
    sharePanel(store, { shared, save: (what) => thread.send({ kind: 'save', what }) }),
    editPanel(store, openText),
    new StoryPanel(store, (arm) => thread.send({ kind: 'story', set: store.choice.value.set, arm })).node,
    make(
      'main',
      {},
      make('div', { class: 'controls', id: 'controls' }, new Controls(store, MOST_ARMS).node),
      answerPane(store),
    ),
    make(
      'footer',
      {},
      make('p', { class: 'meta' }, WORDS.made(data.version)),
      make('details', {}, make('summary', {}, WORDS.licences), make('pre', { class: 'code' }, data.licences)),
    ),
  );
  effect(() => {
    const { set, arms } = store.choice.value;
    const view = untracked(() => store.view.value);
    if (view === undefined || arms.length === 0) return;
    thread.send({ kind: 'view', set });
    ask();
    const isUntouched = untracked(() => !store.canUndo.value && !store.canRedo.value);
    if (!isUntouched && !untracked(() => store.isReadOnly.value)) writeAddress();
  });
  effect(() => {
    document.title = `${store.view.value?.name ?? 'goodhart'} · goodhart`;
  });
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file === undefined) return;
    if (file.size > MOST_BYTES) store.notice.value = WORDS.fileLarge;
    else file.text().then((text) => openText(text, file.name.slice(0, 80)));
  });
  addEventListener('hashchange', () => void openLink());
  Object.assign(globalThis, HANDLES);
  void openLink();
}

void unpacked().then(start);
