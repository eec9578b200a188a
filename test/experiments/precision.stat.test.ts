import { beforeAll, describe, expect, test } from 'vitest';
import { canonicalJson } from '../../src/core/canonicalJson.ts';
import { bundleSchema } from '../../src/experiments/bundleSchema.ts';
import { compare } from '../../src/experiments/compare.ts';
import { threadExecutor } from '../../src/experiments/executors/threads.ts';
import type { Chunk, Line } from '../../src/experiments/lines.ts';
import { parsePrecision, StopRule } from '../../src/experiments/precision.ts';
import { steady } from '../../src/experiments/steady.ts';
import { luckKey, purposeOf, uniform } from '../../src/random/luck.ts';
import { cautions } from '../../src/report/sentences.ts';
import { parseScenario } from '../../src/scenario/load.ts';
import { OUTCOME, OUTCOME_COUNT } from '../../src/worlds/revenue/outcomes.ts';
import { CATHERINE } from '../support/catherine.ts';

const QUICK = { 'question.horizonMonths': 3, 'calendar.warmUpMonths': 2 };
const scenarioWith = (set: Readonly<Record<string, unknown>> = {}) =>
  parseScenario(CATHERINE, { set: { ...QUICK, ...set } });

describe('a comparison that stops when it knows enough', () => {
  test('says how many pairs that took, and gives the same bytes on one thread and on three', async () => {
    const options = { arms: ['fluff', 'revenue-tied'], replicates: 2000, precision: parsePrecision('0.5%') };
    const [one, three] = await Promise.all(
      [1, 3].map((workers) => compare(scenarioWith(), { ...options, executor: threadExecutor(workers, 0) })),
    );
    expect(canonicalJson(three)).toBe(canonicalJson(one));
    expect(bundleSchema.parse(one).precision).toMatchObject({ target: '0.5%', reached: true });
    expect(one.replicates.completed).toBeGreaterThanOrEqual(100);
    expect(one.replicates.completed).toBeLessThan(1500);
    const { ci95Simultaneous: ci } = one.contrasts[0].outcomes.revenueUsd;
    expect((ci[1] - ci[0]) / 2).toBe(one.precision!.halfWidth);
    expect(one.precision!.halfWidth).toBeLessThanOrEqual(one.precision!.aimed);
    expect(cautions(one).join(' ')).toMatch(
      /\d{3} pairs were enough: every difference is known to within \$[\d,]+k? either side/,
    );
  }, 60_000);

  test('stops at the first look where arms are identical, and says so', async () => {
    const bundle = await compare(
      scenarioWith({ arms: { a: { plan: 'fluff' }, b: { plan: 'fluff' } }, 'question.reference': 'a' }),
      { replicates: 2000, precision: parsePrecision('0.001usd') },
    );
    expect(bundle.replicates.completed).toBe(100);
    expect(cautions(bundle).join(' ')).toContain('100 pairs were enough: all arms are identical on revenue.');
  }, 60_000);

  test('says when it was not enough', async () => {
    const bundle = await compare(scenarioWith(), {
      arms: ['fluff', 'revenue-tied'],
      replicates: 120,
      precision: parsePrecision('0.1%'),
    });
    expect(bundle.precision!.reached).toBe(false);
    expect(cautions(bundle).join(' ')).toContain('120 pairs were not enough');
  }, 60_000);

  test.each(['', '2', '-1%', '0%', 'two', '1e3usd', '2%%', '9'.repeat(400)])(
    'reads amounts, and refuses %j unless it is one',
    (text) => {
      if (text === '2') expect(parsePrecision(text)).toEqual({ text, amount: 2 });
      else expect(() => parsePrecision(text)).toThrow('--precision');
    },
  );
});

