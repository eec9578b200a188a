import { createInterface } from 'node:readline';
import { InputError } from '../core/errors.ts';
import { refuse } from '../core/messages.ts';
import { tell } from './streams.ts';

/** A question for one number. */
export interface Question {
  /** The option that answers it on the command line. */
  readonly option: string;
  readonly asks: string;
  readonly least: number;
  readonly most: number;
}

/**
 * Asks questions one after the other, on stderr; answers come from stdin. An empty answer takes the default,
 * and one that cannot be read is asked again.
 *
 * @param usual default of each question
 * @param read throws an `InputError` that says what is wrong with an answer
 * @throws InputError if stdin ends before the last answer
 */
export async function askAll<Q extends Question>(
  questions: readonly Q[],
  usual: readonly string[],
  read: (question: Q, text: string) => number,
): Promise<string[]> {
  const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
  const answers: string[] = [];
  for (const [i, question] of questions.entries()) {
    for (let affectsRuns = false; !affectsRuns; ) {
      tell(`${i + 1} of ${questions.length}. ${question.asks} [${usual[i]}]: `);
      const { value, done } = await lines.next();
      if (done === true)
        refuse([{ code: 'usage', path: 'init --ask', expected: `${questions.length} answers on stdin` }]);
      const text = String(value).trim() || usual[i];
      try {
        read(question, text);
        answers.push(text);
        affectsRuns = true;
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        tell(`${error.message}\n`);
      }
    }
  }
  await lines.return?.();
  return answers;
}
