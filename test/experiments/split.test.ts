import { beforeAll, describe, expect, test } from 'vitest';
import { ArmRunMaker } from '../../src/experiments/adapters/revenue/armRuns.ts';
import { monthsOf } from '../../src/experiments/commands/replay.ts';
import { split } from '../../src/experiments/commands/split.ts';
import { isSplittable } from '../../src/experiments/commands/splitBonus.ts';
import { splitOfAnswer } from '../../src/experiments/commands/splitOfAnswer.ts';
import type { Executor } from '../../src/experiments/executors/executor.ts';
import type { HarmSplit } from '../../src/experiments/result/harmSplit.ts';
import { renderSplit } from '../../src/report/harmSplit.ts';
import { parseRevenueScenario } from '../../src/scenario/load.ts';
import { cache, threads } from '../support/shared.ts';
import { readBase, textOf } from '../support/shipped.ts';
import { isThorough, sized } from '../support/thorough.ts';

const catherine = (set: Readonly<Record<string, unknown>> = {}) =>
  parseRevenueScenario(textOf('catherine.yaml'), { readBase, set });

describe('what makes the difference between two plans', () => {
  let found: HarmSplit;
  beforeAll(async () => {
    found = (await split(catherine(), {
      arm: 'revenue-tied',
      replicates: sized(30, 400),
      executor: threads,
    }))!;
  }, 120_000);

  test('one change at a time and what they do together add up to the whole', () => {
    const { target, metric, curve, interaction, total } = found.effects;
    const sum = [target, metric, curve, interaction].reduce(
      (all, { meanDifference }) => all + meanDifference,
      0,
    );
    expect(sum).toBeCloseTo(total.meanDifference, 4);
    expect(found.otherCurve).toBe('linear');
  });

  test('the combination that is the reference differs from it in nothing; effects are combinations', () => {
    const cell = (metricsOf: string, targets: string, curve: string) =>
      found.cells.find(
        (each) => each.metricsOf === metricsOf && each.targets === targets && each.curve === curve,
      )!.difference;
    expect(found.cells).toHaveLength(12);
    expect(cell('fluff', 'written', 'cliff')).toMatchObject({ meanDifference: 0, se: 0 });
    expect(cell('fluff', 'honest', 'cliff').meanDifference).toBe(found.effects.target.meanDifference);
    expect(cell('fluff', 'written', 'linear').meanDifference).toBe(found.effects.curve.meanDifference);
    expect(cell('revenue-tied', 'written', 'cliff').meanDifference).toBe(found.effects.metric.meanDifference);
  });

  test('each of easier targets, other metrics and pay in proportion undoes part of the harm', () => {
    const { target, metric, curve } = found.effects;
    expect(target.ci95[0]).toBeGreaterThan(250_000);
    expect(metric.ci95[0]).toBeGreaterThan(target.meanDifference);
    expect(curve.ci95[0]).toBeGreaterThan(100_000);
    const text = renderSplit(found, catherine().resolved);
    expect(text).toContain('targets that honest work reaches half the time');
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });

  test('honest work reaches the easier targets in half of all months, on other luck too', async () => {
    const arm = catherine().arms.find(({ name }) => name === 'fluff')!;
    await cache.measureBeliefs([arm.world], threads);
    const months = monthsOf(
      new ArmRunMaker(cache, { planners: ['director'], parts: [] }).honest(arm)!,
      'other luck',
      40,
    ).flat();
    for (const [metric, target] of Object.entries(found.honestTargets.fluff)) {
      const reached =
        months.filter(({ metrics }) => metrics[metric].reported! >= target).length / months.length;
      // Binomial over 480 months, and the error of the median itself: four standard errors.
      expect(Math.abs(reached - 0.5), metric).toBeLessThan(0.13);
    }
  });

  test('a plan without targets, or without a bonus, cannot be split', async () => {
    await expect(split(catherine(), { arm: 'salary-only' })).rejects.toThrow('a bonus on metrics');
    const piece = { metric: 'leads', period: 'month', payout: { perUnitUsd: 2 } };
    const whole = {
      metric: 'bookings',
      period: 'quarter',
      target: 750_000,
      weightShare: 1,
      payout: 'linear',
    };
    const unit = catherine({ 'plans.revenue-tied.director.components': [whole, piece] });
    await expect(split(unit, { arm: 'revenue-tied' })).rejects.toThrow('components with a target');
    const short = catherine({ 'question.horizonMonths': 3 });
    await expect(split(short, { arm: 'revenue-tied' })).rejects.toThrow('at least the 12 months of a period');
  });

  test.runIf(isThorough)('a split that is stopped at once has nothing to say', async () => {
    // An executor that is stopped before its first chunk of runs.
    const executor: Executor = {
      run: async (job, take) => {
        if (job.kind !== 'replicates') await threads.run(job, take);
      },
    };
    expect(await split(catherine(), { arm: 'revenue-tied', replicates: 50, executor })).toBeUndefined();
  });
});

describe('the split of an answer', () => {
  const ranked = (arms: readonly string[]) => ({
    rankedBy: 'profitBeforePayUsd',
    best: arms[0],
    tied: [],
    confidence: 'clear' as const,
    gain: {},
    unchanged: [],
    ranking: arms.map((arm, i) => ({ arm, group: i + 1, isChoice: !arm.endsWith('honest') })),
  });
  const options = { seed: 'split', replicates: 30 };

  test('can be made between the reference and plans that pay the same person on other metrics only', () => {
    const splittable = (arm: string) => isSplittable(catherine(), arm);
    expect(['revenue-tied', 'traffic-only', 'accepted-leads'].map(splittable)).toEqual([true, true, true]);
    // No bonus; the same metrics; a component without a target.
    expect(['salary-only', 'fluff-honest', 'joint'].map(splittable)).toEqual([false, false, false]);
  });

  test.runIf(isThorough)('is between the reference and the best of these', async () => {
    const order = ['salary-only', 'fluff-honest', 'joint', 'revenue-tied', 'fluff'];
    const found = await splitOfAnswer(catherine(), ranked(order), options);
    expect(found).toMatchObject({ reference: 'fluff', other: 'revenue-tied', replicates: 30 });
    expect(found!.cells).toHaveLength(12);
  });

  test('is left out after too few runs', async () => {
    const few = { ...options, replicates: 29 };
    expect(await splitOfAnswer(catherine(), ranked(['revenue-tied', 'fluff']), few)).toBeUndefined();
  });

  test('is left out where no choice is paid on other metrics, or nothing is ranked', async () => {
    expect(await splitOfAnswer(catherine(), ranked(['salary-only', 'fluff']), options)).toBeUndefined();
    expect(await splitOfAnswer(catherine(), undefined, options)).toBeUndefined();
  });
});
