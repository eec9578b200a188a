import { describe, expect, test } from 'vitest';
import { normalQuantile } from '../../src/core/numeric/normal.ts';
import type { Commission } from '../../src/model/plan.ts';
import { commissionCurve } from '../../src/plans/commissionCurve.ts';
import { dealOutlook } from '../../src/plans/dealOutlook.ts';
import { type PayoutCurve, payoutAt } from '../../src/plans/payoutCurve.ts';
import { luckKey, uniform } from '../../src/random/luck.ts';

const MEAN_USD = 20_000;
const PERIODS = 150_000;
const CURVES: readonly (readonly [name: string, terms: Commission])[] = [
  ['an accelerator', { rateShare: 0.05, aboveQuotaRateShare: 0.15 }],
  ['a threshold', { rateShare: 0.08, thresholdShare: 0.8 }],
  ['a cap', { rateShare: 0.1, capUsd: 2200 }],
  [
    'a retroactive tier',
    {
      tiers: [
        { fromShare: 0, rateShare: 0.05 },
        { fromShare: 1, rateShare: 0.08, reach: 'allDollars' },
      ],
    },
  ],
];

/** Bookings of many periods, each also with one more deal. */
function periodsOf(
  deals: number,
  dealCv: number,
): { readonly now: Float64Array; readonly more: Float64Array } {
  const key = luckKey(`deals-${deals}-${dealCv}`, 0);
  let draws = 0;
  const next = () => uniform(key, draws++, 0);
  const logSd = Math.sqrt(Math.log(1 + dealCv * dealCv));
  const deal = () => (MEAN_USD / deals) * Math.exp(logSd * normalQuantile(next()) - (logSd * logSd) / 2);
  const now = new Float64Array(PERIODS);
  const more = new Float64Array(PERIODS);
  for (let i = 0; i < PERIODS; i++) {
    // Arrivals of a Poisson process up to time 1.
    let time = -Math.log(next()) / deals;
    while (time < 1) {
      now[i] += deal();
      time -= Math.log(next()) / deals;
    }
    more[i] = now[i] + deal();
  }
  return { now, more };
}

const mean = (values: Float64Array, of: (x: number) => number) => {
  let sum = 0;
  for (const x of values) sum += of(x);
  return sum / values.length;
};
const equivalent = (values: Float64Array, curve: PayoutCurve, r: number) =>
  -Math.log(mean(values, (x) => Math.exp(-r * payoutAt(curve, x)))) / r;

describe.each([
  [2, 1],
  [2, 0.3],
  [10, 1],
  [50, 0.6],
])('pay on %i deals a month of a coefficient of variation of %f', (deals, dealCv) => {
  const { now, more } = periodsOf(deals, dealCv);
  const outlook = dealOutlook(dealCv);
  const variance = (MEAN_USD * MEAN_USD * (1 + dealCv * dealCv)) / deals;

  test.each(CURVES)('%s is expected at its mean over simulated months, and so is its slope', (_, terms) => {
    const curve = commissionCurve(terms, MEAN_USD);
    const expected = mean(now, (x) => payoutAt(curve, x));
    expect(outlook.worth(curve, 0, MEAN_USD, variance, 0) / expected - 1).toBeCloseTo(0, 1.7);
    const perDollar = ((mean(more, (x) => payoutAt(curve, x)) - expected) * deals) / MEAN_USD;
    const slope = outlook.slope(curve, 0, MEAN_USD, variance, 0);
    expect(Math.abs(slope / perDollar - 1)).toBeLessThan(0.05);
  });

  test('with aversion to risk it is the certainty equivalent over simulated months', () => {
    const curve = commissionCurve(CURVES[3][1], MEAN_USD);
    for (const r of [0.00002, 0.0005])
      expect(outlook.worth(curve, 0, MEAN_USD, variance, r) / equivalent(now, curve, r) - 1).toBeCloseTo(
        0,
        1.7,
      );
  });
});

test('what is booked already is sure, and pay in proportion is its rate', () => {
  const outlook = dealOutlook(0.6);
  const reached = commissionCurve(CURVES[3][1], MEAN_USD);
  // Past quota every further dollar is paid the higher rate.
  expect(outlook.slope(reached, 1.01 * MEAN_USD, 10_000, 1e8, 0)).toBeCloseTo(0.08, 3);
  expect(outlook.worth(reached, 1.5 * MEAN_USD, 10_000, 1e8, 0)).toBeCloseTo(0.08 * 40_000, 0);
  expect(outlook.slope(commissionCurve({ rateShare: 0.1 }, MEAN_USD), 0, MEAN_USD, 2e8, 0.00002)).toBe(0.1);
});
