import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BestResponse } from '../../src/people/bestResponse.ts';
import { payoutCurve } from '../../src/plans/payoutCurve.ts';

/** Lets a test look at one line of the search. */
class Probe extends BestResponse {
  /** Whether tactic k is given up, and the most that any intensity of it would gain. */
  lookAt(k: number, others: readonly number[], grid: number): { givenUp: boolean; most: number } {
    for (let i = 0; i < this.tactics; i++) this.trial[i] = i === k ? 0 : others[i];
    this.prepare();
    this.refresh();
    let most = -Infinity;
    for (let step = 1; step <= grid; step++)
      most = Math.max(most, this.gainOf(k, (this.upper[k] * step) / grid, 0));
    return { givenUp: this.cannotPay(k), most };
  }
}

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const problem = fc.record({
  rows: fc.array(
    fc.record({ top: number(50, 200), bottom: fc.constantFrom(0, 0, 40, 100), sd: number(0, 30) }),
    {
      minLength: 2,
      maxLength: 2,
    },
  ),
  /** Effects of the gaming tactic and of a productive one on each row: numerator, denominator, and their bends. */
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

test('a gaming tactic that is given up at once could not have paid at any intensity', () => {
  let givenUp = 0;
  fc.assert(
    fc.property(problem, (given) => {
      const solver = new Probe(2, 2);
      given.rows.forEach(({ top, bottom, sd }, r) => {
        // Ratios are of the size of parts of one.
        solver.numerator[r] = top;
        solver.denominator[r] = bottom;
        solver.sd[r] = bottom > 0 ? sd / 100 : sd;
      });
      solver.productive.set([0, 1]);
      solver.cost.set([given.cost, 100]);
      solver.shadow.set([given.shadow, 0]);
      solver.shadowBend.set([given.shadowBend, 0]);
      solver.upper.set([given.upper, 3]);
      solver.riskAversionPerUsd = given.riskAversion;
      given.effects.forEach(([top, bottom, bend, bottomBend], i) => {
        solver.effectNumerator[i] = top;
        solver.bendNumerator[i] = i < 2 ? bend : 0;
        if (given.rows[i % 2].bottom === 0) return;
        solver.effectDenominator[i] = bottom;
        solver.bendDenominator[i] = i < 2 ? bottomBend : 0;
      });
      given.curves.forEach(({ slope, knot, change }, r) => {
        const scale = given.rows[r].bottom > 0 ? 100 : 1;
        solver.componentRow.push(r);
        solver.componentPayScale.push(1);
        solver.componentCurve.push(
          payoutCurve(0, slope * scale, [
            { at: knot / scale, slopeChange: Math.max(-slope, change) * scale },
          ]),
        );
      });
      const { givenUp: gone, most } = solver.lookAt(0, [0, given.other], 40);
      if (!gone) return;
      givenUp++;
      expect(most).toBeLessThanOrEqual(1e-6);
    }),
    { numRuns: 4000 },
  );
  // A rule that never fires would pass too.
  expect(givenUp).toBeGreaterThan(400);
});
