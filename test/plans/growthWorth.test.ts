import { describe, expect, test } from 'vitest';
import { GrowthWorth } from '../../src/plans/growthWorth.ts';
import { payoutAt, payoutCurve } from '../../src/plans/payoutCurve.ts';

const SURE = 1e5;
/** $10,000 for each 100% of growth, and nothing where there is none. */
const CURVE = payoutCurve(0, 0, [{ at: 0, slopeChange: 10_000 }]);

const worthOf = (over: object = {}, levelUsd = SURE, length = 1) =>
  new GrowthWorth({
    length,
    curve: CURVE,
    month: { step: levelUsd, probability: Float64Array.of(0, 1) },
    keepShare: 0.98,
    leaveShare: 0,
    leaversForfeit: false,
    riskAversionPerUsd: 0,
    foresightMonths: 12,
    ...over,
  });
const stateOf = (over: object = {}) => ({
  month: 0,
  bookedUsd: 0,
  quotaUsd: 0,
  quotaOfMonthUsd: 0,
  earnedUsd: 0,
  balanceUsd: 0,
  levelBeforeUsd: SURE,
  ...over,
});

describe('pay on the growth of a seller’s bookings', () => {
  test('more than before pays its face now and takes as much, discounted, from the next period', () => {
    const curve = worthOf().worthAt(stateOf());
    // The next level is as before: what is booked beyond it is no growth then, what is held back is.
    const places = (2 * SURE) / 32;
    for (const x of [14 * places, 16 * places, 20 * places])
      expect(payoutAt(curve, x)).toBeCloseTo(
        10_000 * (Math.max(0, x / SURE - 1) + 0.98 * Math.max(0, SURE / x - 1)),
        6,
      );
  });

  test('in steady growth a dollar is worth r / (1 + r) of its face', () => {
    const next = SURE * 1.1;
    const h = (2 * next) / 32;
    const [low, high] = [13 * h, 15 * h];
    // Between two places of the curve the next period loses exactly d of what this one gains, if the level
    // is to the last as the next is to it.
    const base = (low * high) / next;
    const curve = worthOf({}, next).worthAt(stateOf({ levelBeforeUsd: base }));
    const faceUsd = (10_000 / base) * (high - low);
    expect((payoutAt(curve, high) - payoutAt(curve, low)) / faceUsd).toBeCloseTo(0.02, 9);
  });

  test('who leaves does not mind the next base, and who has no level to grow on is paid nothing now', () => {
    const gone = worthOf({ leaveShare: 1 }).worthAt(stateOf());
    expect(payoutAt(gone, 1.5 * SURE)).toBeCloseTo(5000, 6);
    expect(payoutAt(gone, 0.5 * SURE)).toBe(0);
    const first = worthOf().worthAt(stateOf({ levelBeforeUsd: NaN }));
    expect(payoutAt(first, 1.5 * SURE)).toBeCloseTo(0, 6);
    expect(payoutAt(first, 0.5 * SURE)).toBeGreaterThan(0);
  });

  test('in a quarter, what is booked so far counts, and later months are ordinary', () => {
    const worth = worthOf({ leaveShare: 1, keepShare: 1 }, SURE, 3);
    const curve = worth.worthAt(stateOf({ month: 1, bookedUsd: SURE, levelBeforeUsd: 2 * SURE }));
    // One booked, one to come in the last month: x more of this one.
    expect(payoutAt(curve, SURE)).toBeCloseTo(5000, 6);
  });
});
