import { expect, describe as group, test } from 'vitest';
import { defined, describe, interval } from '../../src/statistics/describe.ts';

group('describe', () => {
  test('describe gives the mean, standard error and t interval of a small sample', () => {
    // By hand: mean 5, variance 20/3, se sqrt(5/3), t(0.975, 3) = 3.182446305284263.
    const summary = describe(Float64Array.of(2, 4, 6, 8))!;
    expect(summary.n).toBe(4);
    expect(summary.mean).toBe(5);
    expect(Math.abs(summary.se - Math.sqrt(5 / 3))).toBeLessThan(1e-15);
    expect(Math.abs(summary.ci95[0] - (5 - 3.182446305284263 * Math.sqrt(5 / 3)))).toBeLessThan(1e-11);
    expect(Math.abs(summary.ci95[1] - (5 + 3.182446305284263 * Math.sqrt(5 / 3)))).toBeLessThan(1e-11);
  });

  test('describe leaves out undefined values and counts only the others', () => {
    const with_ = describe(Float64Array.of(Number.NaN, 2, 4, Number.NaN, 6, 8))!;
    expect(with_).toEqual(describe(Float64Array.of(2, 4, 6, 8)));
    expect(describe(Float64Array.of(Number.NaN, Number.NaN))).toBeUndefined();
    expect(describe(new Float64Array(0))).toBeUndefined();
  });

  test.each([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('describe refuses %d', (value) => {
    expect(() => describe(Float64Array.of(1, value, 2))).toThrow(RangeError);
    expect(() => defined(Float64Array.of(Number.NaN, value))).toThrow(RangeError);
  });

  test('describe does not modify the sample', () => {
    const sample = Float64Array.of(3, 1, 2);
    describe(sample);
    expect([...sample]).toEqual([3, 1, 2]);
  });

  test('quantiles order numbers by size, not as text', () => {
    const sample = Float64Array.from({ length: 101 }, (_, i) => (i * 37) % 101);
    const { p10, p50, p90 } = describe(sample)!;
    expect([p10, p50, p90]).toEqual([10, 50, 90]);
  });

  test('describe keeps its precision if the mean is large relative to the spread', () => {
    const { mean, se } = describe(Float64Array.of(1e9 + 1, 1e9 + 2, 1e9 + 3))!;
    expect(mean).toBe(1e9 + 2);
    expect(Math.abs(se - Math.sqrt(1 / 3))).toBeLessThan(1e-15);
  });

  test('a single value is its own summary', () => {
    expect(describe(Float64Array.of(7))).toEqual({
      n: 1,
      mean: 7,
      sd: 0,
      se: 0,
      ci95: [7, 7],
      p10: 7,
      p50: 7,
      p90: 7,
    });
  });

  test("the interval of zeros and ones is Wilson's", () => {
    // 15 of 20: (0.5313, 0.8881), a textbook value.
    const sample = Float64Array.from({ length: 20 }, (_, i) => (i < 15 ? 1 : 0));
    const { ci95 } = describe(sample)!;
    expect(Math.abs(ci95[0] - 0.5313)).toBeLessThan(5e-5);
    expect(Math.abs(ci95[1] - 0.8881)).toBeLessThan(5e-5);
  });

  test("Wilson's interval does not collapse when all values agree, and mirrors that of the complement", () => {
    const z2 = 1.959963984540054 ** 2;
    const none = describe(new Float64Array(30))!.ci95;
    const all = describe(new Float64Array(30).fill(1))!.ci95;
    expect(none[0]).toBe(0);
    expect(Math.abs(none[1] - z2 / (30 + z2))).toBeLessThan(1e-12);
    expect(Math.abs(all[0] - (1 - none[1]))).toBeLessThan(1e-15);
    expect(all[1]).toBe(1);
  });

  test('a higher level gives a wider interval around the same centre', () => {
    const values = Float64Array.of(1, 2, 4, 9);
    const [low95, high95] = interval(values, 4, 1.8, 0.95);
    const [low99, high99] = interval(values, 4, 1.8, 0.99);
    expect(low99).toBeLessThan(low95);
    expect(high99).toBeGreaterThan(high95);
    expect(Math.abs(high99 - 4 - (4 - low99))).toBeLessThan(1e-14);
  });
});
