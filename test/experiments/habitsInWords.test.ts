import { expect, test } from 'vitest';
import { habitsInWords } from '../../src/experiments/adapters/revenue/habitsInWords.ts';
import type { PreparationCache } from '../../src/experiments/running/preparationCache.ts';
import type { RevenueArm } from '../../src/scenario/scenario.ts';
import { widestGap } from '../../src/worlds/revenue/preparation/playedEnds.ts';

/** Warnings about one plan with given habits. */
function said(habits: object): string[] {
  const cache = { habitsOf: () => ({ settles: true, goesTwoWays: false, ...habits }) };
  const arm = { plan: 'bonus', world: {}, pay: {} };
  return habitsInWords([arm as unknown as RevenueArm], cache as unknown as PreparationCache);
}

test('profit in the other equilibrium is reported where it differs significantly and by more than 1%', () => {
  expect(said({})).toEqual([]);
  const other = (usdPerYear: number, se: number, share: number) =>
    said({ goesTwoWays: true, otherProfit: { usdPerYear, se, share } })[0];
  expect(other(-120_000, 10_000, -0.02)).toContain(
    'profit after pay would be $120,000 a year lower (95% interval $99,310 to $140,690)',
  );
  expect(other(120_000, 10_000, 0.02)).toContain('$120,000 a year higher (95% interval $99,310 to $140,690)');
  expect(other(-120_000, 10_000, -0.009)).toContain('would differ by −$140,690 to −$99,310 a year');
  expect(other(-120_000, 100_000, -0.02)).toContain('would differ by −$326,900 to +$86,900 a year');
  expect(said({ settles: false })[0]).toContain('no equilibrium was found');
});

test('of several other equilibria the one whose profit differs most is taken, in dollars a year', () => {
  // 24 runs of two years.
  const end = (usd: number) => ({ net: 0, profits: new Float64Array(24).map((_, run) => usd + run) });
  const gap = widestGap(end(1000), [end(1100), end(400), end(900)])!;
  expect(gap.usdPerYear).toBe(-300);
  expect(gap.se).toBe(0);
  expect(gap.share).toBeCloseTo(-600 / 1011.5, 12);
  expect(widestGap(end(1000), [])).toBeUndefined();
});
