import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HoursAllocation } from '../../../src/people/solver/hoursAllocation.ts';
import { Problem } from '../../../src/people/solver/problem.ts';
import { sized } from '../../support/thorough.ts';

const SIZE = 3;
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const threeOf = (of: fc.Arbitrary<number>) => fc.array(of, { minLength: SIZE, maxLength: SIZE });

const problem = fc.record({
  active: threeOf(fc.constantFrom(0, 1, 1, 1)),
  slope: threeOf(fc.oneof(fc.constant(0), number(0.01, 5000))),
  cost: threeOf(number(20, 2000)),
  elasticity: threeOf(fc.oneof(fc.constant(1), number(0.15, 0.95))),
  weight: threeOf(fc.constantFrom(1, 1, 0.5, 0.2)),
  hours: threeOf(fc.constantFrom(0, 1, 20, 60)),
  lower: threeOf(fc.constantFrom(0, 0, 0.4, 1)),
  width: threeOf(fc.constantFrom(0, 0.5, 2, 9)),
  /** Position of the budget between minimum and maximum hours; above 1 it does not bind. */
  tightness: number(0.02, 1.3),
  start: fc.constantFrom(0, 0.3, 1, 3),
  before: threeOf(number(0.05, 20)),
});

/** A decision on hours alone, with the given numbers of every task. */
function decisionOf(
  tasks: Readonly<
    Record<'active' | 'cost' | 'elasticity' | 'weight' | 'hours' | 'lower' | 'upper', readonly number[]>
  >,
): Problem {
  const decision = new Problem(SIZE, 0);
  decision.productive.set(tasks.active);
  decision.cost.set(tasks.cost);
  decision.elasticity.set(tasks.elasticity);
  decision.weight.set(tasks.weight);
  decision.hours.set(tasks.hours);
  decision.lower.set(tasks.lower);
  decision.upper.set(tasks.upper);
  return decision;
}

test('tasks between their bounds have one shadow price per hour, which is 0 if the budget does not bind', () => {
  fc.assert(
    fc.property(
      problem,
      ({ active, slope, cost, elasticity, weight, hours, lower, width, tightness, start, before }) => {
        const upper = lower.map((low, k) => low + width[k]);
        const sumOver = (of: readonly number[]) =>
          active.reduce((sum, on, k) => sum + (on ? hours[k] * of[k] : 0), 0);
        const [least, most] = [sumOver(lower), sumOver(upper)];
        const decision = decisionOf({ active, cost, elasticity, weight, hours, lower, upper });
        const person = new HoursAllocation(decision);
        // Results for another problem must not matter.
        decision.hoursBudget = least + before[0] * (most - least) + 0.01;
        person.fit(Float64Array.from(slope, (g, k) => g * before[k]));
        decision.hoursBudget = least + tightness * (most - least) + 0.01;
        person.goal.fill(start);
        person.fit(Float64Array.from(slope));
        const goal = [...person.goal];
        const used = sumOver(goal);
        expect(used).toBeLessThanOrEqual(decision.hoursBudget + 1e-9);

        // Marginal value of a task before the price of hours.
        const worth = (k: number, a: number) =>
          slope[k] * elasticity[k] * weight[k] * (weight[k] * a + 1 - weight[k]) ** (elasticity[k] - 1) -
          cost[k] * (a - 1);
        // Any task strictly between its bounds reveals the price.
        const inner = [0, 1, 2].filter(
          (k) => active[k] && hours[k] > 0 && goal[k] > lower[k] + 1e-6 && goal[k] < upper[k] - 1e-6,
        );
        const binds = used > decision.hoursBudget - 1e-3;
        const prices = inner.map((k) => worth(k, goal[k]) / hours[k]);
        const price = binds ? (prices[0] ?? NaN) : 0;
        for (const k of [0, 1, 2]) {
          if (!active[k]) {
            expect(goal[k]).toBe(start);
            continue;
          }
          expect(goal[k]).toBeGreaterThanOrEqual(lower[k]);
          expect(goal[k]).toBeLessThanOrEqual(upper[k]);
          if (Number.isNaN(price) || width[k] === 0) continue;
          const excess = (a: number) => worth(k, a) - price * hours[k];
          const nearby = 1e-6 * (1 + goal[k]);
          if (goal[k] > lower[k] + nearby)
            expect(excess(goal[k] - nearby), `less of ${k}`).toBeGreaterThan(-1e-9);
          if (goal[k] < upper[k] - nearby)
            expect(excess(goal[k] + nearby), `more of ${k}`).toBeLessThan(1e-9);
        }
        if (binds) for (const found of prices) expect(found).toBeGreaterThan(-1e-6);
      },
    ),
    { seed: 61, numRuns: 4000, endOnFailure: true },
  );
});

test('the hours budget holds where the response to a task has a negative value, and the best amounts are found', () => {
  fc.assert(
    fc.property(
      problem,
      threeOf(number(-5000, 5000)),
      ({ active, cost, elasticity, weight, hours, width, tightness, start }, slope) => {
        const lower = [0.05, 0.05, 0.05];
        const upper = lower.map((low, k) => low + width[k]);
        const sumOver = (of: readonly number[]) =>
          active.reduce((sum, on, k) => sum + (on ? hours[k] * of[k] : 0), 0);
        const [least, most] = [sumOver(lower), sumOver(upper)];
        const decision = decisionOf({ active, cost, elasticity, weight, hours, lower, upper });
        decision.hoursBudget = least + tightness * (most - least) + 0.01;
        const person = new HoursAllocation(decision);
        person.goal.fill(start);
        person.fit(Float64Array.from(slope));
        expect(sumOver([...person.goal])).toBeLessThanOrEqual(decision.hoursBudget + person.slack);

        // Without a binding budget, no other amount of any task is worth more.
        decision.hoursBudget = most + 1;
        person.fit(Float64Array.from(slope));
        for (const k of [0, 1, 2]) {
          if (!active[k]) continue;
          const worth = (a: number) =>
            slope[k] * ((weight[k] * a + 1 - weight[k]) ** elasticity[k] - 1) - (cost[k] / 2) * (a - 1) ** 2;
          const found = worth(person.goal[k]);
          for (let i = 0; i <= 20; i++) {
            const other = worth(lower[k] + (i / 20) * width[k]);
            expect(found).toBeGreaterThan(other - 1e-6 * (1 + Math.abs(other)));
          }
        }
      },
    ),
    { seed: 62, numRuns: sized(2000, 20_000), endOnFailure: true },
  );
});
