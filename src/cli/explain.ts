import { CommanderError } from 'commander';
import { VERSION } from '../version.ts';
import { EXIT } from './exit.ts';
import { tell } from './streams.ts';
import { isOfSystem, systemWords } from './systemWords.ts';

/** Explains an error on stderr and returns its exit code. */
export function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.input;
  if (error instanceof Error && error.name === 'InputError') {
    tell(`${error.message}\n`);
    return EXIT.input;
  }
  if (isOfSystem(error)) {
    tell(`${error.path === undefined ? '' : `${error.path}: `}${systemWords(error)}\n`);
    return EXIT.input;
  }
  tell(
    `This is a bug in goodhart ${VERSION}. Please report it with the command and this:\n` +
      `${error instanceof Error ? error.stack : String(error)}\n`,
  );
  return EXIT.bug;
}
