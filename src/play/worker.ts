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

thread.onmessage = ({ data }) => {
  handle(data).catch((error: unknown) => {
    thread.postMessage({ kind: 'refused', id: data.id, issues: sentencesOf(error) });
  });
};

async function handle(message: ToWorker): Promise<void> {
  const { id } = message;
  if (message.kind === 'open') {
    latest = id;
    const opened = new Stage(message.files);
    const view = opened.view(message.set);
    stage = opened;
    thread.postMessage({ kind: 'view', id, view });
  } else if (stage === undefined) throw new Error(WORDS.nothingOpen);
  else if (message.kind === 'view') thread.postMessage({ kind: 'view', id, view: stage.view(message.set) });
  else if (message.kind === 'save')
    thread.postMessage({ kind: 'saved', id, what: message.what, text: await stage.save(message.what) });
  else {
    latest = id;
    await stage.ask(
      message,
      (answer) => thread.postMessage({ kind: 'answer', id, answer }),
      () => latest === id,
    );
  }
}

function sentencesOf(error: unknown): string[] {
  if (error instanceof InputError) return error.issues.map(issueSentence);
  return [error instanceof Error ? error.message : String(error)];
}
