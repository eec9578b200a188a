import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BestResponse } from '../../../src/people/solver/bestResponse.ts';
import { Problem } from '../../../src/people/solver/problem.ts';
import { QuadraticChoice } from '../../../src/people/solver/quadraticChoice.ts';
import { payoutCurve } from '../../../src/plans/payoutCurve.ts';

const number = (low: number, high: number) =>
  fc.integer({ min: 0, max: 100_000 }).map((i) => low + ((high - low) * i) / 100_000);

/** Random costs C = A A' + I/5 of up to 12 tactics, with slopes, bounds and hours. */
const problems = fc.integer({ min: 1, max: 12 }).chain((n) =>
  fc.record({
    n: fc.constant(n),
    root: fc.array(number(-1, 1), { minLength: n * n, maxLength: n * n }),
    slope: fc.array(number(-2, 3), { minLength: n, maxLength: n }),
    lower: fc.array(number(-2, 0), { minLength: n, maxLength: n }),
    width: fc.array(number(0, 4), { minLength: n, maxLength: n }),
    hours: fc.array(number(0, 2), { minLength: n, maxLength: n }),
    slack: number(-1, 3),
  }),
);
type Choice = typeof problems extends fc.Arbitrary<infer T> ? T : never;

function costOf({ n, root }: Choice): Float64Array {
  return Float64Array.from({ length: n * n }, (_, at) => {
    const [i, j] = [Math.floor(at / n), at % n];
    let sum = i === j ? 0.2 : 0;
    for (let k = 0; k < n; k++) sum += root[i * n + k] * root[j * n + k];
    return sum;
  });
}

/** Violation of the Karush-Kuhn-Tucker conditions at an answer. */
function violation(problem: Choice, cost: Float64Array, answer: ArrayLike<number>, budget: number): number {
  const { n, slope, lower, width, hours } = problem;
  let used = 0;
  for (let i = 0; i < n; i++) used += hours[i] * answer[i];
  const gradient = slope.map((g, i) => {
    let sum = g;
    for (let j = 0; j < n; j++) sum -= cost[i * n + j] * answer[j];
    return sum;
  });
  // The price of an hour, from a tactic strictly within its bounds. If the budget binds and there is none,
  // only the budget is checked.
  const free = slope.map((_, i) => answer[i] > lower[i] + 1e-9 && answer[i] < lower[i] + width[i] - 1e-9);
  const binding = used > budget - 1e-7 * (1 + Math.abs(budget));
  let price = 0;
  if (binding) {
    const i = free.findIndex((off, k) => off && hours[k] > 0.01);
    if (i >= 0) price = gradient[i] / hours[i];
    else return Math.max(0, used - budget);
  }
  let worst = Math.max(0, used - budget, -price);
  for (let i = 0; i < n; i++) {
    const pull = gradient[i] - price * hours[i];
    if (free[i]) worst = Math.max(worst, Math.abs(pull));
    else if (width[i] > 0) worst = Math.max(worst, answer[i] > lower[i] + width[i] / 2 ? -pull : pull);
    worst = Math.max(worst, lower[i] - answer[i], answer[i] - lower[i] - width[i]);
  }
  return worst;
}

describe('a quadratic choice of up to twelve tactics', () => {
  test('the quadratic choice meets its optimality conditions within bounds and hours', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { n, slope, lower, width, hours, slack } = problem;
        const choice = new QuadraticChoice(n);
        choice.slope.set(slope);
        choice.lower.set(lower);
        choice.upper.set(lower.map((low, i) => low + width[i]));
        choice.hours.set(hours);
        // Some slack above the minimum hours, so that a feasible point exists.
        const least = lower.reduce((sum, low, i) => sum + hours[i] * low, 0);
        choice.budget = least + Math.max(0, slack);
        const cost = costOf(problem);
        choice.solve(cost);
        expect(violation(problem, cost, choice.change, choice.budget)).toBeLessThan(1e-6);
      }),
      { seed: 12, numRuns: 1500 },
    );
  });

  test("a person's decision under linear pay meets the optimality conditions of the quadratic choice", () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { n, slope, lower, width, hours, slack } = problem;
        const cost = costOf(problem);
        const made = new Problem(n, n);
        made.crossCost = cost;
        made.riskAversionPerUsd = 0.5;
        const budget = lower.reduce((sum, low, i) => sum + hours[i] * low, 0) + Math.max(0, slack);
        made.hoursBudget = budget + hours.reduce((sum, each) => sum + each, 0);
        for (let k = 0; k < n; k++) {
          made.productive[k] = 1;
          made.cost[k] = cost[k * n + k];
          made.hours[k] = hours[k];
          made.lower[k] = 1 + lower[k];
          made.upper[k] = 1 + lower[k] + width[k];
          made.effects.setLine(k, made.topColumn(k), 1);
          made.sd[k] = 1;
          made.addComponent(k, payoutCurve(0, slope[k]));
        }
        const solver = new BestResponse(made);
        solver.solve();
        const answer = solver.intensity.map((a) => a - 1);
        expect(violation(problem, cost, answer, budget)).toBeLessThan(1e-6);
      }),
      { seed: 13, numRuns: 500 },
    );
  });
});
