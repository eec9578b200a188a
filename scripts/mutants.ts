/**
 * Mutation testing of decisions, pay and statistics: changes one operator at a time in people/, plans/ or
 * statistics/, runs the tests that use that layer, and lists the surviving mutants.
 *
 * `npm run test:mutants -- [how many] [which file]` tests an evenly spaced sample of all mutants (default
 * 60). A mutant takes a second or two if a test of its own file kills it, a minute or two if it survives.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import ts from 'typescript';

const LAYERS = ['people', 'plans', 'statistics'];
/** Tests that use each layer in stages, quick ones first, so that most mutants die early. */
const TESTS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  people: [['test/people'], ['test/worlds/textbook', 'test/plans'], ['test/worlds/revenue/planner.']],
  plans: [['test/plans'], ['test/people', 'test/worlds/textbook']],
  statistics: [['test/statistics'], ['test/plans']],
};
const SWAPS: Readonly<Record<string, string>> = {
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '===': '!==',
  '!==': '===',
  '&&': '||',
  '||': '&&',
  '+=': '-=',
  '-=': '+=',
};

interface Mutant {
  readonly file: string;
  readonly from: number;
  readonly to: number;
  readonly line: number;
  readonly before: string;
  readonly after: string;
}

const root = resolve(import.meta.dirname, '..');
const wanted = Number(process.argv[2] ?? 60);
const only = process.argv[3];

function mutantsOf(file: string): Mutant[] {
  const text = readFileSync(join(root, 'src', file), 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Mutant[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isBinaryExpression(node)) {
      const token = node.operatorToken;
      const before = token.getText(source);
      const after = SWAPS[before];
      if (after !== undefined)
        found.push({
          file,
          from: token.getStart(source),
          to: token.getEnd(),
          line: source.getLineAndCharacterOfPosition(token.getStart(source)).line + 1,
          before,
          after,
        });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Relative paths of all files under a folder, in alphabetical order. */
const filesIn = (folder: string) => (readdirSync(folder, { recursive: true }) as string[]).sort();

const all = LAYERS.flatMap((layer) =>
  filesIn(join(root, 'src', layer))
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => mutantsOf(join(layer, name))),
).filter((mutant) => only === undefined || mutant.file.includes(only));
const sample = Array.from(
  { length: Math.min(wanted, all.length) },
  (_, i) => all[Math.floor(((i + 0.5) * all.length) / Math.min(wanted, all.length))],
);

/** Test stages for a mutant: the tests named after its file come first. */
function stagesOf(file: string): readonly (readonly string[])[] {
  const [layer] = file.split('/');
  const own = `test/${file.replace(/\.ts$/, '')}.`;
  const hasOwn = filesIn(join(root, 'test', layer)).some((test) => `test/${layer}/${test}`.startsWith(own));
  return [...(hasOwn ? [[own]] : []), ...TESTS[layer]];
}

/** Worker threads need Vite's own module loader; Node's works in processes only. */
const IN_THREADS = ['--pool', 'threads', '--experimental.viteModuleRunner=true'];

/** Whether tests pass within a time limit. */
function passes(tests: readonly string[], mostMs: number): boolean {
  const run = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', ...IN_THREADS, '--maxWorkers', '1', '--bail', '1', ...tests],
    {
      cwd: copy,
      encoding: 'utf8',
      timeout: mostMs,
      // A mutant can loop forever. Threads die with their process; child processes would not.
      killSignal: 'SIGKILL',
    },
  );
  return run.status === 0;
}

/**
 * Time limit in ms after which a mutant counts as killed: three times the slowest stage without one, and at
 * least 90 seconds.
 */
function findLimit(): number {
  let slowestMs = 30_000;
  for (const tests of Object.values(TESTS).flat()) {
    const began = performance.now();
    // If the tests failed without a mutant, every mutant would appear killed.
    if (!passes(tests, 600_000)) throw new Error(`${tests.join(' ')}: fails without a mutant`);
    slowestMs = Math.max(slowestMs, performance.now() - began);
  }
  return Math.ceil(3 * slowestMs);
}

const copy = mkdtempSync(join(tmpdir(), 'mutants-'));
const survivors: string[] = [];
try {
  for (const name of ['src', 'test', 'scenarios', 'package.json', 'tsconfig.json', 'vitest.config.ts'])
    cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  const mostMs = findLimit();
  let killed = 0;
  for (const { file, from, to, line, before, after } of sample) {
    const path = join(copy, 'src', file);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.slice(0, from) + after + text.slice(to));
    const lives = stagesOf(file).every((tests) => passes(tests, mostMs));
    writeFileSync(path, text);
    const label = `${file}:${line} ${before} -> ${after}`;
    if (lives) {
      survivors.push(`${label}    ${text.split('\n')[line - 1].trim()}`);
      process.stdout.write(`survived ${label}\n`);
    } else {
      killed++;
      process.stdout.write(`killed   ${label}\n`);
    }
  }
  process.stdout.write(
    `\n${killed} of ${sample.length} mutants killed (of ${all.length} possible ones). Survivors:\n${survivors.join('\n')}\n`,
  );
} finally {
  rmSync(copy, { recursive: true, force: true });
}
