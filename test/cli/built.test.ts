import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { inlineExecutor } from '../../src/experiments/executors/inline.ts';
import type { TaskMessage } from '../../src/experiments/executors/taskMessages.ts';
import { type Chunk, Replicator } from '../../src/experiments/tasks/replicates.ts';
import type { RunSpec } from '../../src/experiments/tasks/runSpec.ts';
import type { Job } from '../../src/experiments/tasks/tasks.ts';
import { compare, parseScenario } from '../../src/index.ts';
import { builtFolder } from '../support/built.ts';

const folder = builtFolder();

const text = readFileSync('scenarios/textbook/fluff.yaml', 'utf8');

test('the built command gives the same arms, contrasts and version as the source', async () => {
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

test('the built worker thread lies beside the module that starts it and gives the same bytes', async () => {
  const starts = readdirSync(folder).filter(
    (name) =>
      name.endsWith('.js') &&
      readFileSync(join(folder, name), 'utf8').includes("new URL('./thread.js'".replaceAll("'", '"')),
  );
  expect(starts.length).toBeGreaterThan(0);
  expect(existsSync(join(folder, 'thread.js'))).toBe(true);
  let runs: readonly RunSpec[] = [];
  await compare(parseScenario(text), {
    replicates: 1,
    executor: {
      run(job, take) {
        if (job.kind === 'replicates') ({ runs } = (job as Job<'replicates'>).common);
        return inlineExecutor.run(job, take);
      },
    },
  });
  const worker = new Worker(join(process.cwd(), folder, 'thread.js'));
  const answer = new Promise<{ result: Chunk }>((resolve, reject) =>
    worker.once('message', resolve).once('error', reject),
  );
  worker.postMessage({ kind: 'replicates', common: { runs, seed: 'built' } } satisfies TaskMessage);
  worker.postMessage({ task: { from: 3, to: 17 } } satisfies TaskMessage);
  const { result } = await answer;
  await worker.terminate();
  expect(result).toEqual(new Replicator(runs, 'built').play(3, 17));
});

test('the bundled package keeps its licence, and no built file imports it', () => {
  expect(readFileSync(join(folder, 'LICENSE-commander.txt'), 'utf8')).toContain('MIT');
  const code = (readdirSync(folder, { recursive: true }) as string[]).filter((name) => name.endsWith('.js'));
  expect(code.length).toBeGreaterThan(5);
  for (const name of code)
    expect(readFileSync(join(folder, name), 'utf8')).not.toMatch(
      /(from |import |import\(|require\()['"]commander['"]/,
    );
});
