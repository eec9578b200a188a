import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { intensityFor, responseTo } from '../../../src/people/solver/response.ts';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const elasticities = fc.oneof(fc.constant(1), number(0.1, 1));
const weights = fc.oneof(fc.constant(1), number(0.1, 1));

describe('the response to one person’s intensity', () => {
  test("the response is 0 at the baseline, whatever the person's share of the hours", () => {
    fc.assert(
      fc.property(elasticities, weights, (elasticity, weight) => {
        expect(Math.abs(responseTo(1, elasticity, weight))).toBeLessThan(1e-15);
      }),
    );
  });

  test('the response is that of the joint level, with everybody else at baseline', () => {
    fc.assert(
      fc.property(number(0.05, 6), elasticities, weights, (intensity, elasticity, weight) => {
        const level = weight * intensity + (1 - weight);
        expect(responseTo(intensity, elasticity, weight)).toBeCloseTo(level ** elasticity - 1, 12);
      }),
    );
  });

  test('intensityFor inverts responseTo', () => {
    fc.assert(
      fc.property(number(0.05, 6), elasticities, weights, (intensity, elasticity, weight) => {
        const back = intensityFor(responseTo(intensity, elasticity, weight), elasticity, weight);
        expect(back).toBeCloseTo(intensity, 9);
      }),
    );
  });

  test('without others and with constant returns the response is exactly the intensity less 1', () => {
    fc.assert(
      fc.property(number(0.05, 6), (intensity) => {
        expect(responseTo(intensity, 1, 1)).toBe(intensity - 1);
      }),
    );
  });
});
