import { expect, test } from 'vitest';
import { bundleSchema } from '../../src/experiments/result/bundleSchema.ts';
import { expectGolden } from '../support/golden.ts';
import { runCatherine } from '../support/catherine.ts';

const FILE = 'test/golden/catherine.json';

/**
 * Regression test: the means of a small comparison to the last digit. It detects changes and says nothing
 * about correctness. After an intended change, run with UPDATE_GOLDEN=1 and list the change under "Changed
 * results" in the changelog.
 */
test('the mean outcomes of three arms of the Catherine company are unchanged', async () => {
  const bundle = await runCatherine(['fluff', 'revenue-tied', 'salary-only'], {}, 50, { counterfactuals: 'all' });
  expect(bundleSchema.safeParse(JSON.parse(JSON.stringify(bundle))).success).toBe(true);
  const numbers = Object.fromEntries(
    bundle.arms.map((arm) => [arm.name, Object.fromEntries(Object.entries(arm.outcomes).map(([id, o]) => [id, o.mean]))]),
  );
  expectGolden(FILE, numbers);
}, 60_000);
