import { describe, expect, test } from 'vitest';
import type { PlanComponent } from '../../src/model/plan.ts';
import { commissionCurve } from '../../src/plans/commissionCurve.ts';
import { componentCurve } from '../../src/plans/componentCurve.ts';
import { forecastMenuCurve } from '../../src/plans/forecastMenu.ts';
import { payoutAt } from '../../src/plans/payoutCurve.ts';

const TARGET = 200;
const BONUS_PER_YEAR = 24_000;
/** A quarter of the yearly bonus at a weight of one half. */
const BONUS = 3000;

const component = (payout: PlanComponent['payout']): PlanComponent => ({
  metric: 'leads',
  period: 'quarter',
  target: TARGET,
  weightShare: 0.5,
  payout,
});

/** Payout of each form as a share of the target bonus, straight from its definition. */
const FORMS: [string, PlanComponent['payout'], (attainment: number) => number][] = [
  ['cliff', 'cliff', (a) => (a >= 1 ? 1 : 0)],
  ['linear', 'linear', (a) => a],
  ['capped', { linear: true, capShare: 1.5 }, (a) => Math.min(a, 1.5)],
  ['thresholded', { linear: true, thresholdShare: 0.5 }, (a) => (a >= 0.5 ? a : 0)],
  [
    'capped and thresholded',
    { linear: true, capShare: 1.25, thresholdShare: 0.75 },
    (a) => (a >= 0.75 ? Math.min(a, 1.25) : 0),
  ],
  [
    'points',
    {
      points: [
        [0.5, 0.25],
        [1, 1],
        [1.5, 3],
      ],
    },
    (a) => (a < 0.5 ? 0.25 : a < 1 ? 0.25 + 1.5 * (a - 0.5) : a < 1.5 ? 1 + 4 * (a - 1) : 3),
  ],
  [
    'points with a jump',
    {
      points: [
        [0.5, 0],
        [1, 0.5],
        [1, 1],
        [1.5, 1.5],
      ],
    },
    (a) => (a < 0.5 ? 0 : a < 1 ? a - 0.5 : a < 1.5 ? a : 1.5),
  ],
  [
    'points that only jump',
    {
      points: [
        [0.75, 0.2],
        [0.75, 0.9],
      ],
    },
    (a) => (a < 0.75 ? 0.2 : 0.9),
  ],
  [
    'points with two jumps at one place',
    {
      points: [
        [0, 0],
        [1, 0.25],
        [1, 0.5],
        [1, 1],
        [2, 1],
      ],
    },
    (a) => (a < 0 ? 0 : a < 1 ? a / 4 : 1),
  ],
];

/** Attainments between all corners, then the corners (all exact in binary with a target of 200). */
const BETWEEN = [0.1, 0.3, 0.49, 0.51, 0.7, 0.8, 0.99, 1.01, 1.2, 1.3, 1.49, 1.51, 1.9];
const CORNERS = [0.5, 0.75, 1, 1.25, 1.5];

describe('componentCurve', () => {
  test.each(FORMS)('the payout is as defined, even at corners: %s', (_, payout, share) => {
    const curve = componentCurve(component(payout), BONUS_PER_YEAR, false);
    for (const a of [...BETWEEN, ...CORNERS]) {
      expect(Math.abs(payoutAt(curve, a * TARGET) - BONUS * share(a))).toBeLessThan(1e-9);
    }
  });

  test.each(FORMS)('the payout is mirrored about the target if lower is better: %s', (_, payout, share) => {
    const curve = componentCurve(component(payout), BONUS_PER_YEAR, true);
    for (const a of BETWEEN)
      expect(Math.abs(payoutAt(curve, (2 - a) * TARGET) - BONUS * share(a))).toBeLessThan(1e-9);
  });

  test.each(FORMS)(
    'the payout at a corner is the same whether higher or lower is better: %s',
    (_, payout, share) => {
      const curve = componentCurve(component(payout), BONUS_PER_YEAR, true);
      for (const a of CORNERS)
        expect(Math.abs(payoutAt(curve, (2 - a) * TARGET) - BONUS * share(a))).toBeLessThan(1e-9);
    },
  );

  test.each([
    ['month', 1],
    ['quarter', 3],
    ['year', 12],
  ] as const)('a %s pays its part of the yearly bonus', (period, months) => {
    const curve = componentCurve({ ...component('cliff'), period }, BONUS_PER_YEAR, false);
    expect(payoutAt(curve, TARGET)).toBe((BONUS_PER_YEAR * 0.5 * months) / 12);
  });

  test('pay per unit is the rate times the units, whether higher or lower is better', () => {
    const perUnit: PlanComponent = { metric: 'leads', period: 'month', payout: { perUnitUsd: 12.5 } };
    for (const lowerIsBetter of [false, true]) {
      const curve = componentCurve(perUnit, BONUS_PER_YEAR, lowerIsBetter);
      expect([payoutAt(curve, 0), payoutAt(curve, 8)]).toEqual([0, 100]);
    }
  });

  test('a component with weight 0 pays nothing', () => {
    const curve = componentCurve({ ...component('linear'), weightShare: 0 }, BONUS_PER_YEAR, false);
    expect(payoutAt(curve, 3 * TARGET)).toBe(0);
  });
});

describe('commissionCurve', () => {
  const QUOTA = 100_000;

  test('a commission pays its rate on all bookings', () => {
    const curve = commissionCurve({ rateShare: 0.125 }, QUOTA);
    expect([0, 50_000, 300_000].map((x) => payoutAt(curve, x))).toEqual([0, 6250, 37_500]);
  });

  test('a commission pays the accelerated rate only on the part above quota', () => {
    const curve = commissionCurve({ rateShare: 0.125, aboveQuotaRateShare: 0.25 }, QUOTA);
    expect([50_000, QUOTA, 180_000].map((x) => payoutAt(curve, x))).toEqual([6250, 12_500, 32_500]);
  });

  test('a commission with a rate of 0 above quota pays nothing more there', () => {
    const curve = commissionCurve({ rateShare: 0.125, aboveQuotaRateShare: 0 }, QUOTA);
    expect([QUOTA, 180_000].map((x) => payoutAt(curve, x))).toEqual([12_500, 12_500]);
  });

  test('a commission pays nothing below its threshold, and on all bookings from there on', () => {
    const curve = commissionCurve(
      { rateShare: 0.125, aboveQuotaRateShare: 0.25, thresholdShare: 0.5 },
      QUOTA,
    );
    expect([49_999, 50_000, QUOTA, 120_000].map((x) => payoutAt(curve, x))).toEqual([
      0, 6250, 12_500, 17_500,
    ]);
  });

  test('a commission with a threshold above quota pays nothing below the threshold', () => {
    const curve = commissionCurve(
      { rateShare: 0.125, aboveQuotaRateShare: 0.25, thresholdShare: 1.5 },
      QUOTA,
    );
    expect([90_000, 120_000, 149_999].map((x) => payoutAt(curve, x))).toEqual([0, 0, 0]);
    expect([150_000, 200_000].map((x) => payoutAt(curve, x))).toEqual([25_000, 37_500]);
  });
});

test.each([
  ['met exactly', 10, 20],
  ['beaten by 2', 12, 22],
  ['missed by 2', 8, 14],
  ['missed altogether', 0, -10],
])('a forecast of 10 that is %s pays according to the menu', (_, result, usd) => {
  const curve = forecastMenuCurve({ aboveRateShare: 1, forecastRateShare: 2, shortfallRateShare: 3 }, 10);
  expect(payoutAt(curve, result)).toBeCloseTo(usd, 12);
});
