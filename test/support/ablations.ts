import { describe, expect, test } from 'vitest';
import { Ablator } from '../../src/validation/ablate.ts';
import { ABLATIONS } from '../../src/validation/ablations.ts';
import { cache } from './shared.ts';
import { textOf } from './shipped.ts';

/** How many parts the mechanics are tested in. */
const PARTS = 3;

/** Tests a part of the mechanics, so that several files can share the work: scenarios are kept together, since what is known of their worlds is. */
export function testAblations(part: number): void {
  const names = [...new Set(ABLATIONS.map(({ scenario }) => scenario))];
  const mine = ABLATIONS.filter(({ scenario }) => names.indexOf(scenario) % PARTS === part);
  const ablator = new Ablator(textOf, cache);
  describe('every mechanic, taken out, moves its outcome by more than four standard errors', () => {
    test.each(mine.map((ablation) => [ablation.mechanic, ablation] as const))(
      '%s',
      async (_, ablation) => {
        // Most show at twenty runs; the others at sixty.
        const z = async (runs: number) => {
          const { meanDifference, se } = await ablator.differ(ablation, runs);
          return (ablation.moves === 'up' ? meanDifference : -meanDifference) / se;
        };
        const first = await z(20);
        expect(first > 6 ? first : await z(60)).toBeGreaterThan(4);
      },
      30_000,
    );
  });
}
