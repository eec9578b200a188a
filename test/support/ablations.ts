import { describe, expect, test } from 'vitest';
import { Ablator } from '../../src/validation/ablate.ts';
import { ABLATIONS } from '../../src/validation/ablations.ts';
import { cache } from './shared.ts';
import { textOf } from './shipped.ts';

/** Number of test files that share the ablations. */
const PARTS = 3;

/**
 * Tests one part of the ablations, so that several files can share the work. Ablations of one scenario stay
 * together, because they share its preparation.
 */
export function testAblations(part: number): void {
  const names = [...new Set(ABLATIONS.map(({ scenario }) => scenario))];
  const mine = ABLATIONS.filter(({ scenario }) => names.indexOf(scenario) % PARTS === part);
  const ablator = new Ablator(textOf, cache);
  describe('ablations', () => {
    test.each(mine.map((ablation) => [ablation.mechanic, ablation] as const))(
      'removing the mechanic moves its outcome by more than four standard errors: %s',
      async (_, ablation) => {
        // Twenty runs suffice for most; the others take sixty.
        const z = async (runs: number) => {
          const { meanDifference, se } = await ablator.differ(ablation, runs);
          return (ablation.moves === 'up' ? meanDifference : -meanDifference) / se;
        };
        const first = await z(20);
        expect(first > 6 ? first : await z(60)).toBeGreaterThan(4);
      },
      120_000,
    );
  });
}
