import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalCdf } from '../../../src/core/numeric/normal.ts';
import { LEAST_DENOMINATOR } from '../../../src/people/solver/forecastRows.ts';
import { Problem } from '../../../src/people/solver/problem.ts';
import { Value } from '../../../src/people/solver/value.ts';
import { certaintyEquivalent } from '../../../src/plans/certaintyEquivalent.ts';
import { payoutCurve } from '../../../src/plans/payoutCurve.ts';
import { setParabolas } from '../../support/parabola.ts';

const TACTICS = 4;
const ROWS = 3;
const COMPONENTS = 3;

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const cells = (length: number, min: number, max: number) =>
  fc.array(fc.oneof(fc.constant(0), number(min, max)), { minLength: length, maxLength: length });

const problems = fc.record({
  numerator: fc.array(number(20, 100), { minLength: ROWS, maxLength: ROWS }),
  denominator: fc.array(fc.oneof(fc.constant(0), number(20, 100)), { minLength: ROWS, maxLength: ROWS }),
  sd: fc.array(fc.oneof(fc.constant(0), number(1, 30)), { minLength: ROWS, maxLength: ROWS }),
  effectNumerator: cells(TACTICS * ROWS, -30, 60),
  reference: cells(2 * ROWS, 20, 200),
  effectDenominator: cells(TACTICS * ROWS, -40, 30),
  bendNumerator: cells(TACTICS * ROWS, -10, 10),
  bendDenominator: cells(TACTICS * ROWS, -10, 10),
  elasticity: fc.array(fc.constantFrom(1, 0.4), { minLength: TACTICS, maxLength: TACTICS }),
  cost: fc.array(number(0, 3000), { minLength: TACTICS, maxLength: TACTICS }),
  cross: fc.option(cells(TACTICS * TACTICS, -400, 400), { nil: undefined }),
  shadow: cells(TACTICS, -1000, 1000),
  shadowBend: cells(TACTICS, -500, 500),
  hours: fc.array(fc.constantFrom(0, 10, 40), { minLength: TACTICS, maxLength: TACTICS }),
  hoursBudget: number(20, 200),
  fixedGamingCost: fc.constantFrom(0, 700),
  riskAversionPerUsd: fc.constantFrom(0, 1e-4),
  rows: fc.array(fc.nat(ROWS - 1), { minLength: COMPONENTS, maxLength: COMPONENTS }),
  slopes: fc.array(number(0, 50), { minLength: COMPONENTS, maxLength: COMPONENTS }),
  kinks: fc.array(number(0.2, 120), { minLength: COMPONENTS, maxLength: COMPONENTS }),
  scale: fc.array(fc.constantFrom(0, 0.5, 1), { minLength: COMPONENTS, maxLength: COMPONENTS }),
  gates: fc.array(
    fc.record({
      component: fc.nat(COMPONENTS - 1),
      row: fc.nat(ROWS - 1),
      level: number(0.2, 120),
      sign: fc.constantFrom(-1, 1),
    }),
    { maxLength: 3 },
  ),
  joint: fc.boolean(),
  from: fc.array(fc.oneof(fc.constant(0), fc.constant(1), number(0, 2.5)), {
    minLength: TACTICS,
    maxLength: TACTICS,
  }),
  k: fc.nat(TACTICS - 1),
  to: fc.oneof(fc.constant(0), fc.constant(1), number(0, 2.5)),
});
type Decision = typeof problems extends fc.Arbitrary<infer T> ? T : never;

/** Jointly valued pay for the tests: a smooth function of all rows. */
const jointPay = (means: ArrayLike<number>) =>
  5000 * normalCdf((means[0] - 50) / 40) * normalCdf((means[1] - 30) / 50) + 3 * means[2];

const curveOf = (p: Decision, j: number) =>
  payoutCurve(100, p.slopes[j], [{ at: p.kinks[j], slopeChange: 20, jump: 900 }]);

