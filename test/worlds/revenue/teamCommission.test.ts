import { describe, expect, test } from 'vitest';
import type { Commission, PersonPlan } from '../../../src/model/plan.ts';
import { payoutAt } from '../../../src/plans/payoutCurve.ts';
import { SLOTS } from '../../../src/worlds/revenue/catalogue/counters.ts';
import { compilePay } from '../../../src/worlds/revenue/compile/pay.ts';
import type { Beliefs } from '../../../src/worlds/revenue/contract/beliefs.ts';
import { COUNTER } from '../../../src/worlds/revenue/contract/counters.ts';
import type { PersonValues } from '../../../src/worlds/revenue/contract/world.ts';
import { TeamCommission } from '../../../src/worlds/revenue/minds/teamCommission.ts';

const MEAN = 300_000;
const SD = 60_000;

const TASTES = { discountSharePerMonth: 0, riskAversionPerUsd: 0, foresightMonths: 12 };

function worthOf(commission: Commission, over: Partial<PersonPlan> = {}, tastes = TASTES, creditShare = 1) {
  const written = { baseUsdPerYear: 0, commission, ...over };
  const pay = compilePay(written, 'judge', MEAN);
  const slots = SLOTS.counters.length * 3;
  const baseline = new Float64Array(slots);
  const variance = new Float64Array(slots);
  baseline[COUNTER.bookingsUsd] = MEAN;
  variance[COUNTER.bookingsUsd] = SD * SD;
  return new TeamCommission({
    component: pay.cells.find(({ followsQuota }) => followsQuota)!,
    written,
    pay,
    person: tastes as PersonValues,
    beliefs: { baseline, variance } as unknown as Beliefs,
    quotaUsdPerMonth: MEAN,
    dealCv: 0.8,
    creditShare,
  });
}

describe('a commission on the team’s bookings to somebody who stays', () => {
  const rateShare = 0.02;

  test('a cap that is never reached, and a draw that is surely earned back, change nothing', () => {
    expect(worthOf({ rateShare, capUsdPerYear: 1e9 }).perDollarUsd).toBeCloseTo(rateShare, 6);
    const drawn = worthOf({ rateShare, draw: { usdPerPeriod: 3000, recoverable: true } });
    expect(drawn.perDollarUsd).toBeCloseTo(rateShare, 6);
    expect(drawn.recoveryOf(5000)).toBeCloseTo(5000, 6);
  });

  test('a draw that is seldom exceeded leaves little of a dollar, and little is earned back', () => {
    const tastes = { ...TASTES, discountSharePerMonth: 0.02 };
    const of = (usdPerPeriod: number) =>
      worthOf({ rateShare, draw: { usdPerPeriod, recoverable: true } }, {}, tastes);
    const [small, middle, large] = [3000, 6200, 9000].map((usd) => of(usd).perDollarUsd);
    expect(small).toBeGreaterThan(0.8 * rateShare);
    expect(middle).toBeLessThan(small);
    expect(large).toBeLessThan(0.2 * rateShare);
    expect(of(9000).recoveryOf(5000)).toBeLessThan(500);
  });

  test('a yearly cap leaves a dollar its rate as far as the year stays below it', () => {
    // A year brings $72,000, give or take $4,157.
    const at = (capUsdPerYear: number) => worthOf({ rateShare, capUsdPerYear }).perDollarUsd / rateShare;
    expect(at(90_000)).toBeGreaterThan(0.99);
    expect(at(72_000)).toBeGreaterThan(0.4);
    expect(at(72_000)).toBeLessThan(0.6);
    expect(at(60_000)).toBeLessThan(0.02);
    expect(worthOf({ rateShare, capUsd: 1e9 }, { capUsdPerYear: 72_000 }).perDollarUsd).toBeCloseTo(
      at(72_000) * rateShare,
      9,
    );
  });

  test('credit scales a dollar, and quota is reached later', () => {
    expect(worthOf({ rateShare, capUsdPerYear: 1e9 }, {}, TASTES, 0.25).perDollarUsd).toBeCloseTo(
      0.25 * rateShare,
      6,
    );
    const cliff: Commission = {
      tiers: [
        { fromShare: 0, rateShare: 0 },
        { fromShare: 0.5, rateShare: 0.02 },
      ],
      capUsdPerYear: 1e9,
    };
    const half = worthOf(cliff, {}, TASTES, 0.5).usual();
    const whole = worthOf(cliff).usual();
    for (const booked of [200_000, 400_000])
      expect(payoutAt(half, 2 * booked)).toBeCloseTo(payoutAt(whole, booked), 6);
  });

  test('deferral scales a dollar by its present value, beside a draw as well', () => {
    const tastes = { ...TASTES, discountSharePerMonth: 0.01 };
    const deferral = { share: 0.5, months: 6, of: 'commission' } as const;
    const draw = { usdPerPeriod: 1, recoverable: false };
    const plain = worthOf({ rateShare, draw }, {}, tastes).perDollarUsd;
    const late = worthOf({ rateShare, draw }, { deferral }, tastes).perDollarUsd;
    expect(late / plain).toBeCloseTo(1 - 0.5 * (1 - 0.99 ** 6), 6);
  });
});
