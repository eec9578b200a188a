import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The built command, files of a report, and seed of what is tried. */
export const COMMAND = resolve('dist/cli/main.js');
export const REPORT = ['bundle.json', 'outcomes.csv', 'report.html', 'report.md'];
export const seed = Number(process.argv[2] ?? 1);
/** Folder in which everything is written. */
export const work = mkdtempSync(join(tmpdir(), 'goodhart-reliability-'));
export const failures: string[] = [];
/** Seconds after which a command counts as hanging. */
export const HANGS_S = 60;

/** How a command ended. */
export interface Ended {
  readonly code: number | null;
  readonly err: string;
  readonly out?: string;
}

export const say = (text: string): void => void process.stdout.write(`${text}\n`);

export function goodhart(words: readonly string[], env: Readonly<Record<string, string>> = {}): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...words], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    timeout: HANGS_S * 1000,
    maxBuffer: 2 ** 28,
  });
  return { code: status, out: stdout, err: stderr };
}

/** Notes a failure unless something holds. */
export function check(isFine: boolean, what: string, { code, err }: Ended): void {
  if (!isFine) failures.push(`${what}: exit code ${code}, ${JSON.stringify(err.slice(0, 300))}`);
}

/** Whether a command ended with one of the codes, and without a stack. */
export const isDocumented = ({ code, err }: Ended, codes: readonly number[]): boolean =>
  code !== null && codes.includes(code) && !/This is a bug|\n {4}at /.test(err);
