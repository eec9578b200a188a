import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cannotPay } from '../../../src/people/solver/cannotPay.ts';
import { Problem } from '../../../src/people/solver/problem.ts';
import { Value } from '../../../src/people/solver/value.ts';
import { payoutCurve } from '../../../src/plans/payoutCurve.ts';
import { setParabolas } from '../../support/parabola.ts';

/** Whether tactic k is discarded, and the largest gain from any of its intensities. */
function lookAt(problem: Problem, k: number, others: readonly number[], grid: number) {
  const value = new Value(problem);
  value.prepare();
  for (let i = 0; i < problem.tactics; i++) value.place(i, i === k ? 0 : others[i]);
  value.refresh();
  let most = -Infinity;
  for (let step = 1; step <= grid; step++)
    most = Math.max(most, value.gainOf(k, (problem.upper[k] * step) / grid, 0));
  return { givenUp: cannotPay(value, k), most };
}

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const problems = fc.record({
  rows: fc.array(
    fc.record({ top: number(50, 200), bottom: fc.constantFrom(0, 0, 40, 100), sd: number(0, 30) }),
    {
      minLength: 2,
      maxLength: 2,
    },
  ),
  /** Effects of the gaming and the productive tactic on each row: numerator, denominator, quadratic terms. */
  effects: fc.array(fc.tuple(number(-20, 40), number(-60, 15), number(-6, 6), number(-2, 2)), {
    minLength: 4,
    maxLength: 4,
  }),
  curves: fc.array(fc.record({ slope: number(0, 20), knot: number(20, 200), change: number(-20, 20) }), {
    minLength: 2,
    maxLength: 2,
  }),
  other: number(0.3, 2),
  cost: fc.constantFrom(0, 50, 300, 900, 3000),
  shadow: number(-100, 100),
  shadowBend: number(-20, 20),
  upper: number(0.2, 5),
  riskAversion: fc.constantFrom(0, 1e-5, 1e-3),
});

test('a gaming tactic that is discarded at once could not have paid at any intensity', () => {
  let givenUp = 0;
  fc.assert(
    fc.property(problems, (given) => {
      const problem = new Problem(2, 2, 3);
      given.rows.forEach(({ top, bottom, sd }, r) => {
        // Ratios are scaled like shares.
        problem.numerator[r] = top;
        problem.denominator[r] = bottom;
        problem.sd[r] = bottom > 0 ? sd / 100 : sd;
      });
      problem.productive.set([0, 1]);
      problem.cost.set([given.cost, 100]);
      problem.upper.set([given.upper, 3]);
      problem.riskAversionPerUsd = given.riskAversion;
      for (const k of [0, 1])
        setParabolas(problem, k, [
          [problem.laterColumn, k === 0 ? given.shadow : 0, k === 0 ? given.shadowBend : 0],
          ...[0, 1].flatMap((r): [number, number, number][] => {
            const [top, bottom, bend, bottomBend] = given.effects[2 * k + r];
            const isRatio = given.rows[r].bottom !== 0;
            return [
              [problem.topColumn(r), top, k === 0 ? bend : 0],
              [problem.bottomColumn(r), isRatio ? bottom : 0, isRatio && k === 0 ? bottomBend : 0],
            ];
          }),
        ]);
      given.curves.forEach(({ slope, knot, change }, r) => {
        const scale = given.rows[r].bottom > 0 ? 100 : 1;
        problem.addComponent(
          r,
          payoutCurve(0, slope * scale, [
            { at: knot / scale, slopeChange: Math.max(-slope, change) * scale },
          ]),
        );
      });
      const { givenUp: gone, most } = lookAt(problem, 0, [0, given.other], 40);
      if (!gone) return;
      givenUp++;
      expect(most).toBeLessThanOrEqual(1e-6);
    }),
    { numRuns: 4000 },
  );
  // A rule that never fires would pass too.
  expect(givenUp).toBeGreaterThan(400);
});
