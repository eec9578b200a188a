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
  const settings = Object.entries(set).map(([path, value]) => `--set ${quoted(`${path}=${asYaml(value)}`)}`);
  return [words.join(' '), ...settings].join(' \\\n  ');
}

/** A value that YAML reads back as it is: words stand without quotes where they can be nothing else. */
function asYaml(value: unknown): string {
  const isPlain = typeof value === 'string' && /^[a-z]+(?:[ -][a-z]+)*$/.test(value) && !RESERVED.test(value);
  return isPlain ? value : JSON.stringify(value);
}

/** Words that YAML reads as something else. */
const RESERVED = /^(?:true|false|yes|no|on|off|null|y|n)$/;

/**
 * Code with the same outcomes.
 *
 * @param text the scenario, which may extend another file
 */
export function codeFor({ file, set, arms, replicates, seed }: SameQuestion, text: string): string {
  const hasBase = extendsFile(text);
  const options = hasBase ? `{ file: ${JSON.stringify(file)}, set, readBase }` : '{ set }';
  return `import { readFileSync } from 'fs';
${hasBase ? "import { dirname, join } from 'path';\n" : ''}import { compare, parseScenario } from 'goodhart';

${hasBase ? READ_BASE : ''}const set = ${JSON.stringify(set)};
const scenario = parseScenario(readFileSync(${JSON.stringify(file)}, 'utf8'), ${options});
const bundle = await compare(scenario, {
  arms: ${JSON.stringify(arms)},
  replicates: ${replicates},
  seed: ${JSON.stringify(seed)},
  counterfactuals: 'none',
});
`;
}

/** Whether a scenario rests on another file, and not only on a preset. */
export function extendsFile(text: string): boolean {
  return /^extends:(?!\s*preset:)/m.test(text);
}

const READ_BASE = `const readBase = (base, from) => {
  const file = join(dirname(from), base);
  return { file, text: readFileSync(file, 'utf8') };
};
`;

/** A word for a POSIX shell: in single quotes where it needs any. */
function quoted(word: string): string {
  return /^[\w./:=,@%+-]+$/.test(word) ? word : `'${word.replace(/'/g, "'\\''")}'`;
}
