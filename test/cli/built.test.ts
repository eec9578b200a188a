import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inlineExecutor } from '../../src/experiments/executor.ts';
import { type Chunk, LineRunner } from '../../src/experiments/lines.ts';
import { compare, parseScenario } from '../../src/index.ts';

/** Inside the project, so that packages are found. */
const folder = mkdtempSync('node_modules/.built-');
beforeAll(() => {
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts', folder]);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const text = readFileSync('scenarios/textbook/fluff.yaml', 'utf8');

test('the built command says what the source says', async () => {
  const words = [
    'compare',
    'scenarios/textbook/fluff.yaml',
    '--replicates',
    '60',
    '--json',
    '--sensitivity',
    '0',
  ];
  const built = execFileSync(process.execPath, [join(folder, 'cli/main.js'), ...words], { encoding: 'utf8' });
  const { arms, contrasts } = JSON.parse(built);
  const own = JSON.parse(JSON.stringify(await compare(parseScenario(text), { replicates: 60 })));
  expect([arms, contrasts]).toEqual([own.arms, own.contrasts]);
  const version = execFileSync(process.execPath, [join(folder, 'cli/main.js'), '--version'], {
    encoding: 'utf8',
  });
  expect(version.trim()).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version);
});

test('the built thread lies beside what starts it, and gives the same bytes', async () => {
  const starts = readdirSync(folder).filter(
    (name) =>
      name.endsWith('.js') &&
      readFileSync(join(folder, name), 'utf8').includes("new URL('./worker.js'".replaceAll("'", '"')),
  );
  expect(starts.length).toBeGreaterThan(0);
  expect(existsSync(join(folder, 'worker.js'))).toBe(true);
  let given: Parameters<typeof inlineExecutor.run>[0] = [];
  await compare(parseScenario(text), {
    replicates: 1,
    executor: {
      ...inlineExecutor,
      run(lines, ...rest) {
        given = lines;
        return inlineExecutor.run(lines, ...rest);
      },
    },
  });
  const worker = new Worker(join(process.cwd(), folder, 'worker.js'));
  const answer = new Promise<{ chunk: Chunk }>((resolve, reject) =>
    worker.once('message', resolve).once('error', reject),
  );
  worker.postMessage({ lines: { run: 1, lines: given, seed: 'built' } });
  worker.postMessage({ chunk: { from: 3, to: 17 } });
  const { chunk } = await answer;
  await worker.terminate();
  expect(chunk).toEqual(new LineRunner(given, 'built').run(3, 17));
});

test('what lies inside brings its licence, and is not asked for', () => {
  expect(readFileSync(join(folder, 'LICENSE-commander.txt'), 'utf8')).toContain('MIT');
  const code = (readdirSync(folder, { recursive: true }) as string[]).filter((name) => name.endsWith('.js'));
  expect(code.length).toBeGreaterThan(5);
  for (const name of code)
    expect(readFileSync(join(folder, name), 'utf8')).not.toMatch(
      /(from |import |import\(|require\()['"]commander['"]/,
    );
});
