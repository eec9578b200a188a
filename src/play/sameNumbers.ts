/** What gives the numbers of a page at rest. */
export interface SameQuestion {
  readonly file: string;
  readonly set: Readonly<Record<string, unknown>>;
  readonly arms: readonly string[];
  readonly replicates: number;
  readonly seed: string;
}

/** The command with the same outcomes, for a POSIX shell. */
export function commandFor({ file, set, arms, replicates, seed }: SameQuestion): string {
  const words = ['goodhart', 'compare', quoted(file), '--arms', quoted(arms.join(','))];
  words.push('--replicates', String(replicates), '--seed', quoted(seed));
  const settings = Object.entries(set).map(
    ([path, value]) =>
      `--set ${quoted(`${path}=${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)}`,
  );
  return [words.join(' '), ...settings].join(' \\\n  ');
}

/** Code with the same outcomes. */
export function codeFor({ file, set, arms, replicates, seed }: SameQuestion): string {
  return `import { readFileSync } from 'fs';
import { compare, parseScenario } from 'goodhart';

const set = ${JSON.stringify(set)};
const scenario = parseScenario(readFileSync(${JSON.stringify(file)}, 'utf8'), { set });
const bundle = await compare(scenario, {
  arms: ${JSON.stringify(arms)},
  replicates: ${replicates},
  seed: ${JSON.stringify(seed)},
  counterfactuals: 'none',
});
`;
}

/** A word for a POSIX shell: in single quotes where it needs any. */
function quoted(word: string): string {
  return /^[\w./:=,@%+-]+$/.test(word) ? word : `'${word.replace(/'/g, "'\\''")}'`;
}