function compiled(p: Decision): Value {
  const made = new Problem(TACTICS, ROWS, 3);
  made.numerator.set(p.numerator);
  made.denominator.set(p.denominator);
  made.sd.set(p.sd);
  made.reference.set(p.reference);
  for (let k = 0; k < TACTICS; k++)
    setParabolas(made, k, [
      [made.laterColumn, p.shadow[k], p.shadowBend[k]],
      ...Array.from({ length: ROWS }, (_, r) => r).flatMap((r): [number, number, number][] => [
        [made.topColumn(r), p.effectNumerator[k * ROWS + r], p.bendNumerator[k * ROWS + r]],
        [made.bottomColumn(r), p.effectDenominator[k * ROWS + r], p.bendDenominator[k * ROWS + r]],
      ]),
    ]);
  made.productive.set([1, 1, 0, 0]);
  made.elasticity.set(p.elasticity);
  made.cost.set(p.cost);
  if (p.cross !== undefined) made.crossCost = symmetric(p.cross);
  made.hours.set(p.hours);
  made.lower.set([0.05, 0.05, 0, 0]);
  made.upper.fill(3);
  made.hoursBudget = p.hoursBudget;
  made.fixedGamingCost = p.fixedGamingCost;
  made.riskAversionPerUsd = p.riskAversionPerUsd;
  p.rows.forEach((row, j) => {
    made.addComponent(row, curveOf(p, j), p.scale[j]);
  });
  for (const { component, row, level, sign } of p.gates) made.addGate(component, row, level, sign);
  if (p.joint) {
    made.payScale[0] = 1;
    made.joint = (means) => jointPay(means);
  }
  return new Value(made);
}

/** Change of the objective, including the fixed cost of gaming. */
function gain(made: Value, k: number, a: number): number {
  const { productive, fixedGamingCost } = made.problem;
  return made.gainOf(k, a, productive[k] === 0 && !made.otherGaming(k) ? fixedGamingCost : 0);
}

function symmetric(cross: readonly number[]): Float64Array {
  return Float64Array.from(cross, (_, at) => {
    const [i, k] = [Math.floor(at / TACTICS), at % TACTICS];
    return i <= k ? cross[at] : cross[k * TACTICS + i];
  });
}

const responses = (p: Decision, a: ArrayLike<number>) =>
  Array.from({ length: TACTICS }, (_, k) => (k < 2 ? a[k] ** p.elasticity[k] - 1 : a[k]));

function metric(p: Decision, a: ArrayLike<number>, r: number): number {
  const u = responses(p, a);
  const sum = (effect: readonly number[], bend: readonly number[], reference: number) => {
    const each = u.map((x, k) => x * effect[k * ROWS + r] + x * x * bend[k * ROWS + r]);
    const added = each.reduce((total, x, k) => (k < 2 && reference > 0 ? total : total + x), 0);
    if (reference === 0) return added;
    // Work multiplies, between a hundredth and twice; what is beyond adds up.
    const work = each.slice(0, 2);
    const product = work.reduce((all, x) => all * Math.min(2, Math.max(0.01, 1 + x / reference)), 1);
    const beyond = work.reduce((all, x) => all + Math.max(0, x - reference), 0);
    return added + beyond + reference * (product - 1);
  };
  const top = p.numerator[r] + sum(p.effectNumerator, p.bendNumerator, p.reference[r]);
  if (p.denominator[r] === 0) return top;
  const bottom = p.denominator[r] + sum(p.effectDenominator, p.bendDenominator, p.reference[ROWS + r]);
  return top / Math.max(bottom, LEAST_DENOMINATOR * p.denominator[r]);
}

function chanceOf(p: Decision, a: ArrayLike<number>, j: number): number {
  return p.gates
    .filter(({ component }) => component === j)
    .reduce((chance, { row, level, sign }) => {
      const gap = sign * (metric(p, a, row) - level);
      return chance * (p.sd[row] > 0 ? normalCdf(gap / p.sd[row]) : gap >= 0 ? 1 : 0);
    }, 1);
}

