import { canonicalJson } from '../core/canonicalJson.ts';
import { EXIT } from './exit.ts';
import type { Progress } from './progress.ts';
import { print, tell } from './streams.ts';

/**
 * Ends the progress of a command and prints what it found, as JSON or as text.
 *
 * @param found undefined if the command was stopped before it found anything
 * @param nothing what is said then
 * @returns the exit code
 */
export function printFound<Found>(
  found: Found | undefined,
  progress: Progress,
  {
    isJson,
    text,
    nothing,
  }: {
    readonly isJson: boolean;
    readonly text: (found: Found) => string;
    readonly nothing: string;
  },
): number {
  progress.end();
  if (found === undefined) {
    tell(nothing);
    return EXIT.stopped;
  }
  print(`${isJson ? canonicalJson(found, '  ') : text(found)}\n`);
  return progress.mustStop() ? EXIT.stopped : EXIT.fine;
}
