import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choleskyOf } from '../../src/core/numeric/cholesky.ts';
import { gaussLegendre } from '../../src/core/numeric/gaussLegendre.ts';
import { normalCdf, normalDensity, normalQuantile } from '../../src/core/numeric/normal.ts';
import { certaintyEquivalent } from '../../src/plans/certaintyEquivalent.ts';
import { expectedPayout } from '../../src/plans/expectedPayout.ts';
import { JointPay, type JointTerms } from '../../src/plans/jointPay.ts';
import { payoutAt, payoutCurve } from '../../src/plans/payoutCurve.ts';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const curves = fc
  .record({
    base: number(-1, 1),
    slope: number(-0.5, 1),
    kinks: fc.array(fc.record({ at: number(-2, 2), slopeChange: number(-1, 1), jump: number(-1, 2) }), {
      maxLength: 3,
    }),
  })
  .map(({ base, slope, kinks }) => payoutCurve(base, slope, kinks));

const CLIFF = payoutCurve(0, 0, [{ at: 0, jump: 1 }]);
const correlated = (rho: number) => [
  [1, rho],
  [rho, 1],
];

describe('pay on jointly valued metrics', () => {
  test('separable pay on independent metrics is worth the sum of its parts', () => {
    fc.assert(
      fc.property(
        fc.array(curves, { minLength: 1, maxLength: 2 }),
        number(-1, 1),
        number(0, 2),
        (parts, mean, r) => {
          const sds = [0.7, 1.3];
          const joint = new JointPay({
            components: parts.map((curve, row) => ({ row, curve, gates: [] })),
            covariance: parts.map((_, i) => parts.map((__, j) => (i === j ? sds[i] * sds[i] : 0))),
            riskAversionPerUsd: r,
          });
          const means = parts.map((_, i) => mean * (i + 1));
          const apart = parts.reduce(
            (sum, curve, i) => sum + certaintyEquivalent(curve, means[i], sds[i], r),
            0,
          );
          expect(Math.abs(joint.equivalent(means) - apart)).toBeLessThan(1e-9);
          const expected = parts.reduce((sum, curve, i) => sum + expectedPayout(curve, means[i], sds[i]), 0);
          expect(Math.abs(joint.expected(means) - expected)).toBeLessThan(1e-9);
        },
      ),
      { seed: 4, numRuns: 100 },
    );
  });

  test.each([-0.9, -0.5, 0, 0.3, 0.8, 0.99])(
    'a bonus behind a gate at a correlation of %f is paid with the quadrant probability',
    (rho) => {
      const joint = new JointPay({
        components: [{ row: 0, curve: CLIFF, gates: [{ row: 1, level: 0 }] }],
        covariance: correlated(rho),
        riskAversionPerUsd: 0,
      });
      expect(joint.expected([0, 0])).toBeCloseTo(0.25 + Math.asin(rho) / (2 * Math.PI), 9);
    },
  );

  test('three goals at once are met with the octant probability', () => {
    const [ab, ac, bc] = [0.3, -0.2, 0.5];
    const joint = new JointPay({
      components: [
        {
          row: 0,
          curve: CLIFF,
          gates: [
            { row: 1, level: 0 },
            { row: 2, level: 0 },
          ],
        },
      ],
      covariance: [
        [1, ab, ac],
        [ab, 1, bc],
        [ac, bc, 1],
      ],
      riskAversionPerUsd: 0,
    });
    const octant = 1 / 8 + (Math.asin(ab) + Math.asin(ac) + Math.asin(bc)) / (4 * Math.PI);
    expect(joint.expected([0, 0, 0])).toBeCloseTo(octant, 8);
  });

  test('a cap on total linear pay is a cap on a normal amount', () => {
    fc.assert(
      fc.property(
        number(-0.95, 0.95),
        number(-1, 2),
        number(0, 2),
        number(0.2, 1.5),
        (rho, cap, r, second) => {
          const joint = new JointPay({
            components: [
              { row: 0, curve: payoutCurve(0, 1), gates: [] },
              { row: 1, curve: payoutCurve(0, second), gates: [] },
            ],
            covariance: correlated(rho),
            capUsd: cap,
            riskAversionPerUsd: r,
          });
          const sd = Math.sqrt(1 + second * second + 2 * rho * second);
          const capped = payoutCurve(0, 1, [{ at: cap, slopeChange: -1 }]);
          const mean = 0.3 + second * 0.4;
          expect(
            Math.abs(joint.equivalent([0.3, 0.4]) - certaintyEquivalent(capped, mean, sd, r)),
          ).toBeLessThan(1e-8);
        },
      ),
      { seed: 5, numRuns: 100 },
    );
  });

  test('the quadrature agrees with the average over draws', () => {
    fc.assert(
      fc.property(
        curves,
        curves,
        number(-0.9, 0.9),
        number(0, 1),
        number(-1, 3),
        (first, second, rho, r, cap) => {
          const terms: JointTerms = {
            components: [
              { row: 0, curve: first, gates: [{ row: 1, level: -0.3 }] },
              { row: 1, curve: second, gates: [] },
            ],
            covariance: correlated(rho),
            capUsd: cap,
            riskAversionPerUsd: r,
          };
          const joint = new JointPay(terms);
          const root = choleskyOf(terms.covariance);
          const n = 40_000;
          let sum = 0;
          let squares = 0;
          for (let i = 0; i < n; i++) {
            // A low-discrepancy sequence is at least as accurate as independent draws.
            const a = normalQuantile(((i + 0.5) * 0.7548776662466927) % 1 || 0.5);
            const b = normalQuantile(((i + 0.5) * 0.5698402909980532) % 1 || 0.5);
            const x = 0.2 + root[0][0] * a;
            const y = -0.1 + root[1][0] * a + root[1][1] * b;
            const pay = Math.min(cap, (y >= -0.3 ? payoutAt(first, x) : 0) + payoutAt(second, y));
            const worth = r > 0 ? Math.exp(-r * pay) : pay;
            sum += worth;
            squares += worth * worth;
          }
          const mean = sum / n;
          const se = Math.sqrt(Math.max(1e-18, squares / n - mean * mean) / n);
          const found = joint.equivalent([0.2, -0.1]);
          expect(Math.abs((r > 0 ? Math.exp(-r * found) : found) - mean)).toBeLessThan(4 * se + 1e-9);
        },
      ),
      { seed: 6, numRuns: 60 },
    );
  });

  test('the value does not depend on the order of the metrics, wherever the cap lies', () => {
    fc.assert(
      fc.property(
        curves,
        number(0.2, 2),
        number(-0.9, 0.9),
        number(0, 1),
        number(-1, 2),
        (curve, slope, rho, r, cap) => {
          const line = payoutCurve(0, slope);
          const common = { capUsd: cap, riskAversionPerUsd: r, covariance: correlated(rho) };
          const there = new JointPay({
            ...common,
            components: [
              { row: 0, curve: line, gates: [{ row: 1, level: 0.4 }] },
              { row: 1, curve, gates: [] },
            ],
          });
          const back = new JointPay({
            ...common,
            components: [
              { row: 1, curve: line, gates: [{ row: 0, level: 0.4 }] },
              { row: 0, curve, gates: [] },
            ],
          });
          expect(Math.abs(there.equivalent([0.1, 0.3]) - back.equivalent([0.3, 0.1]))).toBeLessThan(1e-9);
        },
      ),
      { seed: 16, numRuns: 100 },
    );
  });

  test('a capped payment behind a gate has the expectation found by direct summation', () => {
    // min(K, b x) where y is above 0, else 0: integrated over y in closed form given x.
    const [cap, slope, rho] = [0.7, 2, 0.5];
    const joint = new JointPay({
      components: [{ row: 0, curve: payoutCurve(0, slope), gates: [{ row: 1, level: 0 }] }],
      covariance: correlated(rho),
      capUsd: cap,
      riskAversionPerUsd: 0,
    });
    let sum = 0;
    const h = 1e-4;
    for (let x = -9; x < 9; x += h) {
      const middle = x + h / 2;
      const open = normalCdf((rho * middle) / Math.sqrt(1 - rho * rho));
      sum += Math.min(cap, slope * middle) * open * normalDensity(middle) * h;
    }
    expect(Math.abs(joint.expected([0, 0]) - sum)).toBeLessThan(1e-7);
  });

  test.each([2, 6, 10, 15])(
    'linear pay has its closed-form value when risk aversion moves the integrand by %i standard deviations',
    (tilt) => {
      const joint = new JointPay({
        components: [0, 1].map((row) => ({ row, curve: payoutCurve(0, 100), gates: [] })),
        covariance: correlated(0),
        riskAversionPerUsd: tilt / 100,
      });
      const each = 50 - (tilt / 200) * 100 * 100;
      expect(joint.equivalent([0.5, 0.5]) / (2 * each)).toBeCloseTo(1, 9);
    },
  );

  test('more than three metrics, or linearly dependent metrics, are refused', () => {
    const four = Array.from({ length: 4 }, (_, i) => Array.from({ length: 4 }, (__, j) => (i === j ? 1 : 0)));
    expect(() => new JointPay({ components: [], covariance: four, riskAversionPerUsd: 0 })).toThrow(
      RangeError,
    );
    expect(() => new JointPay({ components: [], covariance: correlated(1), riskAversionPerUsd: 0 })).toThrow(
      RangeError,
    );
  });
});

test.each([1, 2, 5, 10, 16])(
  'quadrature with %i nodes is exact for polynomials of a degree below twice that number',
  (n) => {
    const { nodes, weights } = gaussLegendre(n);
    for (let degree = 0; degree < 2 * n; degree++) {
      const sum = nodes.reduce((total, x, i) => total + weights[i] * x ** degree, 0);
      expect(sum).toBeCloseTo(degree % 2 === 0 ? 2 / (degree + 1) : 0, 12);
    }
  },
);