function payOf(p: Decision, a: ArrayLike<number>, j: number): number {
  const x = metric(p, a, p.rows[j]);
  return (
    p.scale[j] *
    certaintyEquivalent(curveOf(p, j), x, p.sd[p.rows[j]], p.riskAversionPerUsd) *
    chanceOf(p, a, j)
  );
}

/** The objective as documented. */
function value(p: Decision, a: ArrayLike<number>): number {
  const u = responses(p, a);
  const pay = p.joint
    ? jointPay(Array.from({ length: ROWS }, (_, r) => metric(p, a, r)))
    : p.rows.reduce((sum, _, j) => sum + payOf(p, a, j), 0);
  let cost = 0;
  for (let k = 0; k < TACTICS; k++) {
    cost += k < 2 ? 0.5 * p.cost[k] * (a[k] - 1) ** 2 : p.cost[k] * a[k];
    cost -= p.shadow[k] * u[k] + p.shadowBend[k] * u[k] * u[k];
  }
  // One pair of productive tactics; other cross costs are not read.
  if (p.cross !== undefined) cost += p.cross[1] * (a[0] - 1) * (a[1] - 1);
  return pay - cost - (a[2] > 0 || a[3] > 0 ? p.fixedGamingCost : 0);
}

const close = (found: number, wanted: number, scale = 1) =>
  expect(Math.abs(found - wanted)).toBeLessThanOrEqual(1e-9 * Math.max(scale, Math.abs(wanted), 1000));

