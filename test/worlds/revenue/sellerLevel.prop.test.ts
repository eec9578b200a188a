import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { levelAt, settledSteps, stepsTo } from '../../../src/worlds/revenue/minds/seller/level.ts';

describe('levels of sellers', () => {
  test('the settled level is one for which effort was chosen, whatever people choose', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -30, max: 30 }),
        fc.double({ min: 0, max: 3, noNaN: true }),
        fc.infiniteStream(fc.double({ min: 0.2, max: 2.5, noNaN: true })),
        (steps, gainShare, efforts) => {
          const asked = new Set<number>();
          const at = settledSteps(steps, gainShare, (level) => {
            asked.add(level);
            return efforts.next().value;
          });
          expect(asked.has(at)).toBe(true);
          expect(asked.size).toBeLessThanOrEqual(6);
        },
      ),
      { seed: 3, numRuns: 300 },
    );
  });

  test('with the same effort whatever is expected, bookings have it, to half a step', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -20, max: 20 }),
        fc.double({ min: 0, max: 1.5, noNaN: true }),
        fc.double({ min: 0.5, max: 2, noNaN: true }),
        (steps, gainShare, effort) => {
          const at = settledSteps(steps, gainShare, () => effort);
          const wanted = levelAt(steps) * Math.max(0.05, 1 + gainShare * (effort - 1));
          expect(Math.abs(Math.log(levelAt(at) / wanted))).toBeLessThan(0.5001 * Math.log(1.05));
        },
      ),
      { seed: 4, numRuns: 300 },
    );
  });

  test('an average seller is no step away', () => {
    expect([stepsTo(1), levelAt(0), stepsTo(1.05)]).toEqual([0, 1, 1]);
  });
});
