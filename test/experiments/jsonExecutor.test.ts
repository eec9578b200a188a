import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../src/core/canonicalJson.ts';
import { dataFromJson } from '../../src/core/dataJson.ts';
import { compare } from '../../src/experiments/commands/compare.ts';
import { isSplittable } from '../../src/experiments/commands/splitBonus.ts';
import type { Executor } from '../../src/experiments/executors/executor.ts';
import { inlineExecutor } from '../../src/experiments/executors/inline.ts';
import { doTextTask, jsonExecutor } from '../../src/experiments/executors/json.ts';
import { threadExecutor } from '../../src/experiments/executors/threads.ts';
import type { RunSpec } from '../../src/experiments/tasks/runSpec.ts';
import type { Job } from '../../src/experiments/tasks/tasks.ts';
import { parseScenario } from '../../src/scenario/load.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { CATHERINE } from '../support/catherine.ts';
import { textOf } from '../support/shipped.ts';
import { isThorough } from '../support/thorough.ts';

const catherine = parseScenario(CATHERINE, {
  set: {
    'question.horizonMonths': 3,
    'calendar.warmUpMonths': 1,
    'calendar.daysPerMonth': 5,
    'tactics.brand-building.hoursPerMonth': 0,
    'tactics.nurturing.hoursPerMonth': 0,
    arms: { fluff: { plan: 'fluff' }, tied: { plan: 'revenue-tied' } },
  },
});
/** Agents of a textbook world; their runs need no preparation. */
const textbook = parseScenario(textOf('textbook/fluff.yaml'));

/** In the thorough size three chunks of replicates, so that each of three threads has work. */
const REPLICATES = isThorough ? 60 : 20;

async function bytesOf(scenario: Scenario, executor: Executor): Promise<string> {
  // Without another plan on metrics there is nothing to split.
  const arms = scenario.arms
    .map(({ name }) => name)
    .filter((name) => scenario.kind !== 'revenue' || !isSplittable(scenario, name));
  const options = {
    arms,
    replicates: REPLICATES,
    counterfactuals: 'all',
    sensitivity: isThorough ? 1 : 0,
    executor,
  } as const;
  return canonicalJson(await compare(scenario, options));
}

/** A JSON executor that records the kind of every task and of every question. */
function noting(): { readonly executor: Executor; readonly asked: Set<string> } {
  const asked = new Set<string>();
  const executor = jsonExecutor((text) => {
    const { kind, task } = dataFromJson(text) as { kind: string; task: { kind?: string } };
    asked.add(kind === 'question' ? `question: ${task.kind}` : kind);
    return doTextTask(text);
  });
  return { executor, asked };
}

/** The runs behind the reference of a scenario. */
async function runsOf(scenario: Scenario): Promise<readonly RunSpec[]> {
  let runs: readonly RunSpec[] = [];
  await compare(scenario, {
    arms: [scenario.reference],
    replicates: 1,
    counterfactuals: 'none',
    executor: {
      run(job, take) {
        if (job.kind === 'replicates') ({ runs } = (job as Job<'replicates'>).common);
        return inlineExecutor.run(job, take);
      },
    },
  });
  return runs;
}

describe('the JSON executor, which sends every task and every result as text', () => {
  test.each([
    {
      name: 'a company',
      scenario: catherine,
      kinds: [
        'question: arm-benchmark',
        'question: benchmark',
        'question: effects',
        'question: habits',
        'question: ordinary',
        'replicates',
        ...(isThorough ? ['trial'] : []),
      ],
    },
    { name: 'a textbook world', scenario: textbook, kinds: ['replicates'] },
  ])(
    'the JSON executor gives the same bytes as the inline executor, and in the thorough size as threads: $name',
    async ({ scenario, kinds }) => {
      const inline = await bytesOf(scenario, inlineExecutor);
      const { executor, asked } = noting();
      expect(await bytesOf(scenario, executor)).toBe(inline);
      // Every kind of task in a comparison was sent as text.
      expect([...asked].sort()).toEqual(kinds);
      for (const workers of isThorough ? [1, 2, 3] : [])
        expect(await bytesOf(scenario, threadExecutor(workers, 0))).toBe(inline);
    },
    240_000,
  );

  test('the JSON executor passes on the error of a task that throws, as the other executors do', async () => {
    const runs = [...(await runsOf(catherine)), ...(await runsOf(textbook))];
    const job: Job<'replicates'> = {
      kind: 'replicates',
      common: { runs, seed: 'mixed' },
      tasks: [0, 1, 2, 3].map((i) => ({ from: 25 * i, to: 25 * (i + 1) })),
    };
    for (const executor of [inlineExecutor, jsonExecutor(), ...(isThorough ? [threadExecutor(2, 0)] : [])])
      await expect(executor.run(job, () => true)).rejects.toThrow('must be of one kind of world');
  });
});
