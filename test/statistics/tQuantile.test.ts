import { describe, expect, test } from 'vitest';
import { normalQuantile } from '../../src/core/numeric/normal.ts';
import { tQuantile } from '../../src/statistics/tQuantile.ts';

const relative = (got: number, wanted: number) => Math.abs(got / wanted - 1);

describe('tQuantile', () => {
  test('the t quantile with one degree of freedom is the Cauchy quantile', () => {
    for (const p of [0.51, 0.6, 0.75, 0.9, 0.975, 0.995, 0.9995]) {
      expect(relative(tQuantile(p, 1), Math.tan(Math.PI * (p - 0.5)))).toBeLessThan(1e-11);
    }
  });

  test('the t quantile with two degrees of freedom is (2p - 1) / sqrt(2p(1 - p))', () => {
    for (const p of [0.51, 0.6, 0.75, 0.9, 0.975, 0.995, 0.9995]) {
      expect(relative(tQuantile(p, 2), (2 * p - 1) / Math.sqrt(2 * p * (1 - p)))).toBeLessThan(1e-12);
    }
  });

  test('the t quantile with four degrees of freedom is the closed form with the arc cosine', () => {
    for (const p of [0.6, 0.9, 0.975, 0.995]) {
      const alpha = 4 * p * (1 - p);
      const q = Math.cos(Math.acos(Math.sqrt(alpha)) / 3) / Math.sqrt(alpha);
      expect(relative(tQuantile(p, 4), 2 * Math.sqrt(q - 1))).toBeLessThan(1e-12);
    }
  });

  test.each([
    [0.975, 5, 2.570582],
    [0.975, 10, 2.228139],
    [0.975, 29, 2.04523],
    [0.995, 9, 3.249836],
    [0.95, 20, 1.724718],
  ])('the t quantile at %d with %d degrees of freedom equals the tabulated value', (p, nu, t) => {
    expect(Math.abs(tQuantile(p, nu) - t)).toBeLessThan(5.1e-7);
  });

  test('the t quantile is odd about 1/2', () => {
    expect(tQuantile(0.5, 7)).toBe(0);
    expect(tQuantile(0.125, 7)).toBe(-tQuantile(0.875, 7));
  });

  test('the t quantile follows its Cornish-Fisher series up to a million degrees of freedom, then is normal', () => {
    // Cornish-Fisher: t = z + (z^3 + z) / (4 nu) + (5 z^5 + 16 z^3 + 3 z) / (96 nu^2) + ...
    for (const p of [0.9, 0.975, 0.9995]) {
      const z = normalQuantile(p);
      for (const nu of [1e4, 1e5, 1e6]) {
        const series = z + (z ** 3 + z) / (4 * nu) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * nu * nu);
        expect(Math.abs(tQuantile(p, nu) - series)).toBeLessThan(1e-9);
      }
      expect(tQuantile(p, 1e6 + 1)).toBe(z);
    }
  });

  test('the t quantile falls as the degrees of freedom rise', () => {
    let last = Number.POSITIVE_INFINITY;
    for (let nu = 1; nu < 3000; nu = Math.ceil(nu * 1.3)) {
      const t = tQuantile(0.975, nu);
      expect(t).toBeLessThan(last);
      last = t;
    }
  });
});
