import { describe, expect, test } from 'vitest';
import { certaintyEquivalent } from '../../src/plans/certaintyEquivalent.ts';
import { componentCurve } from '../../src/plans/componentCurve.ts';
import { expectedPayout, expectedPayoutSlope } from '../../src/plans/expectedPayout.ts';
import { payoutAt, payoutCurve, sumOfCurves } from '../../src/plans/payoutCurve.ts';

const cliff = payoutCurve(0, 0, [{ at: 100, jump: 500 }]);

describe('payoutCurve', () => {
  test('payoutCurve sorts kinks and adds up those at the same place', () => {
    const curve = payoutCurve(1, 2, [
      { at: 5, jump: 3 },
      { at: -1, slopeChange: 4 },
      { at: 5, slopeChange: 6, jump: 1 },
    ]);
    expect([[...curve.knots], [...curve.slopeChanges], [...curve.jumps]]).toEqual([
      [-1, 5],
      [4, 6],
      [0, 4],
    ]);
    expect(curve.isSteps).toBe(false);
    expect(cliff.isSteps).toBe(true);
  });

  test('a jump is paid from its place on', () => {
    expect([payoutAt(cliff, 99.999), payoutAt(cliff, 100), payoutAt(cliff, 101)]).toEqual([0, 500, 500]);
  });
});

test.each([
  [0, 1000],
  [1e-9, 0],
  [10, 0],
])(
  'a jump at twice the attainment of a lower-is-better metric is paid at 0: a result of %d pays %d',
  (x, usd) => {
    const payout = {
      points: [
        [1, 0],
        [2, 0],
        [2, 1],
      ],
    } as const;
    const component = { metric: 'm', period: 'year', target: 10, weightShare: 1, payout } as const;
    const curve = componentCurve(component, 1000, true);
    expect(payoutAt(curve, x)).toBeCloseTo(usd, 6);
  },
);

describe('expectedPayout', () => {
  test('the expected pay of a cliff at its target is half the bonus', () => {
    expect(expectedPayout(cliff, 100, 10)).toBe(250);
  });

  test('the expected pay of a kink of slope 1 at its place is sd / sqrt(2 pi)', () => {
    const call = payoutCurve(0, 0, [{ at: 100, slopeChange: 1 }]);
    expect(Math.abs(expectedPayout(call, 100, 10) - 10 / Math.sqrt(2 * Math.PI))).toBeLessThan(1e-14);
    expect(expectedPayoutSlope(call, 100, 10)).toBe(0.5);
  });

  test('expected pay without noise is the curve itself', () => {
    expect([expectedPayout(cliff, 99, 0), expectedPayout(cliff, 100, 0)]).toEqual([0, 500]);
    expect(certaintyEquivalent(cliff, 100, 0, 1e-3)).toBe(500);
    expect(expectedPayoutSlope(payoutCurve(0, 1, [{ at: 3, slopeChange: 2 }]), 4, 0)).toBe(3);
  });
});

