import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BestResponse } from '../../../src/people/solver/bestResponse.ts';
import { Problem } from '../../../src/people/solver/problem.ts';
import { payoutCurve } from '../../../src/plans/payoutCurve.ts';

/** Two tasks without bounds: the first is paid `rate` beyond a threshold, the second `other` throughout. */
const problems = fc.record({
  own: fc.double({ min: 0.5, max: 4, noNaN: true }),
  second: fc.double({ min: 0.5, max: 4, noNaN: true }),
  /** Cross cost of the tasks, as a share of the largest for which costs stay convex. */
  cross: fc.double({ min: -0.9, max: 0.9, noNaN: true }),
  rate: fc.double({ min: 0.5, max: 12, noNaN: true }),
  other: fc.double({ min: 0, max: 6, noNaN: true }),
  threshold: fc.double({ min: 0.1, max: 5, noNaN: true }),
});

describe('the thorough answer without binding bounds', () => {
  test('the answer is the better of the two sides of a threshold, wherever the threshold lies', () => {
    fc.assert(
      fc.property(problems, ({ own, second, cross, rate, other, threshold }) => {
        const between = cross * Math.sqrt(own * second);
        const problem = new Problem(2, 2);
        problem.productive.fill(1);
        problem.lower.fill(-1e6);
        problem.upper.fill(1e6);
        problem.cost.set([own, second]);
        problem.crossCost = Float64Array.of(0, between, between, 0);
        const curves = [payoutCurve(0, 0, [{ at: threshold, slopeChange: rate }]), payoutCurve(0, other)];
        for (let k = 0; k < 2; k++) {
          problem.effects.setLine(k, problem.topColumn(k), 1);
          problem.addComponent(k, curves[k]);
        }
        problem.valueScale = rate;
        // Half b' C^-1 b on either side; a side whose optimum lies on the other side is not optimal.
        const determinant = own * second - between * between;
        const worth = (b: number) =>
          (0.5 * (second * b * b - 2 * between * b * other + own * other * other)) / determinant;
        const best = Math.max(worth(0), worth(rate) - rate * threshold);
        expect(new BestResponse(problem).solve()).toBeCloseTo(best, 6);
      }),
      { numRuns: 400 },
    );
  });

  test('scarce hours are used up at one shadow price', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.double({ min: 0.5, max: 4, noNaN: true }), fc.double({ min: 1, max: 9, noNaN: true })),
          {
            minLength: 2,
            maxLength: 6,
          },
        ),
        fc.double({ min: 0.1, max: 0.9, noNaN: true }),
        (tasks, part) => {
          const size = tasks.length;
          const problem = new Problem(size, size);
          problem.productive.fill(1);
          problem.lower.fill(-50);
          problem.upper.fill(50);
          problem.hours.fill(1);
          tasks.forEach(([cost, rate], k) => {
            problem.cost[k] = cost;
            problem.effects.setLine(k, problem.topColumn(k), 1);
            problem.addComponent(k, payoutCurve(0, rate));
          });
          const wanted = tasks.reduce((sum, [cost, rate]) => sum + rate / cost, 0);
          problem.hoursBudget = size + part * wanted;
          const person = new BestResponse(problem);
          person.solve();
          const price = ((1 - part) * wanted) / tasks.reduce((sum, [cost]) => sum + 1 / cost, 0);
          for (const [k, [cost, rate]] of tasks.entries())
            expect(person.intensity[k] - 1).toBeCloseTo((rate - price) / cost, 6);
        },
      ),
      { numRuns: 200 },
    );
  });
});
