import { describe, expect, test } from 'vitest';
import { WorldBook } from '../../src/experiments/worldBook.ts';
import { ablate } from '../../src/validation/ablate.ts';
import { ABLATIONS } from '../../src/validation/ablations.ts';
import { textOf } from './shipped.ts';

/** Tests half of the mechanics, so that two files can share the work: scenarios are kept together, since what is known of their worlds is. */
export function testAblations(half: 'first' | 'second'): void {
  const names = [...new Set(ABLATIONS.map(({ scenario }) => scenario))];
  // The Catherine company has as many rows as a third of the others together.
  const mine = ABLATIONS.filter(({ scenario }) => (names.indexOf(scenario) % 3 === 1) === (half === 'first'));
  const book = new WorldBook();
  describe('every mechanic, taken out, moves its outcome by more than four standard errors', () => {
    test.each(mine.map((ablation) => [ablation.mechanic, ablation] as const))(
      '%s',
      async (_, ablation) => {
        // Most show at twenty runs; the others at sixty.
        const z = async (runs: number) => {
          const { meanDifference, se } = await ablate(ablation, runs, textOf, book);
          return (ablation.moves === 'up' ? meanDifference : -meanDifference) / se;
        };
        const first = await z(20);
        expect(first > 6 ? first : await z(60)).toBeGreaterThan(4);
      },
      30_000,
    );
  });
}
