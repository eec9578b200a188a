import { describe, expect, test } from 'vitest';
import { exp, log, pow } from '../../src/core/numeric/elementary.ts';
import { normalCdf, normalQuantile } from '../../src/core/numeric/normal.ts';

const SMALLEST_NORMAL = 2 ** -1022;

/** Deterministic numbers in [0, 1) from exact integer arithmetic: the same inputs on any machine. */
function* sequence(): Generator<number, never> {
  let state = 12_345;
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

function sample(count: number, low: number, high: number): number[] {
  const numbers = sequence();
  return Array.from({ length: count }, () => low + (high - low) * numbers.next().value);
}

const relative = (got: number, wanted: number) => (got === wanted ? 0 : Math.abs(got / wanted - 1));

/** FNV-1a over the big-endian bytes of the results: one changed bit anywhere changes the hash. */
function fingerprint(values: readonly number[]): string {
  const view = new DataView(new ArrayBuffer(8));
  let hash = 0x811c9dc5;
  for (const value of values) {
    view.setFloat64(0, value);
    for (let i = 0; i < 8; i++) hash = Math.imul(hash ^ view.getUint8(i), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

const hex = (value: number) => {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return view.getBigUint64(0).toString(16).padStart(16, '0');
};

describe('exp', () => {
  test('exp is within a relative 1e-15 of Math.exp wherever the result is a normal number', () => {
    for (const x of [
      ...sample(20_000, -708.39, 709.78),
      ...sample(20_000, -2, 2),
      ...sample(5000, -1e-8, 1e-8),
    ]) {
      expect(relative(exp(x), Math.exp(x))).toBeLessThan(1e-15);
    }
  });

  test('exp is within one unit of the last place in the subnormal range', () => {
    for (const x of sample(5000, -745.13, -708.4)) {
      expect(Math.abs(exp(x) - Math.exp(x))).toBeLessThanOrEqual(Number.MIN_VALUE);
    }
  });

  test('exp overflows and underflows at the limits of doubles', () => {
    expect(exp(709.782712893384)).toBeGreaterThan(1.797e308);
    expect(exp(709.782712893384)).toBeLessThan(Number.POSITIVE_INFINITY);
    expect(exp(709.7827128933841)).toBe(Number.POSITIVE_INFINITY);
    expect(exp(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
    expect(exp(-745.133219101941)).toBe(Number.MIN_VALUE);
    expect(exp(-745.1332191019412)).toBe(0);
    expect(exp(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(exp(Number.NaN)).toBeNaN();
  });

  test('exp(0) is exactly 1', () => {
    expect([exp(0), exp(-0)]).toEqual([1, 1]);
  });

  test('exp(1) is e, as in the documented example', () => {
    expect(exp(1)).toBe(2.7182818284590455);
    expect(Math.abs(exp(1) - Math.E)).toBeLessThanOrEqual(2 ** -51);
  });

  test('exp never decreases across the seams of the argument reduction', () => {
    for (let k = -1070; k <= 1022; k++) {
      const seam = (k + 0.5) * Math.LN2;
      const spacing = Math.max(2 ** -52, Math.abs(seam) * 2 ** -52);
      let last = 0;
      for (let i = -6; i <= 6; i++) {
        const value = exp(seam + i * spacing);
        expect(value).toBeGreaterThanOrEqual(last);
        last = value;
      }
    }
  });
});

describe('log', () => {
  test('log is within a relative 1e-15 of Math.log over all positive doubles', () => {
    for (const e of sample(20_000, -1074, 1023.99)) {
      const x = 2 ** e;
      if (x > 0) expect(relative(log(x), Math.log(x))).toBeLessThan(1e-15);
    }
    for (const x of sample(20_000, 0.4, 2.5)) expect(relative(log(x), Math.log(x))).toBeLessThan(1e-15);
    for (const d of sample(5000, -1e-6, 1e-6))
      expect(relative(log(1 + d), Math.log(1 + d))).toBeLessThan(1e-15);
  });

  test('log is exact at 0, 1 and infinity, and NaN for negative numbers', () => {
    expect(log(1)).toBe(0);
    expect([log(0), log(-0)]).toEqual([Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]);
    expect(log(-Number.MIN_VALUE)).toBeNaN();
    expect(log(Number.NaN)).toBeNaN();
    expect(log(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
    expect(relative(log(Number.MIN_VALUE), -744.4400719213812)).toBeLessThan(1e-15);
    expect(relative(log(Number.MAX_VALUE), 709.782712893384)).toBeLessThan(1e-15);
    expect(relative(log(SMALLEST_NORMAL), -708.3964185322641)).toBeLessThan(1e-15);
  });
});

describe('pow', () => {
  test('pow is within a relative 5e-15 of Math.pow for intensities and elasticities', () => {
    const exponents = sample(20_000, -2, 4);
    sample(20_000, 0.01, 10).forEach((base, i) => {
      expect(relative(pow(base, exponents[i]), base ** exponents[i])).toBeLessThan(5e-15);
    });
  });

  test('pow loses no more precision than the exponent of the result explains, over the whole range', () => {
    const exponents = sample(20_000, -3, 3);
    sample(20_000, -300, 300).forEach((e, i) => {
      const base = 10 ** (e / 3);
      const wanted = base ** exponents[i];
      if (!(wanted > SMALLEST_NORMAL && wanted < Number.POSITIVE_INFINITY)) return;
      expect(relative(pow(base, exponents[i]), wanted)).toBeLessThan(
        2 ** -51 * (2 + Math.abs(Math.log(wanted))),
      );
    });
  });

  test('pow is exact for base 0, base 1, exponent 0 and exponent 1', () => {
    expect([pow(0, 2), pow(0, -1), pow(0, 0), pow(1, 5), pow(7.3, 0), pow(7.3, 1)]).toEqual([
      0,
      Number.POSITIVE_INFINITY,
      1,
      1,
      1,
      7.3,
    ]);
  });

  test('pow of a negative base is NaN for any exponent, as documented', () => {
    expect(pow(-2, 0.5)).toBeNaN();
    expect(pow(-2, 2)).toBeNaN();
    expect(pow(-2, 1)).toBeNaN();
  });

  test('pow with exponent NaN is NaN, even for base 0', () => {
    expect(pow(2, Number.NaN)).toBeNaN();
    expect(pow(0, Number.NaN)).toBeNaN();
  });
});

describe('bits', () => {
  // If one of these changes on some platform or after an edit, every simulated number may change.
  test('ten thousand exponentials have the recorded bits', () => {
    expect(fingerprint(sample(10_000, -746, 710).map(exp))).toBe('d771924f');
  });

  test('ten thousand logarithms have the recorded bits', () => {
    expect(fingerprint(sample(10_000, 0, 1).map((x) => log(x * x * x * 1e6)))).toBe('69e100c7');
  });

  test('ten thousand powers have the recorded bits', () => {
    const exponents = sample(10_000, -3, 3);
    expect(fingerprint(sample(10_000, 0.001, 20).map((x, i) => pow(x, exponents[i])))).toBe('72bc6ec0');
  });

  test('ten thousand normal probabilities and quantiles have the recorded bits', () => {
    expect(fingerprint(sample(10_000, -39, 39).map(normalCdf))).toBe('f0829c43');
    expect(fingerprint(sample(10_000, 0, 1).map(normalQuantile))).toBe('e5c850fd');
  });

  test('selected single results have the recorded bits, so that a difference can be located', () => {
    expect(
      [exp(1.5), exp(-700.5), log(10), log(0.3), pow(2.5, 0.7), normalCdf(-1.5), normalQuantile(0.01)].map(
        hex,
      ),
    ).toEqual([
      '4011ed3fe64fc541',
      '00c4ff475c68ca02',
      '40026bb1bbb55516',
      'bff34378fcbda721',
      '3ffe62e5531fd7eb',
      '3fb11a46d89647ef',
      'c0029c5c4630ff0e',
    ]);
  });
});
