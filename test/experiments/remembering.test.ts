import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../src/core/canonicalJson.ts';
import { compare } from '../../src/experiments/commands/compare.ts';
import type { Executor } from '../../src/experiments/executors/executor.ts';
import { folderMemory } from '../../src/experiments/executors/folderMemory.ts';
import { inlineExecutor } from '../../src/experiments/executors/inline.ts';
import { type Memory, rememberingExecutor } from '../../src/experiments/executors/remembering.ts';
import { parseScenario } from '../../src/scenario/load.ts';
import { CATHERINE } from '../support/catherine.ts';

const scenario = parseScenario(CATHERINE, {
  set: {
    'question.horizonMonths': 3,
    'calendar.warmUpMonths': 1,
    'calendar.daysPerMonth': 5,
    'tactics.brand-building.hoursPerMonth': 0,
    'tactics.nurturing.hoursPerMonth': 0,
    'tactics.fake-leads.maxScale': 0,
    'tactics.captured-attribution.maxScale': 0,
  },
});
const QUICK = { replicates: 5, counterfactuals: 'none' } as const;
const newFolder = () => mkdtempSync(join(tmpdir(), 'goodhart-answers-'));

/** An executor that counts the questions it is asked. */
function counting(): { readonly executor: Executor; asked: number } {
  const counted = {
    asked: 0,
    executor: {
      run(job, take) {
        if (job.kind === 'question') counted.asked += job.tasks.length;
        return inlineExecutor.run(job, take);
      },
    } satisfies Executor,
  };
  return counted;
}

async function bytesFrom(memory: Memory, arms: readonly string[]) {
  const counted = counting();
  const bundle = await compare(scenario, {
    arms,
    ...QUICK,
    executor: rememberingExecutor(counted.executor, memory),
  });
  return { bytes: canonicalJson(bundle), asked: counted.asked };
}

const TWO = ['fluff', 'salary-only'];
/** Runs without a memory. */
const plain = async (arms: readonly string[]) => canonicalJson(await compare(scenario, { arms, ...QUICK }));

describe('answers that are remembered', () => {
  test('give the same bytes; only what is new is asked, or what was cut or altered', async () => {
    const folder = newFolder();
    const first = await bytesFrom(folderMemory(folder), TWO);
    expect(first.asked).toBeGreaterThan(2);
    expect(first.bytes).toBe(await plain(TWO));
    expect(await bytesFrom(folderMemory(folder), TWO)).toEqual({ bytes: first.bytes, asked: 0 });

    const files = readdirSync(folder).map((name) => join(folder, name));
    writeFileSync(files[0], readFileSync(files[0]).subarray(0, 50));
    writeFileSync(files[1], readFileSync(files[1], 'utf8').replace(/A/, 'B'));
    writeFileSync(files[2], '');
    expect(await bytesFrom(folderMemory(folder), TWO)).toEqual({ bytes: first.bytes, asked: 3 });

    const three = ['fluff', 'revenue-tied', 'salary-only'];
    expect(await bytesFrom(folderMemory(folder), three)).toEqual({ bytes: await plain(three), asked: 1 });
  });

  test('a folder that cannot be written to costs time and nothing else', async () => {
    const file = join(newFolder(), 'a-file');
    writeFileSync(file, '');
    const { bytes, asked } = await bytesFrom(folderMemory(join(file, 'inside')), ['salary-only']);
    expect(bytes).toBe(await plain(['salary-only']));
    expect(asked).toBeGreaterThan(0);
  });

  test('the oldest go when there are too many', () => {
    const folder = newFolder();
    const small = folderMemory(folder, 10_000);
    for (let n = 0; n < 200; n++) small.write(`question ${n}`, 'x'.repeat(1000));
    const kept = readdirSync(folder).length;
    expect(kept).toBeLessThan(60);
    expect(small.read('question 199')).toBe('x'.repeat(1000));
    expect(small.read('question 0')).toBeUndefined();
  });
});
