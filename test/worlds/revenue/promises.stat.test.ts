import { beforeAll, describe, expect, test } from 'vitest';
import type { Bundle } from '../../../src/experiments/result/bundle.ts';
import { armOf, contrast, mean, play } from '../../support/shipped.ts';
import { isThorough, sized } from '../../support/thorough.ts';

describe('promising too much', () => {
  let bundle: Bundle;
  beforeAll(async () => {
    bundle = await play('promises', sized(25, 60));
  }, 60_000);

  test('sellers on commission promise too much, which raises revenue but lowers renewals and profit', () => {
    expect(mean(bundle, 'bookings', 'promisedShare')).toBeGreaterThan(0.4);
    const signs = { revenueUsd: 1, renewalUsd: -1, customerSatisfactionScore: -1, profitUsd: -1 } as const;
    for (const [id, sign] of Object.entries(signs)) {
      const { meanDifference, se } = contrast(bundle, 'bookings-honest', id);
      expect(-sign * meanDifference, id).toBeGreaterThan(4 * se);
    }
  });

  test("hardly any deal is oversold without a commission, or with a clawback within the seller's foresight", () => {
    for (const arm of ['salary', 'paid-back', 'bookings-honest'])
      expect(mean(bundle, arm, 'promisedShare'), arm).toBeLessThan(0.01);
    // A clawback beyond a seller's foresight does not deter.
    const [short, free] = ['paid-back-short-sighted', 'bookings'].map((arm) =>
      mean(bundle, arm, 'promisedShare'),
    );
    expect(Math.abs(short / free - 1)).toBeLessThan(0.01);
    expect(contrast(bundle, 'paid-back-short-sighted', 'repPayUsd').meanDifference).toBeLessThan(0);
  });

  test.runIf(isThorough)('commission is clawed back at its rate on first contracts that end', async () => {
    // Nobody promises and every customer leaves, so no deal won in the first six of twelve months is renewed.
    const all = await play(
      'promises',
      25,
      {
        'customers.churnShare': 1,
        'customers.unreadyChurnShare': 1,
        'customers.churnSharePerFit': 0,
        'calendar.warmUpMonths': 0,
        'sales.promiseLiftShare': 0,
        'sales.effortCostTimes': 0,
      },
      ['paid-back', 'bookings-honest'],
    );
    const [kept, back] = ['bookings-honest', 'paid-back'].map(
      (arm) => armOf(all, arm).outcomes.repPayUsd.mean,
    );
    // A forward-looking seller would work less for commission that is clawed back; without a cost of
    // effort none is chosen.
    const bookings = armOf(all, 'paid-back').monthly.bookings.reported;
    const ended = bookings.slice(0, -6).reduce((sum, month) => sum + month, 0);
    expect(Math.abs((kept - back) / (0.1 * ended) - 1)).toBeLessThan(1e-5);
  });
});

test.runIf(isThorough)(
  'identical deals are oversold in the share 1 − exp(−gain / trouble)',
  async () => {
    const alike = await play(
      'promises',
      sized(40, 100),
      { 'buyers.fitSd': 0, 'sales.dealCv': 0, 'sales.skillCv': 0 },
      ['bookings'],
    );
    const { mean: share, se } = armOf(alike, 'bookings').outcomes.promisedShare;
    const gain = 0.1 * 23_000 * 0.25 * 0.4;
    const promised = 1 - Math.exp(-gain / 300);
    // Share among deals won: deals with promises are won a quarter more often.
    expect(Math.abs(share - (promised * 1.25) / (1 + 0.25 * promised))).toBeLessThan(4 * se);
  },
  60_000,
);
