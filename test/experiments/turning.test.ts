import { expect, test } from 'vitest';
import { compare } from '../../src/experiments/commands/compare.ts';
import { answerInWords } from '../../src/report/answer/answerWords.ts';
import { renderSweepMap, turnsOf } from '../../src/report/sweepMap.ts';
import { parseScenario } from '../../src/scenario/load.ts';
import { textOf } from '../support/shipped.ts';

/**
 * A share b of output is worth v(b - b²/2) - r(bv)²s²/2 to firm and agent: effort is b. A whole share and two
 * thirds are worth the same at r = 1/(5vs²), which is 0.00002 here.
 */
const TURN = 0.00002;
const withRisk = (risk: string) =>
  parseScenario(
    textOf('textbook/one-task.yaml').replace('riskAversionPerUsd: 0.00005', `riskAversionPerUsd: ${risk}`),
  );

test('the turning point is where theory has it, and the answer names it', async () => {
  const scenario = withRisk('{ low: 0.000005, value: 0.00005, high: 0.0001, source: a guess }');
  const bundle = await compare(scenario, { arms: ['whole-output'], replicates: 20, sensitivity: 1 });
  expect(bundle.sensitivity.map(({ end, verdict }) => [end, verdict])).toEqual([
    ['low', 'turned'],
    ['high', 'same'],
  ]);
  const { path, base, between } = bundle.turning!;
  expect([path, base]).toEqual(['people.agent.riskAversionPerUsd', 0.00005]);
  const [usual, other] = between;
  // Bisection in five steps; the difference has its usual sign above the turn.
  expect(usual).toBeGreaterThan(TURN);
  expect(other).toBeLessThanOrEqual(TURN);
  expect(usual - other).toBeCloseTo(0.000045 / 32, 12);
  expect(answerInWords(bundle)!.change).toMatch(/reverses if .* It turns near 0\.00002/);
});

test('without an end that turns the result there is no turning point', async () => {
  const scenario = withRisk('{ low: 0.00004, value: 0.00005, high: 0.0001, source: a guess }');
  const bundle = await compare(scenario, { arms: ['whole-output'], replicates: 20, sensitivity: 1 });
  expect(bundle.turning).toBeUndefined();
  expect(answerInWords(bundle)!.change).toContain('holds at both ends');
});

test('a sweep turns where its line crosses zero, and points that are not told apart are passed over', () => {
  const row = (at: number, meanDifference: number, half: number) => ({
    point: [at],
    arm: 'a',
    reference: 'b',
    outcome: 'revenueUsd',
    title: 'Revenue',
    unit: 'USD',
    mean: 0,
    se: 1,
    low95: 0,
    high95: 0,
    p10: 0,
    p50: 0,
    p90: 0,
    n: 10,
    difference: {
      n: 10,
      meanDifference,
      se: half / 2,
      ci95: [meanDifference - half, meanDifference + half] as const,
      ci95Simultaneous: [meanDifference - half, meanDifference + half] as const,
    },
  });
  const rows = [row(3, 600, 10), row(5, 200, 10), row(6, 5, 10), row(7, -200, 10)];
  expect(turnsOf(rows)).toEqual([6]);
  expect(turnsOf(rows.slice(0, 3))).toEqual([]);
  const axes = [{ path: 'sales.sellingHoursPerDay', values: [3, 5, 6, 7] }];
  expect(renderSweepMap(axes, rows, 'revenueUsd')).toContain(
    'The difference turns near sales.sellingHoursPerDay 6.',
  );
  expect(renderSweepMap(axes, rows.slice(0, 2), 'revenueUsd')).toContain('does not turn on this grid');
});
