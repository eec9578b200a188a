import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mostDiscountForClosingNow } from '../../src/people/dealTiming.ts';
import { certaintyEquivalent } from '../../src/plans/certaintyEquivalent.ts';
import { payoutCurve } from '../../src/plans/payoutCurve.ts';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const curves = fc
  .record({
    slope: number(0.01, 0.3),
    at: number(0, 200),
    change: number(0, 0.2),
    jump: fc.constantFrom(0, 5),
  })
  .map(({ slope, at, change, jump }) => payoutCurve(0, slope, [{ at, slopeChange: change, jump }]));

test('the largest discount makes the seller indifferent between closing now and waiting', () => {
  let given = 0;
  fc.assert(
    fc.property(
      fc.record({
        now: curves,
        next: curves,
        bookedNowUsd: number(0, 200),
        sdNowUsd: fc.constantFrom(0, 30),
        bookedNextUsd: number(0, 200),
        sdNextUsd: fc.constantFrom(0, 40),
        dealUsd: number(5, 100),
        keepShare: number(0.5, 1),
        costShare: fc.constantFrom(0, 0.02),
        effortUsd: fc.constantFrom(0, 0.7),
        riskAversionPerUsd: fc.constantFrom(0, 0.03),
      }),
      (choice) => {
        const r = choice.riskAversionPerUsd;
        const worth = (curve: typeof choice.now, mean: number, sd: number) =>
          certaintyEquivalent(curve, mean, sd, r);
        const waiting =
          choice.effortUsd +
          choice.keepShare *
            (worth(choice.next, choice.bookedNextUsd + choice.dealUsd, choice.sdNextUsd) -
              worth(choice.next, choice.bookedNextUsd, choice.sdNextUsd) -
              choice.costShare * choice.dealUsd);
        const closing = (discount: number) =>
          worth(choice.now, choice.bookedNowUsd + (1 - discount) * choice.dealUsd, choice.sdNowUsd) -
          worth(choice.now, choice.bookedNowUsd, choice.sdNowUsd) -
          choice.costShare * (1 - discount) * choice.dealUsd;
        const most = mostDiscountForClosingNow({
          ...choice,
          worthNext: (moreUsd) => worth(choice.next, choice.bookedNextUsd + moreUsd, choice.sdNextUsd),
        });
        if (closing(0) <= waiting) {
          expect(most).toBe(0);
          return;
        }
        given++;
        expect(most).toBeGreaterThan(0);
        expect(most).toBeLessThanOrEqual(1);
        // Commission rises with bookings, so there is a single point of indifference or a jump across it.
        expect(closing(Math.max(0, most - 1e-9))).toBeGreaterThanOrEqual(waiting - 1e-6);
        if (most < 1) expect(closing(Math.min(1, most + 1e-9))).toBeLessThanOrEqual(waiting + 1e-6);
      },
    ),
    { seed: 41, numRuns: 800 },
  );
  expect(given).toBeGreaterThan(100);
});
