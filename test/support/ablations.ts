import { describe, expect, test } from 'vitest';
import { Ablator } from '../../src/validation/ablate.ts';
import { ABLATIONS } from '../../src/validation/ablations.ts';
import { cache } from './shared.ts';
import { textOf } from './shipped.ts';
import { isThorough } from './thorough.ts';

/** Number of test files that share the ablations. */
const PARTS = 3;

/**
 * Tests one part of the ablations, so that several files can share the work. Ablations of one scenario stay
 * together, because they share its preparation.
 */
export function testAblations(part: number): void {
  const names = [...new Set(ABLATIONS.map(({ scenario }) => scenario))];
  // One in three in `npm test`, all in `npm run test:thorough`.
  const mine = ABLATIONS.filter(
    ({ scenario }, i) => names.indexOf(scenario) % PARTS === part && (isThorough || i % 3 === 0),
  );
  const ablator = new Ablator(textOf, cache);
  describe('ablations', () => {
    test.each(mine.map((ablation) => [ablation.mechanic, ablation] as const))(
      'removing the mechanic moves its outcome by more than four standard errors: %s',
      async (_, ablation) => {
        // Ten runs suffice for most; the others take up to sixty.
        const z = async (runs: number) => {
          const { meanDifference, se } = await ablator.differ(ablation, runs);
          return (ablation.moves === 'up' ? meanDifference : -meanDifference) / se;
        };
        let found = 0;
        for (const runs of [10, 20, 60]) if (!(found > 8)) found = await z(runs);
        expect(found).toBeGreaterThan(4);
      },
      120_000,
    );
  });
}
