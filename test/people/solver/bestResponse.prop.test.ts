import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalCdf } from '../../../src/core/numeric/normal.ts';
import { BestResponse } from '../../../src/people/solver/bestResponse.ts';
import { Problem } from '../../../src/people/solver/problem.ts';
import { pieceOfPay, Scatter } from '../../../src/people/solver/scatter.ts';
import { Value } from '../../../src/people/solver/value.ts';
import { certaintyEquivalent } from '../../../src/plans/certaintyEquivalent.ts';
import { payoutCurve } from '../../../src/plans/payoutCurve.ts';
import { setParabolas } from '../../support/parabola.ts';
import { isThorough, sized } from '../../support/thorough.ts';

/** One decision problem as plain data, so that counterexamples print in full. */
interface Decision {
  rows: { numerator: number; denominator: number; sd: number }[];
  tactics: {
    productive: boolean;
    elasticity: number;
    cost: number;
    shadow: number;
    upper: number;
    hours: number;
    /** Effect on each row's numerator and denominator, and the quadratic effect on the numerator. */
    effects: { top: number; bottom: number; bend: number }[];
  }[];
  components: {
    row: number;
    base: number;
    slope: number;
    kinks: { at: number; slopeChange?: number; jump?: number }[];
    payScale: number;
  }[];
  gates: { component: number; row: number; level: number; sign: number }[];
  hoursBudget: number;
  fixedGamingCost: number;
  riskAversionPerUsd: number;
}

/** Target bonus of every generated problem, in dollars: the scale for losses. */
const BONUS_USD = 10_000;

function problemOf(decision: Decision): Problem {
  const { rows, tactics, components, gates } = decision;
  const problem = new Problem(tactics.length, rows.length, 3);
  rows.forEach((row, r) => {
    problem.numerator[r] = row.numerator;
    problem.denominator[r] = row.denominator;
    problem.sd[r] = row.sd;
  });
  tactics.forEach((tactic, k) => {
    problem.productive[k] = tactic.productive ? 1 : 0;
    problem.elasticity[k] = tactic.elasticity;
    problem.cost[k] = tactic.cost;
    problem.lower[k] = tactic.productive ? 0.05 : 0;
    problem.upper[k] = tactic.upper;
    problem.hours[k] = tactic.hours;
    setParabolas(problem, k, [
      [problem.laterColumn, tactic.shadow, 0],
      ...tactic.effects.flatMap(({ top, bottom, bend }, r): [number, number, number][] => [
        [problem.topColumn(r), top, bend],
        [problem.bottomColumn(r), bottom, 0],
      ]),
    ]);
  });
  for (const { row, base, slope, kinks, payScale } of components) {
    problem.addComponent(row, payoutCurve(base, slope, kinks), payScale);
  }
  for (const { component, row, level, sign } of gates) problem.addGate(component, row, level, sign);
  problem.hoursBudget = decision.hoursBudget;
  problem.fixedGamingCost = decision.fixedGamingCost;
  problem.riskAversionPerUsd = decision.riskAversionPerUsd;
  return problem;
}

const compiled = (decision: Decision): BestResponse => new BestResponse(problemOf(decision));

/** The objective, written from its definition independently of the solver. */
function objective(problem: Decision): (a: readonly number[]) => number {
  const curves = problem.components.map(({ base, slope, kinks }) => payoutCurve(base, slope, kinks));
  return (a) => {
    const u = problem.tactics.map((tactic, k) => (tactic.productive ? a[k] ** tactic.elasticity - 1 : a[k]));
    const metric = problem.rows.map(({ numerator, denominator }, r) => {
      let top = numerator;
      let bottom = denominator;
      problem.tactics.forEach(({ effects }, k) => {
        top += u[k] * effects[r].top + u[k] * u[k] * effects[r].bend;
        bottom += u[k] * effects[r].bottom;
      });
      return denominator === 0 ? top : top / bottom;
    });
    let value = 0;
    problem.components.forEach(({ row, payScale }, j) => {
      let part =
        payScale *
        certaintyEquivalent(curves[j], metric[row], problem.rows[row].sd, problem.riskAversionPerUsd);
      for (const gate of problem.gates) {
        if (gate.component !== j) continue;
        part *= normalCdf((gate.sign * (metric[gate.row] - gate.level)) / problem.rows[gate.row].sd);
      }
      value += part;
    });
    let games = false;
    problem.tactics.forEach((tactic, k) => {
      value += tactic.shadow * u[k];
      value -= tactic.productive ? 0.5 * tactic.cost * (a[k] - 1) ** 2 : tactic.cost * a[k];
      if (!tactic.productive && a[k] > 0) games = true;
    });
    return games ? value - problem.fixedGamingCost : value;
  };
}

