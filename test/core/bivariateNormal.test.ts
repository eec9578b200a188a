import { expect, test } from 'vitest';
import { bivariateNormalCdf } from '../../src/core/numeric/bivariateNormal.ts';
import { normalCdf } from '../../src/core/numeric/normal.ts';

test.each([-0.95, -0.5, 0, 0.3, 0.8, 0.95])(
  'at the means with correlation %f a quadrant has 1/4 + asin(rho) / 2 pi',
  (rho) => {
    expect(bivariateNormalCdf(0, 0, rho)).toBeCloseTo(0.25 + Math.asin(rho) / (2 * Math.PI), 5);
  },
);

test('without a limit it is the other probability, and with one it is symmetric', () => {
  expect(bivariateNormalCdf(Infinity, 0.7, 0.6)).toBe(normalCdf(0.7));
  expect(bivariateNormalCdf(-Infinity, 0.7, 0.6)).toBe(0);
  expect(bivariateNormalCdf(0.3, -1.2, 0.7)).toBeCloseTo(bivariateNormalCdf(-1.2, 0.3, 0.7), 12);
  // P(X <= h) = P(X <= h, Y <= k) + P(X <= h, -Y <= -k).
  expect(bivariateNormalCdf(0.4, 0.9, 0.8) + bivariateNormalCdf(0.4, -0.9, -0.8)).toBeCloseTo(
    normalCdf(0.4),
    8,
  );
});
