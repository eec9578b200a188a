import { beforeAll, describe, expect, test } from 'vitest';
import { canonicalJson } from '../../src/core/canonicalJson.ts';
import { compare } from '../../src/experiments/commands/compare.ts';
import { inlineExecutor } from '../../src/experiments/executors/inline.ts';
import { threadExecutor } from '../../src/experiments/executors/threads.ts';
import { bundleSchema } from '../../src/experiments/result/bundleSchema.ts';
import { type Control, withoutLuck } from '../../src/experiments/running/controlVariate.ts';
import { parsePrecision, StopRule } from '../../src/experiments/running/precision.ts';
import { sample } from '../../src/experiments/running/sample.ts';
import type { RunSpec } from '../../src/experiments/tasks/runSpec.ts';
import type { Job } from '../../src/experiments/tasks/tasks.ts';
import { luckKey, purposeOf, uniform } from '../../src/random/luck.ts';
import { cautions } from '../../src/report/cautions.ts';
import { parseScenario } from '../../src/scenario/load.ts';
import { compileCompany } from '../../src/worlds/revenue/compile/company.ts';
import { CATHERINE } from '../support/catherine.ts';
import { cache } from '../support/shared.ts';
import { isThorough, sized } from '../support/thorough.ts';

const QUICK = { 'question.horizonMonths': 3, 'calendar.warmUpMonths': 2 };
const scenarioWith = (set: Readonly<Record<string, unknown>> = {}) =>
  parseScenario(CATHERINE, { set: { ...QUICK, ...set } });

describe('a comparison with a target precision', () => {
  test.runIf(isThorough)(
    'a comparison with a target precision states its pairs, with the same bytes on two threads as on none',
    async () => {
      const options = { arms: ['fluff', 'revenue-tied'], replicates: 2000, precision: parsePrecision('6%') };
      const [one, two] = await Promise.all(
        [inlineExecutor, threadExecutor(2, 0)].map((executor) =>
          compare(scenarioWith(), { ...options, executor, cache }),
        ),
      );
      expect(canonicalJson(two)).toBe(canonicalJson(one));
      expect(bundleSchema.parse(one).precision).toMatchObject({ target: '6%', reached: true });
      expect(one.replicates.completed).toBeGreaterThanOrEqual(100);
      expect(one.replicates.completed).toBeLessThan(1500);
      const { ci95Simultaneous: ci } = one.contrasts[0].outcomes.revenueUsd;
      expect((ci[1] - ci[0]) / 2).toBe(one.precision!.halfWidth);
      expect(one.precision!.halfWidth).toBeLessThanOrEqual(one.precision!.aimed);
      expect(cautions(one).join(' ')).toMatch(
        /\d{3} pairs were enough: every difference is known to within \$[\d,]+k? either side/,
      );
    },
    120_000,
  );

  test.runIf(isThorough)(
    'a comparison of identical arms stops at the first look and says so',
    async () => {
      const bundle = await compare(
        scenarioWith({ arms: { a: { plan: 'fluff' }, b: { plan: 'fluff' } }, 'question.reference': 'a' }),
        { replicates: 2000, precision: parsePrecision('0.001usd'), cache },
      );
      expect(bundle.replicates.completed).toBe(100);
      expect(cautions(bundle).join(' ')).toContain(
        '100 pairs were enough: all arms are identical on revenue.',
      );
    },
    60_000,
  );

  test('a comparison that runs out of replicates says that it missed its target', async () => {
    const bundle = await compare(scenarioWith(), {
      arms: ['fluff', 'revenue-tied'],
      replicates: 120,
      cache,
      precision: parsePrecision('0.1%'),
    });
    expect(bundle.precision!.reached).toBe(false);
    expect(cautions(bundle).join(' ')).toContain('120 pairs were not enough');
  }, 60_000);

  test.each(['', '2', '-1%', '0%', 'two', '1e3usd', '2%%', '9'.repeat(400)])(
    '%j is refused as a target precision unless it is a positive amount or share',
    (text) => {
      if (text === '2') expect(parsePrecision(text)).toEqual({ text, amount: 2 });
      else expect(() => parsePrecision(text)).toThrow('--precision');
    },
  );
});

const CONTROL: Control = { id: 'dealLuckUsd', of: ['revenueUsd'] };

/** Outcomes of a company, in storage order. */
function outcomesOf(run: RunSpec): readonly { readonly id: string }[] {
  if (run.kind !== 'revenue') throw new Error(`${run.name} is no company`);
  const { world, pay, beliefs, policy, later, named } = run;
  return compileCompany(world, pay, beliefs, { policy, later, named }).outcomes;
}

