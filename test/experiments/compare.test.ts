import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../src/core/canonicalJson.ts';
import { compare } from '../../src/experiments/commands/compare.ts';
import type { Executor } from '../../src/experiments/executors/executor.ts';
import { inlineExecutor } from '../../src/experiments/executors/inline.ts';
import type { Bundle } from '../../src/experiments/result/bundle.ts';
import { bundleSchema } from '../../src/experiments/result/bundleSchema.ts';
import type { Chunk } from '../../src/experiments/tasks/replicates.ts';
import { CHANNELS, METRICS, OUTCOMES, TACTICS } from '../../src/index.ts';
import { renderCsv } from '../../src/report/csv.ts';
import { renderHtml } from '../../src/report/html.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { renderTerminal } from '../../src/report/terminal.ts';
import { parseRevenueScenario, parseScenario } from '../../src/scenario/load.ts';
import { CATHERINE } from '../support/catherine.ts';
import { cache } from '../support/shared.ts';

const small = (arms: Record<string, unknown>, extra: Record<string, unknown> = {}) =>
  parseRevenueScenario(CATHERINE, {
    set: {
      'question.horizonMonths': 3,
      'calendar.warmUpMonths': 2,
      'question.reference': Object.keys(arms)[0],
      ...extra,
      arms,
    },
  });
const outcomesOf = (bundle: Bundle, arm: string) =>
  bundle.arms.find((candidate) => candidate.name === arm)?.outcomes;

/** Compares the given arms, which replace those of the Catherine file. */
const run = (arms: Record<string, unknown>, options = {}, extra = {}) =>
  compare(small(arms, extra), {
    arms: Object.keys(arms),
    cache,
    replicates: 15,
    counterfactuals: 'none',
    ...options,
  });

