import { describe, expect, test } from 'vitest';
import { payoutAt, payoutCurve } from '../../src/plans/payoutCurve.ts';
import { productCurve } from '../../src/plans/productCurve.ts';

const rate = payoutCurve(0, 0.1);

describe('pay times conditions on the same metric', () => {
  test('a gate leaves nothing below its level and everything from it on', () => {
    const gated = productCurve(rate, [payoutCurve(0, 0, [{ at: 100, jump: 1 }])]);
    expect([0, 99.999, 100, 150, 1000].map((x) => payoutAt(gated, x))).toEqual([
      0,
      expect.closeTo(0, 6),
      expect.closeTo(10, 9),
      expect.closeTo(15, 9),
      expect.closeTo(100, 9),
    ]);
  });

  test('a sloping multiplier is within a hundredth of the product everywhere, and a cap holds', () => {
    const times = payoutCurve(0.8, 0, [
      { at: 60, slopeChange: 0.02 },
      { at: 80, slopeChange: -0.02 },
    ]);
    const product = productCurve(rate, [times], 11);
    for (let x = 0; x < 300; x += 0.7) {
      const exact = Math.min(11, payoutAt(rate, x) * payoutAt(times, x));
      expect(Math.abs(payoutAt(product, x) - exact)).toBeLessThan(0.1);
    }
  });

  test('without conditions it is the same curve', () => {
    expect(productCurve(rate, [])).toBe(rate);
  });
});
