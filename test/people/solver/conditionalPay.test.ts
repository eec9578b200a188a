import { expect, test } from 'vitest';
import { ConditionalPay } from '../../../src/people/solver/conditionalPay.ts';
import { ForecastRows } from '../../../src/people/solver/forecastRows.ts';
import { Problem } from '../../../src/people/solver/problem.ts';
import { type PayoutCurve, payoutAt, payoutCurve } from '../../../src/plans/payoutCurve.ts';

const SD = [10, 3] as const;
const MEAN = [100, 50] as const;
const CLIFF = payoutCurve(0, 0, [{ at: 104, jump: 1000 }]);
const LINE = payoutCurve(0, 10, []);
const FACTOR = payoutCurve(0.5, 0, [
  { at: 48, slopeChange: 0.25 },
  { at: 52, slopeChange: -0.25 },
]);

interface Case {
  readonly curve: PayoutCurve;
  readonly correlation: number;
  readonly sign?: number;
  readonly factor?: PayoutCurve;
  readonly r?: number;
  readonly kept?: number;
}

function problemOf({ curve, correlation, sign = 1, factor, r = 0, kept = 1 }: Case) {
  const problem = new Problem(1, 2);
  problem.numerator.set(MEAN);
  problem.sd.set(SD);
  problem.riskAversionPerUsd = r;
  problem.addComponent(0, curve);
  problem.keptShare[0] = kept;
  if (factor === undefined) problem.addGate(0, 1, 51, sign);
  else problem.addFactor(0, 1, factor);
  problem.gateShare[0] = (correlation * SD[1]) / SD[0];
  return problem;
}

/** Certainty equivalent by a sum over a fine grid of both metrics. */
function byGrid({ curve, correlation, sign = 1, factor, r = 0, kept = 1 }: Case): number {
  const own = Math.sqrt(1 - correlation * correlation);
  const size = 1600;
  let [sum, mass] = [0, 0];
  for (let i = 0; i < size; i++) {
    const z = (16 * (i + 0.5)) / size - 8;
    const pay = payoutAt(curve, MEAN[0] + SD[0] * z);
    for (let k = 0; k < size; k++) {
      const e = (16 * (k + 0.5)) / size - 8;
      const weight = Math.exp(-0.5 * (z * z + e * e));
      const y = MEAN[1] + SD[1] * (correlation * z + own * e);
      const usd = pay * (factor === undefined ? Number((y - 51) * sign >= 0) : payoutAt(factor, y));
      sum += weight * (r > 0 ? kept * Math.exp(-r * usd) + 1 - kept : kept * usd);
      mass += weight;
    }
  }
  return r > 0 ? -Math.log(sum / mass) / r : sum / mass;
}

const CASES: readonly (readonly [name: string, of: Case])[] = [
  ['a cliff behind a gate that moves with it', { curve: CLIFF, correlation: 0.8 }],
  ['a cliff behind a gate that moves against it', { curve: CLIFF, correlation: -0.8, r: 0.001 }],
  ['a cliff behind a ceiling', { curve: CLIFF, correlation: 0.5, sign: -1 }],
  ['a cliff behind a gate that says nearly the same', { curve: CLIFF, correlation: 0.99, r: 0.001 }],
  ['pay in proportion behind a gate', { curve: LINE, correlation: 0.6, r: 0.001 }],
  ['pay in proportion times a factor', { curve: LINE, correlation: 0.6, factor: FACTOR }],
  ['a promise behind a gate', { curve: CLIFF, correlation: 0.4, r: 0.001, kept: 0.7 }],
];

test.each(CASES)('%s is worth what the joint law says', (_, of) => {
  const problem = problemOf(of);
  const rows = new ForecastRows(problem);
  rows.refresh(new Float64Array(1));
  const expected = byGrid(of);
  expect(Math.abs(new ConditionalPay(problem, rows).at(0, 0, 0) / expected - 1)).toBeLessThan(0.003);
});

test('slopes are those of a small move of the own and of the other metric', () => {
  const [, of] = CASES[0];
  const problem = problemOf(of);
  const rows = new ForecastRows(problem);
  const pay = new ConditionalPay(problem, rows);
  const at = (row: number, by: number) => {
    problem.numerator[row] = MEAN[row] + by;
    rows.refresh(new Float64Array(1));
    const value = pay.at(0, 0, 0);
    problem.numerator[row] = MEAN[row];
    rows.refresh(new Float64Array(1));
    return value;
  };
  rows.refresh(new Float64Array(1));
  expect(pay.slope(0)).toBeCloseTo((at(0, 0.1) - at(0, -0.1)) / 0.2, 2);
  expect(pay.pull(0)).toBeCloseTo((at(1, 0.03) - at(1, -0.03)) / 0.06, 1);
});
