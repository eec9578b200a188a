import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Executor } from '../../src/experiments/executors/executor.ts';
import { keepingExecutor } from '../../src/experiments/executors/keeping.ts';
import type { Chunk } from '../../src/experiments/tasks/replicates.ts';
import { canonicalJson, compare, inlineExecutor, parseScenario, Session } from '../../src/index.ts';
import { cache } from '../support/shared.ts';

/** Short months of few days. */
const text = `${readFileSync('scenarios/catherine.yaml', 'utf8').replace('horizonMonths: 12', 'horizonMonths: 3')}
calendar: { warmUpMonths: 1, daysPerMonth: 5 }
`;
const options = { arms: ['fluff', 'revenue-tied'], replicates: 30, counterfactuals: 'none' as const };

/** Counts the runs that an executor is asked to play. */
function counted(): { executor: Executor; runs: () => number } {
  let runs = 0;
  const executor: Executor = {
    run(job, take) {
      if (job.kind === 'replicates') {
        const { common, tasks } = job as unknown as {
          common: { runs: unknown[] };
          tasks: { from: number; to: number }[];
        };
        runs += common.runs.length * tasks.reduce((sum, { from, to }) => sum + to - from, 0);
      }
      return inlineExecutor.run(job, take);
    },
  };
  return { executor, runs: () => runs };
}

describe('a session', () => {
  test('gives the bytes of compare, and plays only what a change touches', async () => {
    const { executor, runs } = counted();
    const session = new Session(executor, cache);
    const first = await session.compare(parseScenario(text), options);
    const played = runs();
    expect(canonicalJson(first)).toBe(
      canonicalJson(await compare(parseScenario(text), { ...options, cache })),
    );
    await session.compare(parseScenario(text), options);
    expect(runs()).toBe(played);
    // Another target for one arm: its people play again.
    const set = { 'plans.fluff.director.components.0.target': 4000 };
    const changed = await session.compare(parseScenario(text, { set }), options);
    expect(runs() - played).toBe(30);
    expect(canonicalJson(changed)).toBe(
      canonicalJson(await compare(parseScenario(text, { set }), { ...options, cache })),
    );
    // More replicates: whole chunks of 25 are kept.
    const before = runs();
    await session.compare(parseScenario(text, { set }), { ...options, replicates: 50 });
    expect(runs() - before).toBe(25 * 2);
  });

  test('what was used longest ago is forgotten first', async () => {
    const { executor, runs } = counted();
    const run = (name: string) => ({
      kind: 'textbook' as const,
      name,
      world: {
        tasks: [{ name: 'work', valueUsd: 1 }],
        effortCost: [[1]],
        metrics: [{ name: 'output', loadings: [1] }],
        noise: [[1]],
        riskAversionPerUsd: 0,
      },
      pay: { baseUsdPerYear: name.length },
      answer: { effort: [1], metricMean: [1], metricSd: [1] } as never,
    });
    const play = async (name: string, keeping = executor) => {
      const found: Chunk[] = [];
      const common = { runs: [run(name)], seed: 's' };
      await keeping.run({ kind: 'replicates', common, tasks: [{ from: 0, to: 1 }] }, (chunk) => {
        found.push(chunk);
        return true;
      });
      return found[0].outcomes;
    };
    const one = await play('a');
    const keeping = keepingExecutor(executor, 2 * one.length);
    expect(await play('a', keeping)).toEqual(one);
    const after = runs();
    // Names alone make no difference.
    expect(await play('b', keeping)).toEqual(one);
    expect(runs()).toBe(after);
    for (const name of ['bb', 'ccc', 'dddd']) await play(name, keeping);
    const later = runs();
    await play('dddd', keeping);
    expect(runs()).toBe(later);
    await play('a', keeping);
    expect(runs()).toBe(later + 1);
  });
});
