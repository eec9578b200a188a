import { describe, expect, test } from 'vitest';
import { BestResponse } from '../../../src/people/solver/bestResponse.ts';
import { Problem } from '../../../src/people/solver/problem.ts';
import { payoutCurve } from '../../../src/plans/payoutCurve.ts';
import { setParabolas } from '../../support/parabola.ts';

interface Tactic {
  productive?: boolean;
  elasticity?: number;
  cost: number;
  effect: number;
  bend?: number;
  lower?: number;
  upper: number;
  hours?: number;
}

/** A solver with one forecast row, a plain number. */
function solverOf(
  mean: number,
  sd: number,
  tactics: readonly Tactic[],
  curve: ReturnType<typeof payoutCurve>,
): BestResponse {
  const problem = new Problem(tactics.length, 1, 3);
  problem.numerator[0] = mean;
  problem.sd[0] = sd;
  tactics.forEach((tactic, k) => {
    problem.productive[k] = tactic.productive ? 1 : 0;
    problem.elasticity[k] = tactic.elasticity ?? 1;
    problem.cost[k] = tactic.cost;
    if (tactic.bend === undefined) problem.effects.setLine(k, problem.topColumn(0), tactic.effect);
    else setParabolas(problem, k, [[problem.topColumn(0), tactic.effect, tactic.bend]]);
    problem.lower[k] = tactic.lower ?? (tactic.productive ? 0.05 : 0);
    problem.upper[k] = tactic.upper;
    problem.hours[k] = tactic.hours ?? 0;
  });
  problem.addComponent(0, curve);
  return new BestResponse(problem);
}

const honest = (tactic: Omit<Tactic, 'productive' | 'upper'>): Tactic => ({
  upper: 6,
  ...tactic,
  productive: true,
});

describe('under linear pay', () => {
  test.each([0, 1e-5, 1e-3])(
    'with risk aversion %d, work with constant returns rises by its marginal pay over its cost',
    (aversion) => {
      const tactics = [
        honest({ cost: 800, effect: 12 }),
        honest({ cost: 3000, effect: 20 }),
        honest({ cost: 500, effect: -3 }),
      ];
      const solver = solverOf(100, 9, tactics, payoutCurve(0, 40));
      solver.problem.riskAversionPerUsd = aversion;
      solver.solve();
      tactics.forEach(({ effect, cost }, k) => {
        expect(Math.abs(solver.intensity[k] - (1 + (40 * effect) / cost))).toBeLessThan(1e-6);
      });
    },
  );

  test('work with diminishing returns stops where marginal pay equals marginal cost', () => {
    for (const elasticity of [0.2, 0.5, 0.9]) {
      const solver = solverOf(100, 9, [honest({ cost: 700, effect: 30, elasticity })], payoutCurve(0, 50));
      solver.solve();
      let low = 1;
      let high = 6;
      for (let i = 0; i < 100; i++) {
        const a = (low + high) / 2;
        if (50 * 30 * elasticity * a ** (elasticity - 1) > 700 * (a - 1)) low = a;
        else high = a;
      }
      expect(Math.abs(solver.intensity[0] - low)).toBeLessThan(1e-6);
    }
  });

  test('work stays within its bounds', () => {
    const tactics = [honest({ cost: 10, effect: 50 }), honest({ cost: 10, effect: -50 })];
    const solver = solverOf(100, 9, tactics, payoutCurve(0, 40));
    solver.solve();
    expect(Math.abs(solver.intensity[0] - 6)).toBeLessThan(1e-12);
    expect(Math.abs(solver.intensity[1] - 0.05)).toBeLessThan(1e-12);
  });

  test('scarce hours have the same shadow price for all work', () => {
    const tactics = [
      honest({ cost: 800, effect: 30, elasticity: 0.6, hours: 40 }),
      honest({ cost: 900, effect: 40, elasticity: 0.8, hours: 60 }),
      honest({ cost: 700, effect: 20, elasticity: 0.5, hours: 20 }),
    ];
    const solver = solverOf(100, 9, tactics, payoutCurve(0, 50));
    solver.problem.hoursBudget = 130;
    solver.solve();
    const used = tactics.reduce((sum, { hours }, k) => sum + hours! * solver.intensity[k], 0);
    expect(used).toBeLessThanOrEqual(130);
    // The hours constraint holds to a ten-thousandth.
    expect(used).toBeGreaterThan(130 - 1.1e-4);
    const prices = tactics.map(({ cost, effect, elasticity, hours }, k) => {
      const a = solver.intensity[k];
      return (50 * effect * elasticity! * a ** (elasticity! - 1) - cost * (a - 1)) / hours!;
    });
    expect(prices[0]).toBeGreaterThan(1);
    for (const price of prices) expect(Math.abs(price / prices[0] - 1)).toBeLessThan(1e-5);
  });

  test('gaming without crowding is all or nothing', () => {
    const tactics = [
      { cost: 99, effect: 1, upper: 7 },
      { cost: 101, effect: 1, upper: 7 },
    ];
    const solver = solverOf(100, 9, tactics, payoutCurve(0, 100));
    expect(solver.solve()).toBeCloseTo(10_000 + 7, 8);
    expect([...solver.intensity]).toEqual([7, 0]);
  });

  test('gaming with crowding stops halfway to the point where its value is zero', () => {
    // 1 (10 a - a^2) - a has its maximum of 20.25 at a = 4.5.
    const solver = solverOf(0, 1, [{ cost: 1, effect: 10, bend: -1, upper: 20 }], payoutCurve(0, 1));
    expect(Math.abs(solver.solve() - 20.25)).toBeLessThan(1e-6);
    expect(Math.abs(solver.intensity[0] - 4.5)).toBeLessThan(1e-3);
  });

  test('the fixed cost of gaming is paid only if gaming is worth it', () => {
    const solver = solverOf(0, 1, [{ cost: 1, effect: 3, upper: 10 }], payoutCurve(0, 1));
    solver.problem.fixedGamingCost = 21;
    solver.solve();
    expect(solver.intensity[0]).toBe(0);
    solver.problem.fixedGamingCost = 19;
    expect(Math.abs(solver.solve() - 1)).toBeLessThan(1e-9);
  });
});

