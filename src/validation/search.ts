import { BestResponse } from '../people/solver/bestResponse.ts';
import { Problem } from '../people/solver/problem.ts';
import { QuadraticChoice } from '../people/solver/quadraticChoice.ts';
import { payoutCurve } from '../plans/payoutCurve.ts';
import { type Check, exactDecision as exact } from './check.ts';

/** Cost matrix of three substitute tasks, and the value of one unit of each, in dollars. */
const COST = [
  [2, 0.6, 0.4],
  [0.6, 3, 0.5],
  [0.4, 0.5, 1.5],
];
const WORTH = [4, 3, 2];
const LAGRANGE = 'first-order conditions with multipliers';

/** Solves two linear equations by Cramer's rule. */
function cramer(
  [[a, b], [c, d]]: readonly (readonly number[])[],
  [e, f]: readonly number[],
): [number, number] {
  const determinant = a * d - b * c;
  return [(e * d - b * f) / determinant, (a * f - e * c) / determinant];
}

/** The problem of the two other tasks, given that one task stays at a bound. */
function others(fixed: number, at: number): { costs: number[][]; worths: number[]; ids: number[] } {
  const ids = [0, 1, 2].filter((k) => k !== fixed);
  return {
    ids,
    costs: ids.map((i) => ids.map((j) => COST[i][j])),
    worths: ids.map((i) => WORTH[i] - COST[i][fixed] * at),
  };
}

/** The exact solver's choice under given bounds and hours. */
function chosen(over: { lower?: number[]; upper?: number[]; budget?: number }): Float64Array {
  const choice = new QuadraticChoice(3);
  choice.slope.set(WORTH);
  choice.lower.set(over.lower ?? [-10, -10, -10]);
  choice.upper.set(over.upper ?? [10, 10, 10]);
  choice.hours.fill(1);
  choice.budget = over.budget ?? Infinity;
  choice.solve(Float64Array.from(COST.flat()));
  return choice.change;
}

/**
 * A weekly decision: the search when it is neither thorough nor polished. Two tasks move two metrics at piece
 * rates; returns the change of the first task.
 */
function weekly(over: { cross?: number; budgetHours?: number }): number {
  const problem = new Problem(2, 2);
  problem.productive.fill(1);
  problem.upper.fill(10);
  problem.hours.fill(1);
  problem.hoursBudget = over.budgetHours ?? Infinity;
  if (over.cross !== undefined) problem.crossCost = Float64Array.of(0, over.cross, over.cross, 0);
  for (let k = 0; k < 2; k++) {
    problem.cost[k] = COST[k][k];
    problem.effects.setLine(k, problem.topColumn(k), 1);
    problem.addComponent(k, payoutCurve(0, WORTH[k]));
  }
  const person = new BestResponse(problem);
  person.thorough = false;
  person.solve();
  return person.intensity[0] - 1;
}

const MEASURED_FROM = 1;
const OTHER_RATE = 3;

/**
 * The minimum rate beyond a threshold at which a person works past it. Another task is paid by the piece;
 * `cross` is the cross cost between the two. Found by bisection.
 */
function rateThatMoves(cross: number): number {
  const works = (rate: number) => {
    const problem = new Problem(2, 2);
    problem.productive.fill(1);
    problem.lower.fill(-10);
    problem.upper.fill(10);
    problem.crossCost = Float64Array.of(0, cross, cross, 0);
    const curves = [
      payoutCurve(0, 0, [{ at: MEASURED_FROM, slopeChange: rate }]),
      payoutCurve(0, OTHER_RATE),
    ];
    for (let k = 0; k < 2; k++) {
      problem.cost[k] = COST[k][k];
      problem.effects.setLine(k, problem.topColumn(k), 1);
      problem.addComponent(k, curves[k]);
    }
    const person = new BestResponse(problem);
    person.solve();
    return person.intensity[0] - 1 > MEASURED_FROM;
  };
  let low = 0;
  let high = 20;
  for (let step = 0; step < 40; step++) {
    const middle = 0.5 * (low + high);
    if (works(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/**
 * The theoretical rate: b²/2 G11 + b (p G12 - q) = 0, where G is the inverse cost matrix, p the other rate
 * and q the threshold.
 */
function rateInTheory(cross: number): number {
  const costs = [
    [COST[0][0], cross],
    [cross, COST[1][1]],
  ];
  const [own, other] = cramer(costs, [1, 0]);
  return (2 * (MEASURED_FROM - OTHER_RATE * other)) / own;
}

/** [id, cross cost, claim] */
const THRESHOLDS = [
  [
    'S-substitutes',
    0.5,
    'The rate beyond a threshold q that makes a person pass it, beside a task paid p: b = 2 (q - ' +
      'p G12) / G11, G = C⁻¹, for substitutes',
  ],
  ['S-near', 2, 'the same for near substitutes'],
  ['S-complements', -0.5, 'the same for complements'],
  ['S-loose', -0.25, 'the same for loose complements'],
  ['S-close', -1, 'the same for close complements'],
] as const;

/**
 * Tests of the best-response search: the exact solver by itself (Q), the weekly search before a polish could
 * correct it (W), and the thorough search across a threshold (S).
 */
export const SEARCH: readonly Check[] = [
  exact('Q-upper', 'A task at its upper bound lowers what is left of its substitutes', LAGRANGE, () => {
    const { costs, worths } = others(0, 1);
    return { expected: cramer(costs, worths)[0], simulated: chosen({ upper: [1, 10, 10] })[1] };
  }),
  exact('Q-lower', 'and one held up by its lower bound likewise', LAGRANGE, () => {
    const { costs, worths } = others(2, 2);
    return { expected: cramer(costs, worths)[1], simulated: chosen({ lower: [-10, -10, 2] })[1] };
  }),
  exact(
    'Q-hours',
    'Hours that are short have one price for all tasks that are not at a bound',
    LAGRANGE,
    () => {
      const { costs, worths } = others(0, 0.5);
      const free = cramer(costs, worths);
      const perPrice = cramer(costs, [1, 1]);
      const price = (free[0] + free[1] - 0.5) / (perPrice[0] + perPrice[1]);
      return {
        expected: free[0] - price * perPrice[0],
        simulated: chosen({ upper: [0.5, 10, 10], budget: 1 })[1],
      };
    },
  ),
  exact('W-straight', 'From week to week, two tasks paid by the piece: e = b / c', LAGRANGE, () => ({
    expected: WORTH[0] / COST[0][0],
    simulated: weekly({}),
  })),
  exact('W-substitutes', 'and where each makes the other costlier: e = C⁻¹ b', LAGRANGE, () => ({
    expected: cramer(
      [
        [2, 1.2],
        [1.2, 3],
      ],
      WORTH,
    )[0],
    simulated: weekly({ cross: 1.2 }),
  })),
  exact(
    'W-hours',
    'and where hours are short: e = (b - price) / c, met to a ten-thousandth of an hour',
    LAGRANGE,
    () => {
      const price = (WORTH[0] / 2 + WORTH[1] / 3 - 1) / (1 / 2 + 1 / 3);
      return {
        expected: (WORTH[0] - price) / 2,
        simulated: weekly({ budgetHours: 3 }),
        tolerance: 1e-4,
      };
    },
  ),
  ...THRESHOLDS.map(([id, cross, claim]) =>
    exact(id, claim, 'arithmetic', () => ({
      expected: rateInTheory(cross),
      simulated: rateThatMoves(cross),
    })),
  ),
];
