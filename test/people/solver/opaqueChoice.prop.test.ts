import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseUnderOpacity, type Prospect } from '../../../src/people/solver/opaqueChoice.ts';
import { QuadraticChoice } from '../../../src/people/solver/quadraticChoice.ts';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const problem = fc.integer({ min: 1, max: 5 }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    root: fc.array(number(-1, 1), { minLength: size * size, maxLength: size * size }),
    ways: fc.array(
      fc.record({
        chance: number(0.1, 1),
        base: number(-2, 2),
        slope: fc.array(number(-2, 2), { minLength: size, maxLength: size }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    room: number(0.05, 3),
    r: fc.constantFrom(0, 0.1, 1, 8),
  }),
);

type Problem = typeof problem extends fc.Arbitrary<infer P> ? P : never;

function setUp({ size, root, ways, room }: Problem) {
  // C = R R' + I/5: positive definite.
  const cost = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) {
      let sum = i === j ? 0.2 : 0;
      for (let k = 0; k < size; k++) sum += root[i * size + k] * root[j * size + k];
      cost[i * size + j] = sum;
    }
  const total = ways.reduce((sum, way) => sum + way.chance, 0);
  const prospects = ways.map(
    ({ chance, base, slope }): Prospect => ({
      chanceShare: chance / total,
      baseUsd: base,
      slope: Float64Array.from(slope),
    }),
  );
  return {
    cost,
    prospects,
    lower: new Float64Array(size).fill(-room / 2),
    upper: new Float64Array(size).fill(room),
  };
}

/** The objective, written from its definition. */
function worthOf(d: Float64Array, prospects: readonly Prospect[], cost: Float64Array, r: number): number {
  const worth = prospects.map(({ baseUsd, slope }) => slope.reduce((sum, s, k) => sum + s * d[k], baseUsd));
  const effort = d.reduce(
    (sum, a, i) => sum + d.reduce((inner, b, j) => inner + 0.5 * a * cost[i * d.length + j] * b, 0),
    0,
  );
  const mean = prospects.reduce(
    (sum, { chanceShare }, b) => sum + chanceShare * (r > 0 ? Math.exp(-r * worth[b]) : worth[b]),
    0,
  );
  return (r > 0 ? -Math.log(mean) / r : mean) - effort;
}

describe('a choice under opacity', () => {
  test('a choice under opacity has its reported value, and no move along a line improves it', () => {
    fc.assert(
      fc.property(problem, fc.array(number(-1, 1), { minLength: 5, maxLength: 5 }), (given, direction) => {
        const { cost, prospects, lower, upper } = setUp(given);
        const { change, valueUsd } = chooseUnderOpacity(prospects, cost, lower, upper, given.r);
        expect(valueUsd).toBeCloseTo(worthOf(change, prospects, cost, given.r), 9);
        for (const step of [1e-4, 1e-2, 0.3, 2]) {
          const other = change.map((d, k) => Math.min(upper[k], Math.max(lower[k], d + step * direction[k])));
          expect(worthOf(other, prospects, cost, given.r)).toBeLessThanOrEqual(valueUsd + 1e-10);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('with one way of paying, or without risk aversion, the choice is the quadratic choice', () => {
    fc.assert(
      fc.property(problem, (given) => {
        const { cost, prospects, lower, upper } = setUp(given);
        const alone = given.ways.length === 1 ? given.r : 0;
        const { change } = chooseUnderOpacity(prospects, cost, lower, upper, alone);
        const plain = new QuadraticChoice(given.size);
        for (let k = 0; k < given.size; k++) {
          plain.slope[k] = prospects.reduce((sum, { chanceShare, slope }) => sum + chanceShare * slope[k], 0);
          plain.lower[k] = lower[k];
          plain.upper[k] = upper[k];
        }
        plain.solve(cost);
        for (let k = 0; k < given.size; k++) expect(change[k]).toBeCloseTo(plain.change[k], 8);
      }),
      { numRuns: 200 },
    );
  });

  test('the value stays accurate for tiny risk aversion, and probabilities need not sum to exactly 1', () => {
    const ways = [0.7, 0.3000005].map((chanceShare, b) => ({
      chanceShare,
      baseUsd: b * 100,
      slope: Float64Array.of(10_000 + b),
    }));
    const answer = (r: number) =>
      chooseUnderOpacity(ways, Float64Array.of(10_000), Float64Array.of(-9), Float64Array.of(9), r).valueUsd;
    for (const r of [1e-7, 1e-9, 1e-12, 1e-16, 1e-20])
      expect(Math.abs(answer(r) - answer(0))).toBeLessThan(1e-3);
  });
});