describe('certaintyEquivalent', () => {
  test('the certainty equivalent of linear pay is the mean less half the aversion times the variance', () => {
    for (const [slope, mean, sd, r] of [
      [120, 40, 7, 2e-5],
      [-3, 1e4, 900, 1e-4],
      [1000, 0, 50, 1e-3],
      [5, 5, 5, 1],
    ]) {
      const wanted = 10 + slope * mean - (r / 2) * (slope * sd) ** 2;
      const got = certaintyEquivalent(payoutCurve(10, slope), mean, sd, r);
      expect(Math.abs(got - wanted)).toBeLessThan(1e-12 * (1 + Math.abs(wanted)));
    }
  });

  test('a knot without a change leaves the certainty equivalent of linear pay the same', () => {
    const wanted = 100 * 40 - (1e-3 / 2) * 700 ** 2;
    expect(
      Math.abs(certaintyEquivalent(payoutCurve(0, 100, [{ at: 41 }]), 40, 7, 1e-3) - wanted),
    ).toBeLessThan(1e-8);
  });

  test('the certainty equivalent of a cliff is the closed form of a two-valued lottery', () => {
    // An even chance of 500: -(1/r) ln(1/2 + 1/2 exp(-500 r)).
    for (const r of [1e-6, 1e-4, 1e-2]) {
      const wanted = -Math.log((1 + Math.exp(-500 * r)) / 2) / r;
      expect(Math.abs(certaintyEquivalent(cliff, 100, 10, r) - wanted)).toBeLessThan(1e-15 / r + 1e-9);
    }
  });

  test('a nearly certain bonus is worth the bonus, except to people so averse that the remaining risk dominates', () => {
    const bonus = payoutCurve(0, 0, [{ at: 0, jump: 100_000 }]);
    for (const r of [1e-5, 1e-4, 2e-4, 3e-4]) {
      expect(Math.abs(certaintyEquivalent(bonus, 10, 1, r) - 100_000)).toBeLessThan(1e-3);
    }
    // At the highest aversions even a 7.6e-24 chance of missing it matters: -ln(P(miss) + exp(-r bonus)) / r.
    const miss = 7.619853024160583e-24;
    for (const r of [5e-4, 1e-3, 1]) {
      const exact = -Math.log(miss + Math.exp(-r * 100_000)) / r;
      expect(Math.abs(certaintyEquivalent(bonus, 10, 1, r) / exact - 1)).toBeLessThan(1e-6);
    }
  });

  test('the certainty equivalent of a penalty that almost certainly does not occur is finite and never positive', () => {
    // The probability of the penalty is below 1e-300.
    const penalty = payoutCurve(0, 0, [{ at: 0, jump: -1_000_000 }]);
    const value = certaintyEquivalent(penalty, -50, 1, 1e-3);
    expect(Number.isFinite(value)).toBe(true);
    expect(value).toBeLessThanOrEqual(0);
    expect(value).toBeGreaterThanOrEqual(-1_000_000);
  });

  test('the certainty equivalent of a certain penalty is the penalty', () => {
    const penalty = payoutCurve(0, 0, [{ at: 0, jump: -1_000_000 }]);
    expect(Math.abs(certaintyEquivalent(penalty, 10, 1, 1e-3) + 1_000_000)).toBeLessThan(1e-3);
  });

  test('the certainty equivalent tends to the expectation as the aversion tends to zero', () => {
    const curves = [
      cliff,
      payoutCurve(0, 0, [{ at: 95, slopeChange: 40 }]),
      payoutCurve(7, 3, [{ at: 104, jump: 50 }]),
    ];
    for (const curve of curves) {
      const wanted = expectedPayout(curve, 101, 10);
      for (const r of [1e-9, 1e-11, 1e-13, 1e-15, 1e-18, 1e-300]) {
        // The true difference is about r/2 times the variance of pay, which is below 1e5 here.
        expect(Math.abs(certaintyEquivalent(curve, 101, 10, r) - wanted)).toBeLessThan(1e5 * r + 1e-3);
      }
    }
  });

  test('the certainty equivalent is finite for any aversion, noise and distance', () => {
    const curves = [
      cliff,
      payoutCurve(0, 0, [{ at: 100, slopeChange: 100 }]),
      payoutCurve(0, 100, [{ at: 100, slopeChange: -100 }]),
      payoutCurve(0, 0, [
        { at: 80, jump: 400, slopeChange: 10 },
        { at: 140, slopeChange: -10 },
      ]),
      payoutCurve(0, 0, [
        { at: 100, jump: -800 },
        { at: 120, slopeChange: -60 },
      ]),
    ];
    const bad: string[] = [];
    curves.forEach((curve, i) => {
      for (const r of [1e-7, 1e-5, 1e-3, 0.1, 1]) {
        for (const sd of [1e-6, 0.01, 1, 10, 1000, 1e6]) {
          for (const mean of [-1000, 0, 60, 100, 140, 200, 1000]) {
            if (!Number.isFinite(certaintyEquivalent(curve, mean, sd, r)))
              bad.push(`curve ${i}, ${mean}, ${sd}, ${r}`);
          }
        }
      }
    });
    expect(bad.slice(0, 3)).toEqual([]);
  });
});

describe('the maximum pay for one more unit', () => {
  test('the steepest slope is the maximum over the pieces of an increasing curve', () => {
    expect(payoutCurve(5, 2).steepest).toBe(2);
    expect(
      payoutCurve(0, 1, [
        { at: 5, slopeChange: 3 },
        { at: 9, slopeChange: -2 },
      ]).steepest,
    ).toBe(4);
    // A cap: the last slope is 0 up to rounding.
    expect(
      payoutCurve(0, 0.1, [
        { at: 1, slopeChange: 0.2 },
        { at: 2, slopeChange: -(0.1 + 0.2) },
      ]).steepest,
    ).toBeCloseTo(0.3, 12);
  });

  test('the steepest slope is infinite if pay jumps or falls', () => {
    expect(cliff.steepest).toBe(Infinity);
    expect(payoutCurve(0, 1, [{ at: 5, jump: -1 }]).steepest).toBe(Infinity);
    expect(payoutCurve(0, 1, [{ at: 5, slopeChange: -1.001 }]).steepest).toBe(Infinity);
    expect(payoutCurve(0, -1).steepest).toBe(Infinity);
  });
});

test('the sum of curves on one metric pays the sum of their payouts', () => {
  const first = payoutCurve(10, 1, [{ at: 3, jump: 5 }]);
  const second = payoutCurve(7, 2, [
    { at: 3, slopeChange: 1 },
    { at: 8, jump: -2 },
  ]);
  for (const x of [0, 3, 5, 8, 12])
    expect(payoutAt(sumOfCurves([first, second]), x)).toBeCloseTo(
      payoutAt(first, x) + payoutAt(second, x),
      12,
    );
});
