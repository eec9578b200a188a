import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { certaintyEquivalent, certaintyEquivalentSlope } from '../../src/plans/certaintyEquivalent.ts';
import { expectedPayout, expectedPayoutSlope } from '../../src/plans/expectedPayout.ts';
import { type PayoutCurve, payoutAt, payoutCurve } from '../../src/plans/payoutCurve.ts';

const grid = (low: number, high: number) =>
  fc.integer({ min: 0, max: 10_000 }).map((i) => low + ((high - low) * i) / 10_000);

/** Arbitrary curves: up to five kinks and jumps, up and down, around a metric of 100. */
const curves = fc
  .record({
    base: grid(-2000, 5000),
    slope: fc.oneof(fc.constant(0), grid(-60, 120)),
    kinks: fc.array(
      fc.record({
        at: grid(60, 140),
        slopeChange: fc.oneof(fc.constant(0), grid(-100, 100)),
        jump: fc.oneof(fc.constant(0), grid(-3000, 6000)),
      }),
      { maxLength: 5 },
    ),
  })
  .map(({ base, slope, kinks }) => payoutCurve(base, slope, kinks));
const means = grid(50, 150);
const sds = grid(0.5, 40);
const aversions = fc.constantFrom(1e-6, 2e-5, 1e-4, 5e-4);

/**
 * Simpson points of pay under normal noise as [weight, pay, z], within `reach` standard deviations, split at
 * knots and at steps. Pay at a knot is one-sided, so each piece is evaluated on its own straight line.
 */
function pointsOf(curve: PayoutCurve, mean: number, sd: number, reach: number, step: number, n: number) {
  const ends = [...curve.knots].map((knot) => (knot - mean) / sd).filter((z) => Math.abs(z) < reach);
  for (let z = -reach; z <= reach; z += step) ends.push(z);
  ends.sort((a, b) => a - b);
  const points: [weight: number, pay: number, z: number][] = [];
  for (let i = 1; i < ends.length; i++) {
    const [from, to] = [ends[i - 1], ends[i]];
    if (to - from < 1e-12) continue;
    const third = (to - from) / 3;
    const left = payoutAt(curve, mean + sd * (from + third));
    const slope = (payoutAt(curve, mean + sd * (to - third)) - left) / third;
    const h = (to - from) / n;
    for (let j = 0; j <= n; j++) {
      const z = from + j * h;
      const weight = j === 0 || j === n ? 1 : j % 2 === 1 ? 4 : 2;
      points.push([(weight * h) / 3, left + slope * (z - from - third), z]);
    }
  }
  return points;
}

/** Mean of f(pay) by quadrature over 12 standard deviations on either side. */
function quadrature(curve: PayoutCurve, mean: number, sd: number, f: (pay: number) => number): number {
  let total = 0;
  for (const [weight, pay, z] of pointsOf(curve, mean, sd, 12, 0.5, 128))
    total += weight * f(pay) * Math.exp(-0.5 * z * z);
  return total / Math.sqrt(2 * Math.PI);
}

/**
 * Certainty equivalent by quadrature, summed relative to the largest exponent; needed for risk aversions at
 * which exponentials leave the range of doubles.
 */
function equivalentByQuadrature(curve: PayoutCurve, mean: number, sd: number, r: number): number {
  const terms = pointsOf(curve, mean, sd, 50, 0.25, 64).map(
    ([weight, pay, z]) => Math.log(weight) - r * pay - 0.5 * z * z,
  );
  const largest = terms.reduce((most, term) => Math.max(most, term), -Infinity);
  const sum = terms.reduce((total, term) => total + Math.exp(term - largest), 0);
  return -(largest + Math.log(sum / Math.sqrt(2 * Math.PI))) / r;
}

const check = (property: fc.IProperty<never> | fc.IPropertyWithHooks<never>, numRuns = 400) =>
  fc.assert(property as fc.IProperty<never>, { seed: 77, numRuns });
const given = <T extends [unknown, ...unknown[]]>(
  arbitraries: { [K in keyof T]: fc.Arbitrary<T[K]> },
  predicate: (...values: T) => void,
) =>
  fc.property(
    ...(arbitraries as unknown as [fc.Arbitrary<unknown>]),
    predicate as unknown as (value: unknown) => void,
  ) as never;