/** A lower bound of the optimum: pattern search from the best cells of a grid. */
function bruteForce(problem: Decision): { value: number; at: number[] } {
  const f = objective(problem);
  const { tactics } = problem;
  const cells = [0, 400, 60, 20, 10][tactics.length];
  const lower = tactics.map((tactic) => (tactic.productive ? 0.05 : 0));
  const fits = (a: readonly number[]) =>
    a.reduce((sum, each, k) => sum + each * tactics[k].hours, 0) <= problem.hoursBudget + 1e-9;
  const top: { value: number; at: number[] }[] = [];
  const visit = (a: number[]) => {
    if (a.length < tactics.length) {
      const k = a.length;
      for (let i = 0; i <= cells; i++) visit([...a, lower[k] + ((tactics[k].upper - lower[k]) * i) / cells]);
      return;
    }
    if (!fits(a)) return;
    const value = f(a);
    if (top.length >= 6 && value <= top[5].value) return;
    top.push({ value, at: a });
    top.sort((x, y) => y.value - x.value);
    if (top.length > 6) top.pop();
  };
  visit([]);
  let best = top[0];
  for (const start of top) {
    let { value, at } = start;
    for (let step = 1 / cells; step > 1e-5; step /= 2) {
      for (let moved = true, rounds = 0; moved && rounds < 20; rounds++) {
        moved = false;
        for (let k = 0; k < tactics.length; k++) {
          for (const sign of [-1, 1]) {
            const next = at.slice();
            const move = sign * step * (tactics[k].upper - lower[k]);
            next[k] = Math.min(tactics[k].upper, Math.max(lower[k], at[k] + move));
            if (!fits(next)) continue;
            const there = f(next);
            if (there > value) {
              value = there;
              at = next;
              moved = true;
            }
          }
        }
      }
    }
    if (value > best.value) best = { value, at };
  }
  return best;
}

const unit = fc.nat(10_000).map((x) => x / 10_000);
const within = (low: number, high: number) => unit.map((x) => low + (high - low) * x);