describe('a comparison', () => {
  test('an arm and its copy have a paired difference of exactly 0 in every outcome', async () => {
    const bundle = await run({ one: { plan: 'fluff' }, copy: { plan: 'fluff' } });
    for (const difference of Object.values(bundle.contrasts[0].outcomes)) {
      expect(difference.meanDifference).toBe(0);
      expect(difference.ci95).toEqual([0, 0]);
    }
  });

  test('renaming, reordering or adding arms changes no arm’s numbers', async () => {
    const plain = await run({ a: { plan: 'fluff' }, b: { plan: 'revenue-tied' } });
    const other = await run({
      z: { plan: 'salary-only' },
      bb: { plan: 'revenue-tied' },
      aa: { plan: 'fluff' },
    });
    expect(outcomesOf(other, 'aa')).toEqual(outcomesOf(plain, 'a'));
    expect(outcomesOf(other, 'bb')).toEqual(outcomesOf(plain, 'b'));
  });

  test('equal pay leaves a company without planners as it is: there is no salary to adjust', async () => {
    const scenario = parseScenario(`schemaVersion: 1
name: Sellers alone
extends: preset:smb-software
question: { horizonMonths: 3, outcome: revenueUsd, replicates: 4 }
people: { director: null, reps: { role: account-executive } }
plans:
  plain: { reps: { baseUsdPerYear: 60000 } }
  rich: { reps: { baseUsdPerYear: 90000 } }
`);
    const asWritten = await compare(scenario, { counterfactuals: 'none' });
    const held = await compare(scenario, { counterfactuals: 'none', hold: 'cost' });
    expect(held.arms.map(({ outcomes }) => outcomes)).toEqual(asWritten.arms.map(({ outcomes }) => outcomes));
    expect(JSON.parse(canonicalJson(held)).arms[0].outcomes.revenueUsd.mean).toBeGreaterThan(0);
  });

  test('a comparison gives the same bytes again, and different ones with another seed', async () => {
    const arms = { fluff: { plan: 'fluff' }, 'revenue-tied': { plan: 'revenue-tied' } };
    const bytes = async (seed: string) => canonicalJson(await run(arms, { replicates: 10, seed }));
    const [one, again, other] = [await bytes('catherine'), await bytes('catherine'), await bytes('another')];
    expect(again).toBe(one);
    expect(other).not.toBe(one);
  }, 120_000);

  test('a person’s own salary does not affect revenue if the plan sets a salary', async () => {
    const bundle = await run({
      one: { plan: 'fluff' },
      other: { plan: 'fluff', set: { 'people.director.baseUsdPerYear': 1 } },
    });
    expect(outcomesOf(bundle, 'other')?.revenueUsd).toEqual(outcomesOf(bundle, 'one')?.revenueUsd);
  });

  test('multiplying every dollar by 100 multiplies every dollar outcome by 100 and moves no other', async () => {
    const arms = { fluff: { plan: 'fluff' }, 'revenue-tied': { plan: 'revenue-tied' } };
    const scenario = small(arms);
    const scaled = {
      ...scenario,
      arms: scenario.arms.map((arm) => ({
        ...arm,
        world: inCents(arm.world) as typeof arm.world,
        today: inCents(arm.today!) as typeof arm.world,
        pay: payInCents(arm.pay) as typeof arm.pay,
      })),
    };
    const options = { arms: Object.keys(arms), replicates: 20, counterfactuals: 'none' } as const;
    const [dollars, cents] = [await compare(scenario, options), await compare(scaled, options)];
    for (const arm of dollars.arms) {
      for (const [id, outcome] of Object.entries(arm.outcomes)) {
        const other = outcomesOf(cents, arm.name)![id];
        const factor = outcome.unit === 'USD' ? 100 : 1;
        const scale = Math.max(1e-9, Math.abs(outcome.mean));
        expect(Math.abs(other.mean / factor - outcome.mean) / scale, `${arm.name} ${id}`).toBeLessThan(1e-6);
      }
    }
  });

  test('holding the cost of pay equalises mean pay and leaves revenue unchanged', async () => {
    const arms = { fluff: { plan: 'fluff' }, 'salary-only': { plan: 'salary-only' } };
    const [free, held] = [await run(arms), await run(arms, { hold: 'cost' })];
    const pay = (bundle: Bundle, arm: string) =>
      outcomesOf(bundle, arm)!.directorPayUsd.mean + outcomesOf(bundle, arm)!.repPayUsd.mean;
    expect(Math.abs(pay(held, 'fluff') - pay(held, 'salary-only'))).toBeLessThan(0.01);
    expect(Math.abs(pay(free, 'fluff') - pay(free, 'salary-only'))).toBeGreaterThan(100);
    expect(outcomesOf(held, 'salary-only')!.revenueUsd).toEqual(outcomesOf(free, 'salary-only')!.revenueUsd);
  });

  test('the cost of misalignment is the sum of its gaming and effort parts', async () => {
    const arms = { fluff: { plan: 'fluff' }, 'revenue-tied': { plan: 'revenue-tied' } };
    const bundle = await run(arms, { counterfactuals: 'all' });
    expect(bundle.misalignment.length).toBeGreaterThan(0);
    for (const item of bundle.misalignment) {
      for (const cost of Object.values(item.costs)) {
        const gap = cost.gaming.meanDifference + cost.effort!.meanDifference - cost.total!.meanDifference;
        expect(Math.abs(gap)).toBeLessThan(1e-6 * Math.max(1, Math.abs(cost.total!.meanDifference)));
      }
    }
  });

  test('an arm with a reference of its own is compared with that arm, which is run even if not requested', async () => {
    const arms = {
      fluff: { plan: 'fluff' },
      'salary-only': { plan: 'salary-only' },
      'revenue-tied': { plan: 'revenue-tied', against: 'salary-only' },
    };
    const bundle = await run(arms, { arms: ['revenue-tied'] });
    expect(bundle.arms.map(({ name }) => name)).toEqual(['fluff', 'salary-only', 'revenue-tied']);
    const plain = await run({ ...arms, 'revenue-tied': { plan: 'revenue-tied' } });
    const of = (from: Bundle, arm: string) => from.contrasts.find((contrast) => contrast.arm === arm)!;
    const [own, tied, salary] = [
      of(bundle, 'revenue-tied'),
      of(plain, 'revenue-tied'),
      of(plain, 'salary-only'),
    ];
    expect(own.reference).toBe('salary-only');
    expect(own.outcomes.revenueUsd.meanDifference).toBeCloseTo(
      tied.outcomes.revenueUsd.meanDifference - salary.outcomes.revenueUsd.meanDifference,
      3,
    );
    expect(of(bundle, 'salary-only')).toEqual(salary);
  });

  test('without counterfactuals there is no misalignment; without benchmarks only its gaming part', async () => {
    const arms = { fluff: { plan: 'fluff' }, 'salary-only': { plan: 'salary-only' } };
    const [all, gaming, reference, none] = await Promise.all(
      (['all', 'gaming', 'reference', 'none'] as const).map((counterfactuals) =>
        run(arms, { counterfactuals }),
      ),
    );
    expect(none.misalignment).toEqual([]);
    expect(reference.misalignment).toEqual(gaming.misalignment.slice(0, 1));
    expect([none.blame, gaming.blame]).toEqual([[], []]);
    for (const [a, { costs }] of gaming.misalignment.entries())
      for (const [id, cost] of Object.entries(costs)) {
        expect(cost.gaming).toEqual(all.misalignment[a].costs[id].gaming);
        expect([cost.effort, cost.total]).toEqual([undefined, undefined]);
      }
    for (const other of [gaming, reference, none]) {
      expect(other.arms).toEqual(all.arms);
      expect(other.contrasts).toEqual(all.contrasts);
    }
  });

  test('a bundle survives JSON, and omits undefined outcomes', async () => {
    const bundle = await run(
      { 'salary-only': { plan: 'salary-only' }, fluff: { plan: 'fluff' } },
      { counterfactuals: 'all' },
    );
    expect(() => canonicalJson(bundle)).not.toThrow();
    expect(bundleSchema.safeParse(JSON.parse(canonicalJson(bundle))).error?.issues ?? []).toEqual([]);
    expect(outcomesOf(bundle, 'salary-only')).not.toHaveProperty('wholeBonusMonthsShare');
    expect(outcomesOf(bundle, 'salary-only')).not.toHaveProperty('annualGoalReachedShare');
    expect(outcomesOf(bundle, 'fluff')).toHaveProperty('wholeBonusMonthsShare');
  });

  test('a run that throws is recorded as a failure of its replicate, never as a number', async () => {
    const scenario = small({ fluff: { plan: 'fluff' } });
    const bundle = await compare(scenario, {
      arms: ['fluff'],
      replicates: 50,
      counterfactuals: 'none',
      executor: {
        run: (job, take) =>
          inlineExecutor.run(job, (result) => {
            if (job.kind !== 'replicates') return take(result);
            const chunk = result as Chunk;
            if (chunk.from !== 0) return take(chunk);
            const outcomes = chunk.outcomes.slice();
            outcomes.fill(NaN, 0, outcomes.length / (chunk.to - chunk.from));
            const failures = [{ replicate: 0, run: 0, message: 'made up' }];
            return take({ ...chunk, outcomes, failures });
          }),
      },
    });
    expect(bundle.replicates).toMatchObject({
      requested: 50,
      completed: 49,
      failed: [{ replicate: 0, message: 'made up' }],
    });
    expect(outcomesOf(bundle, 'fluff')?.revenueUsd.n).toBe(49);
    expect(bundle.warnings.join(' ')).toContain('1 of 50 runs failed');
  });
});