describe('95% intervals under sequential stopping', () => {
  const POOL = sized(300, 3000);
  /** Revenue of two arms in many replicates: a known population from which pairs are drawn. */
  const pool: Record<'fluff' | 'honest' | 'again' | 'luckOfFluff' | 'luckOfHonest', Float64Array> = {
    fluff: new Float64Array(POOL),
    honest: new Float64Array(POOL),
    again: new Float64Array(POOL),
    luckOfFluff: new Float64Array(POOL),
    luckOfHonest: new Float64Array(POOL),
  };
  beforeAll(async () => {
    const executor = inlineExecutor;
    let runs: readonly RunSpec[] = [];
    await compare(scenarioWith(), {
      arms: ['fluff', 'fluff-honest'],
      replicates: 2,
      cache,
      executor: {
        run: async (job, take) => {
          if (job.kind === 'replicates') ({ runs } = (job as Job<'replicates'>).common);
          else await executor.run(job, take);
        },
      },
    });
    const fluff = runs.findIndex(({ name }) => name === 'fluff');
    const honest = runs.findIndex(({ name }) => name.includes('honest') || name.includes('no gaming'));
    const { column } = await sample(runs, {
      outcomes: outcomesOf(runs[0]),
      seed: 'pool',
      n: POOL,
      executor,
    });
    pool.fluff.set(column(fluff, 'revenueUsd'));
    pool.honest.set(column(honest, 'revenueUsd'));
    pool.luckOfFluff.set(column(fluff, 'dealLuckUsd'));
    pool.luckOfHonest.set(column(honest, 'dealLuckUsd'));
    // The null hypothesis: the same differences, centred below.
    pool.again.set(pool.honest);
    // Resampling needs a control variate of mean 0 in the pool.
    for (const luck of [pool.luckOfFluff, pool.luckOfHonest]) {
      const mean = luck.reduce((sum, value) => sum + value, 0) / POOL;
      luck.forEach((value, i) => {
        luck[i] = value - mean;
      });
    }
    const gap = pool.honest.reduce((sum, value, i) => sum + value - pool.fluff[i], 0) / POOL;
    pool.again.forEach((value, i) => {
      pool.again[i] = value - gap;
    });
  }, 120_000);

  test.each([
    ['a real difference', 'honest', 0.02, false],
    ...(isThorough
      ? ([
          ['no difference', 'again', 0.02, false],
          ['a real difference at a coarse target', 'honest', 0.03, false],
          ['a real difference, control variate taken out', 'honest', 0.005, true],
        ] as const)
      : []),
    ['no difference, control variate taken out', 'again', 0.005, true],
  ] as const)(
    'intervals under sequential stopping cover the true difference in at least 94 of 100 trials: %s',
    (_, arm, share, isControlled) => {
      const truth = pool[arm].reduce((sum, value, i) => sum + value - pool.fluff[i], 0) / POOL;
      const trials = sized(1200, 5000);
      let covered = 0;
      let pairs = 0;
      const [a, b, luckOfA, luckOfB] = Array.from({ length: 4 }, () => new Float64Array(2000));
      for (let trial = 0; trial < trials; trial++) {
        const rule = new StopRule({ text: '', share });
        const key = luckKey(`stopping ${arm} ${share}`, trial);
        let n = 0;
        const upTo = (runs: number) => {
          const plain = (run: number, id: string) =>
            (id === 'revenueUsd' ? [a, b] : [luckOfA, luckOfB])[run].subarray(0, runs);
          const { column } = withoutLuck(isControlled ? CONTROL : undefined, plain, runs);
          const [one, other] = [column(0, 'revenueUsd'), column(1, 'revenueUsd')];
          return { pairs: [[one, other] as const], reference: other };
        };
        for (let enough = false; !enough && n < 2000; ) {
          for (const end = n + 25; n < end; n++) {
            const i = Math.floor(POOL * uniform(key, n, purposeOf(1)));
            a[n] = pool[arm][i];
            b[n] = pool.fluff[i];
            luckOfA[n] = pool.luckOfHonest[i];
            luckOfB[n] = pool.luckOfFluff[i];
          }
          enough = rule.isEnough(n, () => upTo(n));
        }
        const sample = upTo(n);
        const [one, other] = sample.pairs[0];
        let mean = 0;
        for (let i = 0; i < n; i++) mean += (one[i] - other[i]) / n;
        const { halfWidth } = rule.measure(sample);
        covered += Math.abs(mean - truth) <= halfWidth! ? 1 : 0;
        pairs += n / trials;
      }
      // The rule passed its first look in some trials.
      expect(pairs).toBeGreaterThan(105);
      expect(covered / trials).toBeGreaterThanOrEqual(isThorough ? 0.94 : 0.93);
    },
    120_000,
  );
});