const problems: fc.Arbitrary<Decision> = fc
  .record({ rowCount: fc.integer({ min: 1, max: 3 }), tacticCount: fc.integer({ min: 1, max: 4 }) })
  .chain(({ rowCount, tacticCount }) =>
    fc.record({
      rows: fc.array(
        fc
          .record({
            ratio: fc.boolean(),
            top: within(50, 150),
            bottom: within(200, 400),
            noise: within(0.03, 0.25),
          })
          .map(({ ratio, top, bottom, noise }) => ({
            numerator: top,
            denominator: ratio ? bottom : 0,
            sd: (noise * top) / (ratio ? bottom : 1),
          })),
        { minLength: rowCount, maxLength: rowCount },
      ),
      tactics: fc.array(
        fc
          .record({
            productive: fc.boolean(),
            elasticity: fc.oneof(fc.constant(1), within(0.3, 0.95)),
            cost: within(0.02, 1),
            shadow: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, within(0, 0.1)),
            upper: within(2, 6),
            hours: within(10, 80),
            effects: fc.array(
              fc.record({
                moves: within(0, 1),
                top: within(0.1, 0.8),
                bottom: within(0, 0.3),
                bend: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, within(-0.1, 0)),
              }),
              { minLength: rowCount, maxLength: rowCount },
            ),
          })
          .map((tactic) => ({
            ...tactic,
            cost: tactic.cost * BONUS_USD,
            shadow: tactic.shadow * BONUS_USD,
            hours: tactic.productive ? tactic.hours : 0,
          })),
        { minLength: tacticCount, maxLength: tacticCount },
      ),
      components: fc.array(
        fc.record({
          row: fc.nat(rowCount - 1),
          kind: fc.constantFrom('cliff', 'linear', 'capped', 'tiers'),
          target: within(0.8, 1.8),
          weight: within(0.2, 1),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      gates: fc.array(
        fc.record({
          component: fc.nat(2),
          row: fc.nat(rowCount - 1),
          level: within(0.7, 1.3),
          sign: fc.constantFrom(1, -1),
        }),
        { maxLength: 2 },
      ),
      hoursBudget: fc.oneof(fc.constant(Number.POSITIVE_INFINITY), within(1, 1.8)),
      fixedGamingCost: fc.oneof(fc.constant(0), within(0, 0.2)),
      riskAversionPerUsd: fc.oneof(fc.constant(0), within(0, 1e-4)),
    }),
  )
  .map((raw) => {
    const level = raw.rows.map((row) =>
      row.denominator === 0 ? row.numerator : row.numerator / row.denominator,
    );
    const weights = raw.components.reduce((sum, component) => sum + component.weight, 0);
    return {
      rows: raw.rows,
      tactics: raw.tactics.map(({ effects, ...tactic }) => ({
        ...tactic,
        effects: effects.map(({ moves, top, bottom, bend }, r) => ({
          top: moves < 0.7 ? top * raw.rows[r].numerator : 0,
          bottom: moves < 0.7 ? bottom * raw.rows[r].denominator : 0,
          bend: moves < 0.7 && !tactic.productive ? bend * raw.rows[r].numerator : 0,
        })),
      })),
      components: raw.components.map(({ row, kind, target, weight }) => {
        const bonus = (BONUS_USD * weight) / weights;
        const at = target * level[row];
        if (kind === 'cliff') return { row, base: 0, slope: 0, kinks: [{ at, jump: bonus }], payScale: 1 };
        if (kind === 'linear') return { row, base: 0, slope: bonus / at, kinks: [], payScale: 1 };
        if (kind === 'capped') {
          const kinks = [
            { at: 0.7 * at, slopeChange: bonus / at, jump: 0.7 * bonus },
            { at: 1.3 * at, slopeChange: -bonus / at },
          ];
          return { row, base: 0, slope: 0, kinks, payScale: 1 };
        }
        const kinks = [
          { at: 0.8 * at, jump: 0.4 * bonus },
          { at, jump: 0.6 * bonus, slopeChange: bonus / at },
          { at: 1.5 * at, slopeChange: -bonus / at },
        ];
        return { row, base: 0, slope: 0, kinks, payScale: 1 };
      }),
      gates: raw.gates
        .filter(({ component }) => component < raw.components.length)
        .map((gate) => ({ ...gate, level: gate.level * level[gate.row] })),
      // Never less than the baseline's hours, as in every use of the solver.
      hoursBudget:
        raw.hoursBudget *
        Math.max(
          1,
          raw.tactics.reduce((sum, tactic) => sum + tactic.hours, 0),
        ),
      fixedGamingCost: raw.fixedGamingCost * BONUS_USD,
      riskAversionPerUsd: raw.riskAversionPerUsd,
    };
  });

const SETTINGS = { seed: 20240501, numRuns: 150, endOnFailure: true };

/** Problems of one of three kinds, all without gates. */
const problemsOf = (kind: string) =>
  problems.filter(({ tactics, components, gates }) => {
    if (gates.length > 0) return false;
    if (kind === 'linear pay') return components.every(({ kinks }) => kinks.length === 0);
    if (kind === 'productive work without gates') return tactics.every((tactic) => tactic.productive);
    return tactics.every((tactic) => !tactic.productive && tactic.effects.every(({ bend }) => bend === 0));
  });

describe('the best response to any plan', () => {
  test('the best response loses over 0.1% of the bonus to brute force in at most 1% of problems, never over 5%', () => {
    // Known limit: if crowding, gates and competing hours occur together, an exchange between several tactics
    // can be missed.
    const losses = fc
      .sample(problems, { seed: SETTINGS.seed, numRuns: sized(100, 600) })
      .map((problem) => (bruteForce(problem).value - compiled(problem).solve()) / BONUS_USD);
    expect(losses.filter((loss) => loss > 0.001).length / losses.length).toBeLessThanOrEqual(0.01);
    expect(Math.max(...losses)).toBeLessThanOrEqual(0.05);
  });

  test.each(['linear pay', 'gaming without crowding', 'productive work without gates'])(
    'the best response loses at most 0.1% of the bonus to brute force for %s',
    (kind) => {
      fc.assert(
        fc.property(problemsOf(kind), (problem) => {
          const found = compiled(problem).solve();
          expect(bruteForce(problem).value - found).toBeLessThanOrEqual(0.001 * BONUS_USD);
        }),
        { ...SETTINGS, numRuns: kind === 'productive work without gates' ? 60 : sized(60, 200) },
      );
    },
  );

  // Known limit: a far cliff can be missed if reaching it takes hours from one task for another.
  test.runIf(isThorough)(
    'the best response misses a far cliff of productive work in at most 1 of 100 problems',
    () => {
      const losses = fc
        .sample(problemsOf('productive work without gates'), { seed: SETTINGS.seed, numRuns: 400 })
        .map((problem) => (bruteForce(problem).value - compiled(problem).solve()) / BONUS_USD);
      expect(losses.filter((loss) => loss > 0.001).length / losses.length).toBeLessThanOrEqual(0.01);
    },
  );

  test('the reported value equals the objective at the chosen intensities', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const solver = compiled(problem);
        const value = solver.solve();
        const again = objective(problem)([...solver.intensity]);
        expect(Math.abs(value - again)).toBeLessThan(1e-6 * (1 + Math.abs(again)));
        expect(Math.abs(solver.valueAt(solver.intensity) - again)).toBeLessThan(1e-6 * (1 + Math.abs(again)));
      }),
      { ...SETTINGS, numRuns: sized(130, 1000) },
    );
  });

  test('the best response respects every bound and the hours budget', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const solver = compiled(problem);
        solver.solve();
        let hours = 0;
        problem.tactics.forEach((tactic, k) => {
          expect(solver.intensity[k]).toBeGreaterThanOrEqual(tactic.productive ? 0.05 : 0);
          expect(solver.intensity[k]).toBeLessThanOrEqual(tactic.upper);
          hours += tactic.hours * solver.intensity[k];
        });
        expect(hours).toBeLessThanOrEqual(problem.hoursBudget + 1e-6);
      }),
      { ...SETTINGS, numRuns: sized(130, 1000) },
    );
  });

  test('an additional warm start never makes the best response worse', () => {
    fc.assert(
      fc.property(problems, fc.array(unit, { minLength: 4, maxLength: 4 }), (problem, shares) => {
        const warm = Float64Array.from(problem.tactics, (tactic, k) => shares[k] * tactic.upper);
        const cold = compiled(problem).solve();
        expect(compiled(problem).solve(warm)).toBeGreaterThanOrEqual(cold - 1e-6 * (1 + Math.abs(cold)));
      }),
      { ...SETTINGS, numRuns: sized(130, 1000) },
    );
  });

  test('the best response is at least as good as a warm start within the budget', () => {
    fc.assert(
      fc.property(problems, fc.array(unit, { minLength: 4, maxLength: 4 }), (problem, shares) => {
        const free = { ...problem, hoursBudget: Number.POSITIVE_INFINITY };
        const warm = Float64Array.from(free.tactics, ({ productive, upper }, k) =>
          Math.max(productive ? 0.05 : 0, shares[k] * upper),
        );
        const start = objective(free)([...warm]);
        expect(compiled(free).solve(warm)).toBeGreaterThanOrEqual(start - 1e-6 * (1 + Math.abs(start)));
      }),
      { ...SETTINGS, numRuns: sized(130, 1000) },
    );
  });

  test('the search starts at the best points of up to four pieces of the pay curve, best first', () => {
    let most = 0;
    fc.assert(
      fc.property(problems, (problem) => {
        const value = new Value(problemOf(problem));
        value.prepare();
        // All points examined, valued as in the search itself, by the piece of pay in which they lie.
        const best = new Map<number, number>();
        const scatter = new Scatter(value);
        const refresh = value.refresh.bind(value);
        let looks = -1;
        value.refresh = () => {
          refresh();
          // The first call finds the feasible range and is not a point.
          if (looks++ < 0) return;
          const piece = pieceOfPay(value);
          best.set(piece, Math.max(best.get(piece) ?? -Infinity, value.total));
        };
        const size = scatter.spread(400);
        expect(looks).toBe(400);
        const values = [...best.values()].sort((x, y) => y - x);
        most = Math.max(most, values.length);
        expect(size).toBe(Math.min(values.length, 4));
        const kept = Array.from({ length: size }, (_, n) => scatter.at(n));
        const keptValues = kept.map((point) => point.value);
        expect(keptValues[0]).toBe(values[0]);
        expect(keptValues).toEqual([...keptValues].sort((x, y) => y - x));
        expect(new Set(kept.map(({ piece }) => piece)).size).toBe(size);
        kept.forEach((point, n) => {
          expect(point.value).toBe(best.get(point.piece));
          scatter.place(n);
          refresh();
          expect(Math.abs(value.total - point.value)).toBeLessThan(1e-9 * (1 + Math.abs(point.value)));
        });
      }),
      { ...SETTINGS, numRuns: 100 },
    );
    // Some problems have more pieces than the search climbs from.
    expect(most).toBeGreaterThan(4);
  });

  test('the best response does not depend, to the last bit, on problems solved before', () => {
    // One solver serves many replicates in turn; which worker ran which one must not show in the numbers.
    fc.assert(
      fc.property(problems, within(0.3, 3), (problem, factor) => {
        const fresh = compiled(problem);
        fresh.solve();
        const used = compiled(problem);
        const costs = used.problem.cost.slice();
        used.problem.cost.set(costs.map((cost) => cost * factor));
        used.solve();
        used.problem.cost.set(costs);
        used.solve();
        expect([...used.intensity]).toEqual([...fresh.intensity]);
      }),
      { ...SETTINGS, numRuns: sized(130, 1000) },
    );
  });
});
