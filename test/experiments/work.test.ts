import { expect, test } from 'vitest';
import {
  usuallyTested,
  workOfBest,
  workOfCompare,
  workOfOptimise,
  workOfSweep,
} from '../../src/experiments/commands/work.ts';
import { parseScenario } from '../../src/scenario/load.ts';
import { CATHERINE } from '../support/catherine.ts';
import { shippedScenarios } from '../support/numbers.ts';
import { readBase, textOf } from '../support/shipped.ts';

const catherine = (set: Readonly<Record<string, unknown>> = {}) => parseScenario(CATHERINE, { set });

test('every shipped scenario at its own runs takes less than a third of the limit of two hours', () => {
  for (const file of shippedScenarios()) {
    const scenario = parseScenario(textOf(file), { file, readBase });
    const sensitivity = usuallyTested(scenario, {}, 4);
    // Only the largest department is not tested unless that is asked for.
    expect(sensitivity, file).toBe(file === 'department-large.yaml' ? 0 : 4);
    expect(workOfCompare(scenario, { sensitivity }), file).toBeLessThan(2400);
  }
});

test('the estimate grows with sellers, leads, people, months, runs, arms, counterfactuals and assumptions', () => {
  const base = workOfCompare(catherine());
  const more: readonly number[] = [
    workOfCompare(catherine({ 'sales.reps': 50 })),
    workOfCompare(catherine({ 'market.channels.organic.visitsPerMonth': 60_000 })),
    workOfCompare(catherine({ 'question.horizonMonths': 24 })),
    workOfCompare(catherine(), { replicates: 1000 }),
    workOfCompare(catherine(), { sensitivity: 4 }),
  ];
  for (const seconds of more) expect(seconds).toBeGreaterThan(1.2 * base);
  expect(workOfCompare(catherine(), { arms: ['fluff'] })).toBeLessThan(0.7 * base);
  expect(workOfCompare(catherine(), { counterfactuals: 'none' })).toBeLessThan(0.7 * base);
});

test('preparation that several points of a sweep share is counted once', () => {
  const axis = (path: string) => [{ path, values: [0, 0.01, 0.02, 0.03] }];
  const shared = workOfSweep(CATHERINE, axis('governance.auditRatePerMonth'), {}, { replicates: 2 });
  const own = workOfSweep(CATHERINE, axis('sales.dropAfterDays'), {}, { replicates: 2 });
  expect(own).toBeGreaterThan(2.5 * shared);
});

test('the estimates of a selection and of a search are those of their largest number of runs', () => {
  const few = workOfBest(catherine(), { maxReplicates: 1000 });
  expect(workOfBest(catherine(), { maxReplicates: 20_000 }) / few).toBeGreaterThan(15);
  const short = workOfOptimise(catherine(), { evaluations: 10 });
  expect(workOfOptimise(catherine(), { evaluations: 1000 }) / short).toBeGreaterThan(10);
});
