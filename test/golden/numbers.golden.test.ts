import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fileOf, moved, numbersOf, readRenamed, unpack } from '../support/numbers.ts';

/** Scenarios that meet most of the engine between them; `npm run test:numbers` looks at all. */
const SCENARIOS = ['catherine.yaml', 'learning-director.yaml', 'poor-sellers-kept.yaml', 'inside-sales.yaml'];

/** It does not say whether the numbers are right: it says that they moved. See `scripts/numbers.ts` for renewing them. */
test.each(SCENARIOS)(
  'no outcome and no choice of %s has moved by a single bit',
  async (scenario) => {
    const kept = unpack(readFileSync(fileOf(scenario)));
    expect(kept.size).toBeGreaterThan(1);
    expect(moved(kept, await numbersOf(scenario), readRenamed())).toEqual([]);
  },
  60_000,
);
