import fc from 'fast-check';
import { linearRegression } from 'simple-statistics';
import { describe, expect, test } from 'vitest';
import { controlCoefficient } from '../../src/statistics/control.ts';

const number = fc.double({ min: -1e3, max: 1e3, noNaN: true });

describe('the control-variate coefficient', () => {
  test('the coefficient is the regression slope of the values on the control, over runs in which both are defined', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(number, fc.oneof({ weight: 5, arbitrary: number }, fc.constant(Number.NaN))), {
          minLength: 3,
          maxLength: 40,
        }),
        fc.array(fc.nat(39), { maxLength: 4 }),
        (pairs, undefinedControls) => {
          const control = Float64Array.from(pairs, ([c], i) =>
            undefinedControls.includes(i) ? Number.NaN : c,
          );
          const values = Float64Array.from(pairs, ([, v]) => v);
          const both = pairs.flatMap((_, i) =>
            Number.isNaN(values[i] - control[i]) ? [] : [[control[i], values[i]]],
          );
          const spread = Math.max(...both.map(([c]) => c)) - Math.min(...both.map(([c]) => c));
          fc.pre(both.length >= 2 && spread > 1);
          const slope = linearRegression(both).m;
          expect(Math.abs(controlCoefficient(values, control) - slope)).toBeLessThan(
            1e-6 * (1 + Math.abs(slope)),
          );
        },
      ),
      { numRuns: 300, seed: 11 },
    );
  });

  test('the coefficient is 0 if the control does not vary or nothing is defined', () => {
    expect(controlCoefficient(Float64Array.of(1, 2, 3), Float64Array.of(5, 5, 5))).toBe(0);
    expect(controlCoefficient(Float64Array.of(Number.NaN, 2), Float64Array.of(1, Number.NaN))).toBe(0);
  });

  test('the coefficient is exact if the values are a linear function of the control', () => {
    expect(controlCoefficient(Float64Array.of(7, 10, 13), Float64Array.of(-1, 0, 1))).toBe(3);
    expect(controlCoefficient(Float64Array.of(4, 2, 0), Float64Array.of(1, 2, 3))).toBe(-2);
  });
});
