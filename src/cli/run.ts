import { CommanderError } from 'commander';
import { VERSION } from '../version.ts';
import { buildProgram } from './buildProgram.ts';
import { EXIT } from './exit.ts';

/** Operating-system errors in plain words. */
const SYSTEM_WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'this file or folder may not be read or written',
  EPERM: 'this file or folder may not be changed',
  EISDIR: 'this is a folder, not a file',
  ENOTDIR: 'this is a file, not a folder',
  ENOSPC: 'there is no room left on the disk',
  EROFS: 'this disk can only be read',
  EEXIST: 'there is a file of that name already',
  ENAMETOOLONG: 'this name is too long',
};

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

/** Explains an error on stderr and returns its exit code. */
function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.input;
  if (error instanceof Error && error.name === 'InputError') {
    process.stderr.write(`${error.message}\n`);
    return EXIT.input;
  }
  const system = error as NodeJS.ErrnoException;
  const words = SYSTEM_WORDS[system.code ?? ''];
  if (words !== undefined) {
    process.stderr.write(`${system.path === undefined ? '' : `${system.path}: `}${words}\n`);
    return EXIT.input;
  }
  process.stderr.write(
    `This is a bug in goodhart ${VERSION}. Please report it with the command and this:\n` +
      `${error instanceof Error ? error.stack : String(error)}\n`,
  );
  return EXIT.bug;
}