describe('against a cliff', () => {
  test('gaming below a cliff is zero, or the closed form just past the target', () => {
    // B Phi((mu + g - t) / s) - c g is stationary at g = t - mu + s sqrt(2 ln(B / (c s sqrt(2 pi)))).
    const [target, sd, bonus] = [100, 5, 10_000];
    const phi = (z: number) => {
      let sum = 0;
      const n = 4000;
      for (let i = 0; i < n; i++) sum += Math.exp(-0.5 * (-9 + ((z + 9) * (i + 0.5)) / n) ** 2);
      return (sum * (z + 9)) / n / Math.sqrt(2 * Math.PI);
    };
    let gamed = 0;
    let abstained = 0;
    for (const mean of [60, 75, 85, 92, 97, 100, 106, 115]) {
      for (const cost of [20, 100, 250, 400, 700]) {
        const solver = solverOf(
          mean,
          sd,
          [{ cost, effect: 1, upper: 80 }],
          payoutCurve(0, 0, [{ at: target, jump: bonus }]),
        );
        const value = solver.solve();
        const ratio = bonus / (cost * sd * Math.sqrt(2 * Math.PI));
        const inner = ratio > 1 ? Math.max(0, target - mean + sd * Math.sqrt(2 * Math.log(ratio))) : 0;
        const worth = (g: number) => bonus * phi((mean + g - target) / sd) - cost * g;
        const wanted = worth(inner) > worth(0) ? inner : 0;
        if (wanted > 0) gamed++;
        else abstained++;
        expect(Math.abs(value - worth(wanted))).toBeLessThan(0.01);
        expect(Math.abs(solver.intensity[0] - wanted)).toBeLessThan(1e-3);
      }
    }
    expect(Math.min(gamed, abstained)).toBeGreaterThan(3);
  });

  test('two kinds of work jointly reach a target that neither reaches alone', () => {
    // With both at their maximum the metric is 68.44, against a cliff at 66.93 with standard deviation 1.5:
    // worth 10,000 x 0.843 less 200.
    const tactics = [honest({ cost: 200, effect: 13.4385 }), honest({ cost: 200, effect: 5 })].map((t) => ({
      ...t,
      upper: 2,
    }));
    const solver = solverOf(50, 1.5, tactics, payoutCurve(0, 0, [{ at: 66.93, jump: 10_000 }]));
    const together = solver.valueAt(Float64Array.of(2, 2));
    expect(together).toBeGreaterThan(8000);
    expect(solver.solve()).toBeGreaterThan(together - 10);
  });

  test('work is reduced to keep a gate that falls as the metric rises', () => {
    const solver = solverOf(
      50,
      1.5,
      [{ ...honest({ cost: 200, effect: 5 }), upper: 2 }],
      payoutCurve(0, 0, [
        { at: 28, slopeChange: 250, jump: 7000 },
        { at: 52, slopeChange: -250 },
      ]),
    );
    solver.problem.addGate(0, 0, 51.914, -1);
    const lower = solver.valueAt(Float64Array.of(0.7074));
    expect(lower).toBeGreaterThan(11_900);
    expect(solver.solve()).toBeGreaterThan(lower - 10);
  });

  test('nobody works above baseline for a cliff that is already safe', () => {
    const solver = solverOf(
      200,
      5,
      [honest({ cost: 500, effect: 20 })],
      payoutCurve(0, 0, [{ at: 100, jump: 10_000 }]),
    );
    expect(Math.abs(solver.solve() - 10_000)).toBeLessThan(1e-6);
    expect(Math.abs(solver.intensity[0] - 1)).toBeLessThan(1e-6);
  });
});

test('gaming a ratio under linear pay is chosen where its marginal pay equals its cost, whatever the upper bound', () => {
  // Of S (n + t u) / (d + b u) - c u the maximum is at d + b u = sqrt(S (t d - n b) / c).
  const [n, d, t, b, slope, cost] = [50, 224, 21.5, 53, 40_738, 1014];
  const wanted = (Math.sqrt((slope * (t * d - n * b)) / cost) - d) / b;
  for (const upper of [1.5, 2, 3, 3.4, 6]) {
    const problem = new Problem(1, 1);
    problem.numerator[0] = n;
    problem.denominator[0] = d;
    problem.sd[0] = 0.02;
    problem.elasticity[0] = 1;
    problem.cost[0] = cost;
    problem.effects.setLine(0, problem.topColumn(0), t);
    problem.effects.setLine(0, problem.bottomColumn(0), b);
    problem.upper[0] = upper;
    problem.addComponent(0, payoutCurve(0, slope));
    const solver = new BestResponse(problem);
    solver.solve();
    expect(solver.intensity[0]).toBeCloseTo(wanted, 2);
  }
});
