import { expect, test } from 'vitest';
import { compare } from '../../src/experiments/commands/compare.ts';
import { parseScenario } from '../../src/scenario/load.ts';
import { CATHERINE } from '../support/catherine.ts';

test('the interval of a share that is 0 in every run is Wilson’s, and does not collapse', async () => {
  const scenario = parseScenario(CATHERINE, { set: { 'question.horizonMonths': 3 } });
  const replicates = 40;
  const bundle = await compare(scenario, { arms: ['salary-only'], replicates, counterfactuals: 'none' });
  const { mean, ci95, unit } = bundle.arms.find(({ name }) => name === 'salary-only')!.outcomes
    .dismissedShare;
  expect([mean, unit]).toEqual([0, 'share']);
  // Wilson 1927: upper limit z² / (n + z²) for no case among n.
  const z = 1.959963984540054;
  expect(ci95[0]).toBe(0);
  expect(ci95[1]).toBeCloseTo((z * z) / (replicates + z * z), 9);
}, 30_000);
