import { describe, expect, test } from 'vitest';
import { payoutAt } from '../../../src/plans/payoutCurve.ts';
import { SellerMind } from '../../../src/worlds/revenue/minds/seller/seller.ts';
import { companiesOf, type SellerPay } from '../../support/oneSeller.ts';
import { isThorough, sized } from '../../support/thorough.ts';

const QUOTA = 20_000;
const companyOf = companiesOf();

function mindOf(pay: SellerPay): SellerMind {
  const company = companyOf(pay, { quotaUsdPerMonth: QUOTA });
  return new SellerMind(company, company.sellers[0]);
}

/** Pairs of notations for the same pay. */
const PAIRS: Readonly<Record<string, readonly [SellerPay, SellerPay]>> = {
  'a gate on attainment is a retroactive tier': [
    {
      commission: { period: 'quarter', rateShare: 0.1, gates: [{ metric: 'quota-attainment', level: 0.9 }] },
    },
    {
      commission: {
        period: 'quarter',
        tiers: [
          { fromShare: 0, rateShare: 0 },
          { fromShare: 0.9, rateShare: 0.1, reach: 'allDollars' },
        ],
      },
    },
  ],
  'a multiplier that jumps with attainment is a retroactive tier': [
    {
      commission: {
        period: 'quarter',
        rateShare: 0.1,
        multiplier: {
          metric: 'quota-attainment',
          points: [
            [1.05, 1],
            [1.05, 1.5],
          ],
        },
      },
    },
    {
      commission: {
        period: 'quarter',
        tiers: [
          { fromShare: 0, rateShare: 0.1 },
          { fromShare: 1.05, rateShare: 0.15, reach: 'allDollars' },
        ],
      },
    },
  ],
  'a gate on own bookings of a bonus on own bookings is a threshold': [
    {
      bonusUsdPerYear: 24_000,
      components: [
        {
          metric: 'bookings',
          period: 'quarter',
          target: 60_000,
          weightShare: 1,
          payout: 'linear',
          gates: [{ metric: 'bookings', level: 48_000 }],
        },
      ],
    },
    {
      bonusUsdPerYear: 24_000,
      components: [
        {
          metric: 'bookings',
          period: 'quarter',
          target: 60_000,
          weightShare: 1,
          payout: {
            points: [
              [0, 0],
              [0.8, 0],
              [0.8, 0.8],
              [10, 10],
            ],
          },
        },
      ],
    },
  ],
};

describe('conditions on what a seller books are kinks in what it pays', () => {
  test.each(Object.keys(PAIRS).filter((_, i) => isThorough || i > 1))(
    '%s: both are worth the same',
    (name) => {
      const [one, other] = PAIRS[name].map((pay) => mindOf(pay).commissionAt(QUOTA));
      let largest = 0;
      let difference = 0;
      for (let x = 0; x <= 100_000; x += sized(2500, 500)) {
        largest = Math.max(largest, Math.abs(payoutAt(other, x) - payoutAt(other, 0)));
        const gain = payoutAt(one, x) - payoutAt(one, 0);
        difference = Math.max(difference, Math.abs(gain - (payoutAt(other, x) - payoutAt(other, 0))));
      }
      expect(largest).toBeGreaterThan(1000);
      expect(difference / largest).toBeLessThan(1e-3);
    },
  );
});
