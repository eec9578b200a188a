import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fileOf, moved, numbersOf, readRenamed, unpack } from '../support/numbers.ts';
import { isThorough } from '../support/thorough.ts';

/** Scenarios that together cover most of the engine; `npm run test:numbers` covers all. */
const SCENARIOS = isThorough
  ? ['catherine.yaml', 'learning-director.yaml', 'product-lines.yaml', 'inside-sales.yaml']
  : ['catherine.yaml', 'product-lines.yaml'];

/** Detects changes and says nothing about correctness. `scripts/numbers.ts` renews the stored numbers. */
test.each(SCENARIOS)(
  'no outcome or decision of %s has changed by a single bit',
  async (scenario) => {
    const kept = unpack(readFileSync(fileOf(scenario)));
    expect(kept.size).toBeGreaterThan(1);
    expect(moved(kept, await numbersOf(scenario), readRenamed())).toEqual([]);
  },
  60_000,
);
