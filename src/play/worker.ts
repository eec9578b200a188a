/**
 * The thread behind the page: reads scenarios and answers questions. Only the latest question is answered;
 * an older one is cancelled. Workers of a pool, which run this script too, do the simulation.
 */
import './withoutEval.ts';
import { InputError } from '../core/errors.ts';
import { issueSentence } from '../core/messages.ts';
import { Session } from '../experiments/commands/session.ts';
import { answering, type TaskMessage } from '../experiments/executors/taskMessages.ts';
import { keysAt, valuesAt } from './completions.ts';
import type { Answer, FromWorker, ToWorker, WrongPlace } from './protocol.ts';
import { Stage } from './stage.ts';
import { WORDS } from './words.ts';
import { CancelledError, type PoolWorker, WorkerPool } from './workerPool.ts';

/** What a worker's global has; the page's own types do not fit it. */
const thread = globalThis as unknown as {
  onmessage: (event: { readonly data: ToWorker | TaskMessage }) => void;
  postMessage(message: unknown, moved?: readonly ArrayBuffer[]): void;
  readonly navigator: { readonly hardwareConcurrency?: number };
  /** Absent where a worker cannot start workers. */
  readonly Worker?: new (
    address: string,
  ) => PoolWorker;
};

/** Most workers of the pool. */
const MOST_WORKERS = 8;

/** Source of this script. From file:// a worker cannot load a blob address that the page created. */
let script: string | undefined;
let pool = new WorkerPool(startWorker, 0);
const help = answering((answer, moved) => thread.postMessage(answer, moved));

function startWorker(): PoolWorker {
  const address = URL.createObjectURL(new Blob([script!], { type: 'text/javascript' }));
  return new thread.Worker!(address);
}

let stage: Stage | undefined;
/** Numbers of the latest question, and of the latest list of what may come next. */
let latest = 0;
let latestPrefetch = 0;

/** What is asked of a thread that has begun. */
type Request = Exclude<ToWorker, { readonly kind: 'begin' }>;

/** The newest message of each kind that still waits: of many moves in a row only the last is answered. */
const waiting = new Map<ToWorker['kind'], Request>();

thread.onmessage = ({ data }) => {
  if (!('id' in data)) help(data);
  else if (data.kind !== 'begin') receive(data);
  else if (thread.Worker !== undefined) {
    script = data.script;
    pool = new WorkerPool(startWorker, Math.min(MOST_WORKERS, thread.navigator.hardwareConcurrency ?? 1));
  }
};

function receive(message: Request): void {
  // What was asked of another scenario is of no interest any more.
  if (message.kind === 'open') waiting.clear();
  if (message.kind === 'open' || message.kind === 'ask') {
    latest = message.id;
    pool.cancelAll();
    pool.isBackground = false;
  }
  if (message.kind === 'prefetch') {
    latestPrefetch = message.id;
    pool.isBackground = true;
  }
  waiting.set(message.kind, message);
  // Messages that have arrived meanwhile are taken first.
  if (waiting.size === 1) setTimeout(takeWaiting);
}

function takeWaiting(): void {
  const messages = [...waiting.values()].sort((one, other) => one.id - other.id);
  waiting.clear();
  for (const message of messages)
    handle(message).catch((error: unknown) => {
      if (error instanceof CancelledError) return;
      post({ kind: 'refused', id: message.id, ...wrongIn(error) });
    });
}

function post(message: FromWorker): void {
  thread.postMessage(message);
}

async function handle(message: Request): Promise<void> {
  const { id } = message;
  if (message.kind === 'open') {
    const opened = new Stage(message.files, new Session(pool));
    const view = opened.view(message.set);
    stage = opened;
    post({ kind: 'view', id, view });
  } else if (message.kind === 'complete') {
    const find = message.isValue ? valuesAt : keysAt;
    post({ kind: 'completions', id, found: find(message.place, message.isTextbook) });
  } else if (stage === undefined) throw new Error(WORDS.nothingOpen);
  else if (message.kind === 'view') post({ kind: 'view', id, view: stage.view(message.set) });
  else if (message.kind === 'story')
    post({ kind: 'story', id, told: await stage.tell(message.set, message.arm, message.seed) });
  else if (message.kind === 'text') post({ kind: 'text', id, text: stage.text(message.set) });
  else if (message.kind === 'save')
    post({
      kind: 'saved',
      id,
      what: message.what,
      text: await stage.save(message, message.what, message),
    });
  else if (message.kind === 'sensitivity') await testInputs(stage, message);
  else if (message.kind === 'prefetch') await prefetch(stage, message);
  else
    await stage.ask(
      message,
      (answer) => post({ kind: 'answer', id, answer }),
      () => latest === id,
    );
}

async function testInputs(
  on: Stage,
  message: Extract<Request, { readonly kind: 'sensitivity' }>,
): Promise<void> {
  const { id, set } = message;
  const question = latest;
  let most = 0;
  const tested = await on.testInputs(message, (done, of) => {
    // The search for a turning point comes last, and is short.
    if (of >= most) post({ kind: 'testing', id, done, of });
    most = Math.max(most, of);
    return latest === question;
  });
  if (latest === question) post({ kind: 'tested', id, tested, view: on.view(set) });
}

/** Runs of an answer to what may be asked next. */
const PREFETCH_RUNS = 25;

async function prefetch(on: Stage, message: Extract<Request, { readonly kind: 'prefetch' }>): Promise<void> {
  const { id, sets, arms, seed, isNarrow } = message;
  const question = latest;
  const isWanted = () => latest === question && latestPrefetch === id;
  for (const set of sets) {
    if (!isWanted()) return;
    const take = (answer: Answer) => post({ kind: 'prefetch', id, set, arms, answer });
    // What cannot be simulated is said when it is asked.
    await on
      .prefetch({ set, arms, seed, isNarrow }, PREFETCH_RUNS, take, isWanted)
      .catch((error: unknown) => {
        if (!(error instanceof InputError)) throw error;
      });
  }
}

/** What is wrong in sentences, and where in the file. */
function wrongIn(error: unknown): { readonly issues: string[]; readonly places: WrongPlace[] } {
  if (!(error instanceof InputError))
    return { issues: [error instanceof Error ? error.message : String(error)], places: [] };
  const places = error.issues.flatMap(({ line, column = 1, file: _, ...issue }) =>
    line === undefined ? [] : [{ line, column, text: issueSentence(issue) }],
  );
  // On the page a value is moved, not set by an option.
  const issues = error.issues.map(({ file, ...issue }) =>
    issueSentence(file === '--set' ? issue : { ...issue, file }),
  );
  return { issues, places };
}