describe('intervals at stopping', () => {
  /** Revenue of two arms in many runs, to draw pairs from as from a population that is known. */
  const pool: Record<'fluff' | 'honest' | 'again' | 'luckOfFluff' | 'luckOfHonest', Float64Array> = {
    fluff: new Float64Array(1500),
    honest: new Float64Array(1500),
    again: new Float64Array(1500),
    luckOfFluff: new Float64Array(1500),
    luckOfHonest: new Float64Array(1500),
  };
  beforeAll(async () => {
    const executor = threadExecutor();
    const lines: Line[] = [];
    await compare(scenarioWith(), {
      arms: ['fluff', 'fluff-honest'],
      replicates: 2,
      executor: { ...executor, run: async (given) => void lines.push(...given) },
    });
    const at = (
      chunk: Chunk,
      line: number,
      replicate: number,
      id: 'revenueUsd' | 'dealLuckUsd' = 'revenueUsd',
    ) => chunk.outcomes[((replicate - chunk.from) * lines.length + line) * OUTCOME_COUNT + OUTCOME[id]];
    const fluff = lines.findIndex(({ name }) => name === 'fluff');
    const honest = lines.findIndex(({ name }) => name.includes('honest') || name.includes('no gaming'));
    await executor.run(lines, 'pool', 1500, (chunk) => {
      for (let replicate = chunk.from; replicate < chunk.to; replicate++) {
        pool.fluff[replicate] = at(chunk, fluff, replicate);
        pool.honest[replicate] = at(chunk, honest, replicate);
        pool.luckOfFluff[replicate] = at(chunk, fluff, replicate, 'dealLuckUsd');
        pool.luckOfHonest[replicate] = at(chunk, honest, replicate, 'dealLuckUsd');
        // No effect: the same differences, centred.
        pool.again[replicate] = pool.honest[replicate];
      }
      return true;
    });
    // In the pool, too, luck is 0 on average.
    for (const luck of [pool.luckOfFluff, pool.luckOfHonest]) {
      const mean = luck.reduce((sum, value) => sum + value, 0) / 1500;
      luck.forEach((value, i) => {
        luck[i] = value - mean;
      });
    }
    const gap = pool.honest.reduce((sum, value, i) => sum + value - pool.fluff[i], 0) / 1500;
    pool.again.forEach((value, i) => {
      pool.again[i] = value - gap;
    });
  }, 120_000);

  test.each([
    ['where there is a difference', 'honest', 0.02, false],
    ['where there is one, asked coarsely', 'honest', 0.03, false],
    ['where there is none', 'again', 0.02, false],
    ['where there is one, freed of the luck of deals', 'honest', 0.005, true],
    ['where there is none, freed of it', 'again', 0.005, true],
  ] as const)(
    'cover the truth at least 94 times in a hundred %s',
    (_, arm, share, isFreed) => {
      const truth = pool[arm].reduce((sum, value, i) => sum + value - pool.fluff[i], 0) / 1500;
      const trials = 2000;
      let covered = 0;
      let pairs = 0;
      const [a, b, luckOfA, luckOfB] = Array.from({ length: 4 }, () => new Float64Array(2000));
      for (let trial = 0; trial < trials; trial++) {
        const rule = new StopRule({ text: '', share });
        const key = luckKey(`stopping ${arm} ${share}`, trial);
        let n = 0;
        const upTo = (runs: number) => {
          const plain = (line: number, id: string) =>
            (id === 'revenueUsd' ? [a, b] : [luckOfA, luckOfB])[line].subarray(0, runs);
          const control = isFreed ? { control: { id: 'dealLuckUsd', of: ['revenueUsd'] } } : {};
          const { column } = steady({ ...control }, plain, runs);
          const [one, other] = [column(0, 'revenueUsd'), column(1, 'revenueUsd')];
          return { pairs: [[one, other] as const], reference: other };
        };
        for (let enough = false; !enough && n < 2000; ) {
          for (const end = n + 25; n < end; n++) {
            const i = Math.floor(1500 * uniform(key, n, purposeOf(1)));
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
      // Some looks were taken and used.
      expect(pairs).toBeGreaterThan(105);
      expect(covered / trials).toBeGreaterThanOrEqual(0.94);
    },
    120_000,
  );
});