test.each<[string, unknown, string]>([
  ['a negative number of replicates', { replicates: -1 }, 'options.replicates'],
  ['no replicates', { replicates: 0 }, 'a whole number from 1 to 10000000'],
  ['half a replicate', { replicates: 1.5 }, 'options.replicates'],
  ['replicates as text', { replicates: '5' }, 'options.replicates'],
  ['replicates without end', { replicates: Infinity }, 'options.replicates'],
  ['an unknown hold', { hold: 'x' }, 'cost or utility'],
  ['an empty precision', { precision: {} }, 'options.precision'],
  ['a seed that is no text', { seed: 5 }, 'options.seed'],
  ['an option that does not exist', { replicate: 5 }, 'did you mean replicates?'],
  ['options that are none', null, 'an object'],
])('compare refuses %s and says what is wrong', async (_, options, words) => {
  await expect(compare(small({ one: { plan: 'fluff' } }), options as never)).rejects.toThrow(words);
});

test('compare refuses a scenario that was not parsed', async () => {
  await expect(compare(undefined as never)).rejects.toThrow('a scenario from parseScenario');
});

/** A world with every dollar amount times 100; names identify the dollar amounts. */
function inCents(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(inCents);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => {
      if (key === 'riskAversionPerUsd') return [key, (value as number) / 100];
      if (key === 'integrityUsd')
        return [
          key,
          typeof value === 'number'
            ? value * 100
            : { lognormal: { ...value.lognormal, median: value.lognormal.median * 100 } },
        ];
      return [key, key.includes('Usd') && typeof value === 'number' ? value * 100 : inCents(value)];
    }),
  );
}

