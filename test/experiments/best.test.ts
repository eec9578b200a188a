import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../src/core/canonicalJson.ts';
import { type BestOptions, findBestArm } from '../../src/experiments/commands/best.ts';
import { threadExecutor } from '../../src/experiments/executors/threads.ts';
import { parsePrecision } from '../../src/experiments/running/precision.ts';
import { renderBest } from '../../src/report/best.ts';
import { parseRevenueScenario } from '../../src/scenario/load.ts';
import { CATHERINE } from '../support/catherine.ts';
import { threads } from '../support/shared.ts';
import { isThorough } from '../support/thorough.ts';

const ARMS = {
  fluff: { plan: 'fluff' },
  'revenue-tied': { plan: 'revenue-tied' },
  'salary-only': { plan: 'salary-only' },
  'salary-again': { plan: 'salary-only' },
};

const find = (options: BestOptions = {}, set: Record<string, unknown> = {}) =>
  findBestArm(parseRevenueScenario(CATHERINE, { set: { 'question.horizonMonths': 3, arms: ARMS, ...set } }), {
    arms: Object.keys(ARMS),
    executor: threads,
    ...options,
  });

describe('the best of many arms', () => {
  test.runIf(isThorough)(
    'the selection gives close arms more runs, with the same bytes on three threads as on none',
    async () => {
      const options = { delta: parsePrecision('0.05%') };
      const best = await find(options);
      expect(best.ended).toBe('decided');
      expect(best.arms[0]).toMatchObject({ name: 'revenue-tied', standing: 'best', difference: 0 });
      const of = (name: string) => best.arms.find((arm) => arm.name === name)!;
      expect(of('fluff').standing).toBe('behind');
      expect(of('revenue-tied').n).toBeGreaterThan(of('fluff').n);
      // Identical arms are run once.
      expect(of('salary-again')).toEqual({ ...of('salary-only'), name: 'salary-again' });
      expect(best.runs).toBeLessThan(best.arms[0].n * 4);
      if (isThorough)
        expect(canonicalJson(await find({ ...options, executor: threadExecutor(3, 0) }))).toBe(
          canonicalJson(best),
        );
    },
    60_000,
  );

  test('the selection takes the smallest mean if lower is better, and names arms identical to the best', async () => {
    const wasted = await find({
      outcome: 'sellingTimeWastedShare',
      arms: ['fluff', 'salary only', 'salary-again'],
    });
    expect(wasted.arms.map(({ name, standing }) => [name, standing])).toEqual([
      ['salary-only', 'best'],
      ['salary-again', 'identical'],
      ['fluff', 'behind'],
    ]);
    expect(wasted.separated).toBe(true);
    const text = renderBest(wasted);
    expect(text).toContain('“salary only” is best on selling time wasted');
    expect(text).toContain('Identical to it, run by run: “salary again”.');
  }, 60_000);

  test('the selection stops at its replicate limit and says so', async () => {
    const best = await find({
      delta: parsePrecision('1usd'),
      maxReplicates: 130,
      arms: ['revenue-tied', 'salary-only'],
    });
    expect(best.ended).toBe('limit');
    expect(best.arms.map(({ n }) => n)).toEqual([130, 130]);
    expect(renderBest(best)).toContain('these runs ended before');
  }, 60_000);

  test('a selection stopped at once says so and eliminates nobody', async () => {
    const best = await find({ onProgress: (done) => done < 25 });
    expect(best.ended).toBe('stopped');
    expect(best.runs).toBe(25 * 3);
    expect(best.arms.every(({ n }) => n === 25)).toBe(true);
    expect(renderBest(best)).toContain('these runs ended before');
  });

  test.each<[string, BestOptions, string]>([
    ['one arm', { arms: ['fluff'] }, 'two arms or more'],
    ['an arm that is none', { arms: ['fluff', 'flufff'] }, 'did you mean fluff?'],
    ['an outcome that is none', { outcome: 'revenue' }, 'the id of an outcome'],
    ['an outcome that is not defined', { outcome: 'wholeBonusMonthsShare' }, 'it is in 0 of the first 100'],
    ['parts of nothing', { outcome: 'takenShare' }, 'has no parts'],
  ])('the selection refuses %s', async (_, options, words) => {
    await expect(find(options)).rejects.toThrow(words);
  });
});
