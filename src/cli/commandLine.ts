import { sep } from 'node:path';

/** Default number of assumptions that are re-run at both ends of their range. */
export const TESTED = 4;

/** Flags of a comparison that change its numbers. */
export interface CommandFlags {
  readonly arms?: string;
  readonly replicates?: string;
  readonly seed?: string;
  readonly set: readonly string[];
  readonly hold?: string;
  readonly precision?: string;
  readonly maxReplicates?: string;
  readonly sensitivity?: string;
}

/** The command that reproduces the bundle; contains nothing specific to this machine. */
export function commandLine(file: string, flags: CommandFlags): string {
  const quote = (word: string) => (/^[\w./:=,@%+-]+$/.test(word) ? word : `'${word.replace(/'/g, "'\\''")}'`);
  const words = ['goodhart', 'compare', quote(file.split(sep).slice(-2).join('/'))];
  if (flags.arms !== undefined) words.push('--arms', quote(flags.arms));
  if (flags.replicates !== undefined) words.push('--replicates', flags.replicates);
  if (flags.seed !== undefined) words.push('--seed', quote(flags.seed));
  for (const set of flags.set) words.push('--set', quote(set));
  if (flags.hold !== undefined) words.push('--hold', flags.hold);
  if (flags.precision !== undefined) words.push('--precision', flags.precision);
  if (flags.maxReplicates !== undefined) words.push('--max-replicates', flags.maxReplicates);
  if (flags.sensitivity !== undefined) words.push('--sensitivity', flags.sensitivity);
  return words.join(' ');
}