describe('the objective of a decision', () => {
  test('the objective equals its definition', () => {
    fc.assert(
      fc.property(problems, (p) => {
        close(compiled(p).of(Float64Array.from(p.from)), value(p, p.from));
      }),
      { seed: 31, numRuns: 600 },
    );
  });

  test('a move changes the objective by its stated gain, and incremental updates stay exact', () => {
    fc.assert(
      fc.property(problems, (p) => {
        const made = compiled(p);
        made.of(Float64Array.from(p.from));
        const next = p.from.map((a, k) => (k === p.k ? p.to : a));
        expect(made.otherGaming(p.k)).toBe(p.from.some((a, k) => k >= 2 && k !== p.k && a > 0));
        close(gain(made, p.k, p.to), value(p, next) - value(p, p.from), 1e4);
        made.moveTo(p.k, p.to);
        close(made.total, value(p, next), 1e4);
        // A second move from there, so that effects left by the first count.
        const other = (p.k + 1) % TACTICS;
        const last = next.map((a, k) => (k === other ? 0.7 : a));
        close(gain(made, other, 0.7), value(p, last) - value(p, next), 1e4);
        for (let r = 0; r < ROWS; r++) {
          const u = responses(p, last)[other];
          close(made.metricAt(r, other, u), metric(p, last, r), 10);
          if (!p.joint)
            for (let j = 0; j < COMPONENTS; j++) close(made.componentAt(j, other, u), payOf(p, last, j), 1e4);
        }
      }),
      { seed: 32, numRuns: 600 },
    );
  });

  test('the slopes of rows, of pay and through gates equal numerical derivatives', () => {
    let pulled = 0;
    let sloped = 0;
    fc.assert(
      fc.property(problems, (p) => {
        const made = compiled(p);
        made.of(Float64Array.from(p.from));
        const h = 1e-5;
        for (let r = 0; r < ROWS; r++) {
          const now = made.response[p.k];
          const [up, down] = [h, -h].map((du) => made.metricAt(r, p.k, now + du));
          const middle = made.metricAt(r, p.k, now);
          // Not where the floor of the denominator bends the row, since the one-sided slopes differ there.
          if (Math.abs(up + down - 2 * middle) > 1e-6 * Math.max(1, Math.abs(middle))) continue;
          const found = made.metricSlope(p.k, r);
          expect(Math.abs(found - (up - down) / (2 * h))).toBeLessThan(1e-4 * Math.max(1, Math.abs(found)));
          sloped++;
        }
        if (p.joint) {
          if (p.sd[p.rows[0]] < 1) return;
          const means = Array.from({ length: ROWS }, (_, r) => metric(p, p.from, r));
          const at = (by: number) => jointPay(means.map((mean, r) => (r === p.rows[0] ? mean + by : mean)));
          const wanted = (at(1e-4) - at(-1e-4)) / 2e-4;
          expect(Math.abs(made.paySlope(0) - wanted)).toBeLessThan(1e-3 * Math.max(1, Math.abs(wanted)));
          return;
        }
        for (let j = 0; j < COMPONENTS; j++) {
          close(made.gateChance(j, 0, made.response[0]), chanceOf(p, p.from, j));
          const sd = p.sd[p.rows[j]];
          if (sd < 1) continue;
          const x = metric(p, p.from, p.rows[j]);
          const at = (by: number) => certaintyEquivalent(curveOf(p, j), x + by, sd, p.riskAversionPerUsd);
          const wanted = ((at(1e-4) - at(-1e-4)) / 2e-4) * p.scale[j] * chanceOf(p, p.from, j);
          expect(Math.abs(made.paySlope(j) - wanted)).toBeLessThan(1e-3 * Math.max(1, Math.abs(wanted)));
        }
        p.gates.forEach(({ component, row, level, sign }, g) => {
          const sd = p.sd[row];
          if (sd < 1) {
            expect(made.gatePull(g)).toBe(0);
            return;
          }
          const x = metric(p, p.from, row);
          const met = (by: number) => normalCdf((sign * (x + by - level)) / sd);
          if (met(0) < 1e-6) return;
          const wanted = (payOf(p, p.from, component) * (met(1e-4) - met(-1e-4))) / (2e-4 * met(0));
          expect(Math.abs(made.gatePull(g) - wanted)).toBeLessThan(1e-3 * Math.max(1, Math.abs(wanted)));
          if (Math.abs(wanted) > 1) pulled++;
        });
      }),
      { seed: 33, numRuns: 2000 },
    );
    expect(pulled).toBeGreaterThan(100);
    expect(sloped).toBeGreaterThan(1000);
  });

  test('shareComponent tells exactly which pairs of tactics affect a common component', () => {
    fc.assert(
      fc.property(problems, (p) => {
        fc.pre(!p.joint);
        const made = compiled(p);
        made.of(Float64Array.from(p.from));
        const moves = (k: number, r: number) =>
          [p.effectNumerator, p.effectDenominator, p.bendNumerator, p.bendDenominator].some(
            (effect) => effect[k * ROWS + r] !== 0,
          );
        const touches = (k: number, j: number) =>
          p.scale[j] !== 0 &&
          (moves(k, p.rows[j]) || p.gates.some(({ component, row }) => component === j && moves(k, row)));
        for (let i = 0; i < TACTICS; i++)
          for (let k = 0; k < TACTICS; k++)
            expect(made.shareComponent(i, k)).toBe([0, 1, 2].some((j) => touches(i, j) && touches(k, j)));
      }),
      { seed: 34, numRuns: 300 },
    );
  });

  test('a plan above the hours budget shrinks proportionally towards the minimum, and any other plan is unchanged', () => {
    let shrunk = 0;
    fc.assert(
      fc.property(problems, (p) => {
        const made = compiled(p);
        const from = p.from.map((a, k) => Math.max(k < 2 ? 0.05 : 0, a));
        made.placeAll(Float64Array.from(from));
        made.shrinkToBudget();
        const after = made.intensity;
        const used = (a: ArrayLike<number>) =>
          p.hours.reduce<number>((sum, hours, k) => sum + hours * a[k], 0);
        if (used(from) <= p.hoursBudget) {
          expect([...after]).toEqual(from);
          return;
        }
        shrunk++;
        const least = used([0.05, 0.05, 0, 0]);
        const keep = Math.max(0, (p.hoursBudget - least) / (used(from) - least));
        after.forEach((a, k) => {
          const low = k < 2 ? 0.05 : 0;
          expect(Math.abs(a - (p.hours[k] > 0 ? low + keep * (from[k] - low) : from[k]))).toBeLessThan(1e-9);
        });
      }),
      { seed: 35, numRuns: 300 },
    );
    expect(shrunk).toBeGreaterThan(20);
  });
});
