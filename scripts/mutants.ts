/**
 * Mutation testing of what decides, pays and counts: changes one operator at a time in people/, plans/ or statistics/, runs their tests, and lists the changes that no test
 * notices. `npm run test:mutants -- [how many] [which file]`: a spread sample of all changes (default 60), each takes a second or two where a test of the file's own notices it, half a minute where none does.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import ts from 'typescript';

const LAYERS = ['people', 'plans', 'statistics'];
/** What is asked of a change in each layer, quick tests first: what these notice need not wait for the slow ones. */
const TESTS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  people: [['test/people'], ['test/worlds/textbook', 'test/plans'], ['test/worlds/revenue/directorMind']],
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

const all = LAYERS.flatMap((layer) =>
  readdirSync(join(root, 'src', layer))
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => mutantsOf(join(layer, name))),
).filter((mutant) => only === undefined || mutant.file.includes(only));
const sample = Array.from(
  { length: Math.min(wanted, all.length) },
  (_, i) => all[Math.floor(((i + 0.5) * all.length) / Math.min(wanted, all.length))],
);

/** Tests to ask in turn: first those that bear the file's name. */
function stagesOf(file: string): readonly (readonly string[])[] {
  const [layer, name] = file.split('/');
  const own = `test/${layer}/${name.replace('.ts', '')}.`;
  const hasOwn = readdirSync(join(root, 'test', layer)).some((test) =>
    `test/${layer}/${test}`.startsWith(own),
  );
  return [...(hasOwn ? [[own]] : []), ...TESTS[layer]];
}

/** Threads load modules with Vite: what loads them as Node does is given to processes only. */
const IN_THREADS = ['--pool', 'threads', '--experimental.viteModuleRunner=true'];

function passes(tests: readonly string[]): boolean {
  const run = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', ...IN_THREADS, '--maxWorkers', '1', '--bail', '1', ...tests],
    {
      cwd: copy,
      encoding: 'utf8',
      timeout: 90_000,
      // A change can make a loop endless: threads die with the process, other processes would not.
      killSignal: 'SIGKILL',
    },
  );
  return run.status === 0;
}

const copy = mkdtempSync(join(tmpdir(), 'mutants-'));
const survivors: string[] = [];
try {
  for (const name of ['src', 'test', 'scenarios', 'package.json', 'tsconfig.json', 'vitest.config.ts'])
    cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  // Otherwise every change would seem to be noticed.
  for (const [quick] of Object.values(TESTS))
    if (!passes(quick)) throw new Error(`${quick.join(' ')}: fails without a change`);
  let killed = 0;
  for (const { file, from, to, line, before, after } of sample) {
    const path = join(copy, 'src', file);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.slice(0, from) + after + text.slice(to));
    const lives = stagesOf(file).every(passes);
    writeFileSync(path, text);
    const label = `${file}:${line} ${before} -> ${after}`;
    if (lives) {
      survivors.push(`${label}    ${text.split('\n')[line - 1].trim()}`);
      process.stdout.write(`lives  ${label}\n`);
    } else {
      killed++;
      process.stdout.write(`killed ${label}\n`);
    }
  }
  process.stdout.write(
    `\n${killed} of ${sample.length} changes are noticed (of ${all.length} possible ones). Not noticed:\n${survivors.join('\n')}\n`,
  );
} finally {
  rmSync(copy, { recursive: true, force: true });
}
