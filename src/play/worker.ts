/**
 * The thread behind the page: reads scenarios and answers questions. Only the latest question is answered;
 * an older one stops at its next batch of runs.
 */
import { InputError } from '../core/errors.ts';
import { issueSentence } from '../core/messages.ts';
import type { FromWorker, ToWorker } from './protocol.ts';
import { Stage } from './stage.ts';
import { WORDS } from './words.ts';

/** What a worker's global has; the page's own types do not fit it. */
const thread = globalThis as unknown as {
  onmessage: (event: { readonly data: ToWorker }) => void;
  postMessage(message: FromWorker): void;
};

let stage: Stage | undefined;
let latest = 0;

/** The newest message of each kind that still waits: of many moves in a row only the last is answered. */
const waiting = new Map<ToWorker['kind'], ToWorker>();

thread.onmessage = ({ data }) => {
  // What was asked of another scenario is of no interest any more.
  if (data.kind === 'open') waiting.clear();
  if (data.kind === 'open' || data.kind === 'ask') latest = data.id;
  waiting.set(data.kind, data);
  // Messages that have arrived meanwhile are taken first.
  if (waiting.size === 1) setTimeout(takeWaiting);
};

function takeWaiting(): void {
  const messages = [...waiting.values()].sort((one, other) => one.id - other.id);
  waiting.clear();
  for (const message of messages)
    handle(message).catch((error: unknown) => {
      thread.postMessage({ kind: 'refused', id: message.id, issues: sentencesOf(error) });
    });
}

async function handle(message: ToWorker): Promise<void> {
  const { id } = message;
  if (message.kind === 'open') {
    const opened = new Stage(message.files);
    const view = opened.view(message.set);
    stage = opened;
    thread.postMessage({ kind: 'view', id, view });
  } else if (stage === undefined) throw new Error(WORDS.nothingOpen);
  else if (message.kind === 'view') thread.postMessage({ kind: 'view', id, view: stage.view(message.set) });
  else if (message.kind === 'story')
    thread.postMessage({ kind: 'story', id, told: await stage.tell(message.set, message.arm, message.seed) });
  else if (message.kind === 'text') thread.postMessage({ kind: 'text', id, text: stage.text(message.set) });
  else if (message.kind === 'save')
    thread.postMessage({ kind: 'saved', id, what: message.what, text: await stage.save(message.what) });
  else
    await stage.ask(
      message,
      (answer) => thread.postMessage({ kind: 'answer', id, answer }),
      () => latest === id,
    );
}

function sentencesOf(error: unknown): string[] {
  if (error instanceof InputError) return error.issues.map(issueSentence);
  return [error instanceof Error ? error.message : String(error)];
}
