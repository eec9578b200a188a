import { buildProgram } from './buildProgram.ts';
import { EXIT } from './exit.ts';
import { explain } from './explain.ts';

/**
 * Runs the command line.
 *
 * @param words the arguments, without node and script
 * @returns the exit code
 */
export async function run(words: readonly string[]): Promise<number> {
  let code: number = EXIT.fine;
  try {
    await buildProgram((answer) => {
      code = answer;
    }).parseAsync(words as string[], { from: 'user' });
    return code;
  } catch (error) {
    return explain(error);
  }
}