describe('any payout curve', () => {
  test('the expected pay of any curve equals quadrature', () => {
    check(
      given<[PayoutCurve, number, number]>([curves, means, sds], (curve, mean, sd) => {
        const wanted = quadrature(curve, mean, sd, (pay) => pay);
        expect(Math.abs(expectedPayout(curve, mean, sd) - wanted)).toBeLessThan(1e-6);
      }),
    );
  });

  test('expectedPayoutSlope is the derivative of expected pay', () => {
    check(
      given<[PayoutCurve, number, number]>([curves, means, sds], (curve, mean, sd) => {
        // Five-point difference: error h^4 f''''' / 30, with h = sd / 200 far below the rounding of the sum.
        const h = sd / 200;
        const at = (k: number) => expectedPayout(curve, mean + k * h, sd);
        const wanted = (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * h);
        const scale = curve.jumps.reduce((sum, jump) => sum + Math.abs(jump) / sd, 500);
        expect(Math.abs(expectedPayoutSlope(curve, mean, sd) - wanted)).toBeLessThan(1e-8 * scale);
      }),
    );
  });

  test('the certainty equivalent of any curve equals quadrature', () => {
    check(
      given<[PayoutCurve, number, number, number]>([curves, means, sds, aversions], (curve, mean, sd, r) => {
        const anchor = expectedPayout(curve, mean, sd);
        const pay = (z: number) => payoutAt(curve, mean + sd * z);
        // Quadrature is reliable only if the tilted integrand lies well within twelve standard deviations.
        const steepest = Math.max(Math.abs(pay(13) - pay(12)), Math.abs(pay(-12) - pay(-13)));
        fc.pre(r * steepest < 4);
        const wanted = anchor - Math.log(quadrature(curve, mean, sd, (x) => Math.exp(-r * (x - anchor)))) / r;
        const got = certaintyEquivalent(curve, mean, sd, r);
        expect(Math.abs(got - wanted)).toBeLessThan(1e-5 + 3e-11 / r);
      }),
    );
  });

  test('certaintyEquivalentSlope is the derivative of the certainty equivalent', () => {
    check(
      given<[PayoutCurve, number, number, number]>([curves, means, sds, aversions], (curve, mean, sd, r) => {
        const h = sd / 200;
        const at = (k: number) => certaintyEquivalent(curve, mean + k * h, sd, r);
        const wanted = (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * h);
        const scale = curve.jumps.reduce((sum, jump) => sum + Math.abs(jump) / sd, 500);
        const steep =
          1 + r * sd * (Math.abs(curve.slope) + curve.slopeChanges.reduce((a, b) => a + Math.abs(b), 0));
        expect(Math.abs(certaintyEquivalentSlope(curve, mean, sd, r) - wanted)).toBeLessThan(
          1e-7 * scale * steep ** 4 + 1e-12 / (r * h),
        );
      }),
    );
  });

  test('the certainty equivalent is at most the expectation, and never rises with risk aversion', () => {
    check(
      given<[PayoutCurve, number, number, number]>([curves, means, sds, aversions], (curve, mean, sd, r) => {
        const slack = 1e-6 + 1e-14 / r;
        const ce = certaintyEquivalent(curve, mean, sd, r);
        expect(ce).toBeLessThanOrEqual(expectedPayout(curve, mean, sd) + slack);
        expect(certaintyEquivalent(curve, mean, sd, 2 * r)).toBeLessThanOrEqual(ce + slack);
      }),
    );
  });

  test('a free chance of an extra bonus never lowers the certainty equivalent', () => {
    check(
      given<[PayoutCurve, number, number, number, number, number]>(
        [curves, means, sds, aversions, means, grid(0, 5000)],
        (curve, mean, sd, r, at, jump) => {
          const kinks = [...curve.knots].map((knot, i) => ({
            at: knot,
            slopeChange: curve.slopeChanges[i],
            jump: curve.jumps[i],
          }));
          const better = payoutCurve(curve.base, curve.slope, [...kinks, { at, jump }]);
          const slack = 1e-6 + 1e-14 / r;
          expect(certaintyEquivalent(better, mean, sd, r)).toBeGreaterThanOrEqual(
            certaintyEquivalent(curve, mean, sd, r) - slack,
          );
          expect(expectedPayout(better, mean, sd)).toBeGreaterThanOrEqual(
            expectedPayout(curve, mean, sd) - 1e-9,
          );
        },
      ),
    );
  });

  test('a rise of the base raises the certainty equivalent by the same amount', () => {
    check(
      given<[PayoutCurve, number, number, number]>([curves, means, sds, aversions], (curve, mean, sd, r) => {
        const richer = { ...curve, base: curve.base + 1234.5 };
        const gain = certaintyEquivalent(richer, mean, sd, r) - certaintyEquivalent(curve, mean, sd, r);
        expect(Math.abs(gain - 1234.5)).toBeLessThan(1e-6 + 1e-14 / r);
      }),
    );
  });

  test('the certainty equivalent of a step function lies between its lowest and highest step', () => {
    const steps = fc
      .array(fc.record({ at: grid(60, 140), jump: grid(-3000, 6000) }), { minLength: 1, maxLength: 5 })
      .map((kinks) => payoutCurve(100, 0, kinks));
    check(
      given<[PayoutCurve, number, number, number]>(
        [steps, grid(-400, 600), sds, fc.constantFrom(1e-5, 1e-3, 0.01, 0.1, 1)],
        (curve, mean, sd, r) => {
          const levels = [100, ...Array.from(curve.knots, (knot) => payoutAt(curve, knot))];
          const ce = certaintyEquivalent(curve, mean, sd, r);
          expect(ce).toBeGreaterThanOrEqual(Math.min(...levels) - 1e-6);
          expect(ce).toBeLessThanOrEqual(Math.max(...levels) + 1e-6);
        },
      ),
    );
  });

  test('the certainty equivalent equals quadrature at extreme risk aversion', () => {
    check(
      given<[PayoutCurve, number, number, number]>(
        [curves, grid(55, 145), grid(0.05, 0.3), fc.constantFrom(0.05, 0.1, 0.2)],
        (curve, mean, sd, r) => {
          const wanted = equivalentByQuadrature(curve, mean, sd, r);
          expect(Math.abs(certaintyEquivalent(curve, mean, sd, r) - wanted)).toBeLessThan(
            1e-4 * (1 + Math.abs(wanted) / 1000),
          );
        },
      ),
      150,
    );
  });

  test('the certainty equivalent of a curve with forty kinks equals quadrature, even after a curve with one', () => {
    const many = payoutCurve(
      100,
      2,
      Array.from({ length: 40 }, (_, i) => ({
        at: 60 + 2 * i,
        slopeChange: i % 3 === 0 ? 30 : -10,
        jump: i % 7 === 0 ? 200 : 0,
      })),
    );
    for (const r of [1e-4, 5e-3]) {
      certaintyEquivalent(payoutCurve(0, 1, [{ at: 0, slopeChange: 1 }]), 100, 10, r);
      for (const mean of [70, 100, 130])
        expect(
          Math.abs(certaintyEquivalent(many, mean, 12, r) - equivalentByQuadrature(many, mean, 12, r)),
        ).toBeLessThan(1e-4);
    }
  });
});