const DOLLAR_METRICS = ['marketing-pipeline', 'bookings', 'pipeline', 'commission-pool'];

function payInCents(pay: unknown): unknown {
  const plan = inCents(pay) as Record<string, { components?: { metric: string; target?: number }[] }>;
  for (const person of Object.values(plan)) {
    for (const component of person.components ?? []) {
      if (DOLLAR_METRICS.includes(component.metric) && component.target !== undefined)
        component.target *= 100;
    }
  }
  return plan;
}

test('changing a bundle or a catalogue changes no later result', async () => {
  const scenario = small({ one: { plan: 'fluff' } });
  const options = { replicates: 2, counterfactuals: 'none', cache } as const;
  const first = await compare(scenario, options);
  const bytes = canonicalJson(first);
  Object.assign(first.scenario.resolved, { plans: {} });
  Object.assign(first.scenario.assumptions[0], { value: 0 });
  for (const catalogue of [CHANNELS, METRICS, OUTCOMES, TACTICS]) {
    expect(() => Object.assign(catalogue[0], { id: 'other' })).toThrow(TypeError);
    expect(() => (catalogue as unknown[]).push({})).toThrow(TypeError);
  }
  expect(() => Object.assign(CHANNELS[0].values, { costUsdPerVisit: 9 })).toThrow(TypeError);
  expect(canonicalJson(await compare(scenario, options))).toBe(bytes);
});

test.each([0, 1, 2])(
  'a comparison that was stopped after %i replicates can be written in every form',
  async (runs) => {
    const executor: Executor = {
      run(job, take) {
        if (job.kind !== 'replicates') return inlineExecutor.run(job, take);
        const tasks = runs === 0 ? [] : [{ from: 0, to: runs }];
        return inlineExecutor.run({ ...job, tasks } as typeof job, take);
      },
    };
    const arms = { one: { plan: 'fluff' }, two: { plan: 'revenue-tied' } };
    const bundle = await compare(small(arms), { replicates: 20, sensitivity: 1, cache, executor });
    expect(bundle.replicates.completed).toBe(runs);
    expect(bundleSchema.parse(JSON.parse(canonicalJson(bundle)))).toBeDefined();
    for (const text of [
      renderTerminal(bundle),
      renderMarkdown(bundle),
      await renderHtml(bundle),
      renderCsv(bundle),
    ])
      expect(/NaN|undefined/.exec(text)?.[0]).toBeUndefined();
  },
);
