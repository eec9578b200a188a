import { describe, expect, test } from 'vitest';
import type { Commission } from '../../src/model/plan.ts';
import { certaintyEquivalentSlope } from '../../src/plans/certaintyEquivalent.ts';
import { commissionCurve } from '../../src/plans/commissionCurve.ts';
import { CommissionWorth } from '../../src/plans/commissionWorth.ts';
import {
  compoundLattice,
  type Lattice,
  latticesOfMonths,
  momentsOf,
} from '../../src/plans/compoundLattice.ts';
import { payoutAt } from '../../src/plans/payoutCurve.ts';
import { openAccount, settle } from '../../src/plans/settlement.ts';
import type { BookingsPay, PayState } from '../../src/plans/worthSetting.ts';

const QUOTA = 15_000;
const DICE: Lattice = { step: 10_000, probability: Float64Array.of(0.3, 0.3, 0.25, 0.15) };
const TIERS: Commission = {
  tiers: [
    { fromShare: 0, rateShare: 0.05 },
    { fromShare: 0.8, rateShare: 0.1, reach: 'allDollars' },
    { fromShare: 1.2, rateShare: 0.2 },
  ],
};

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

function payOf(terms: Commission): BookingsPay {
  const period = terms.period ?? 'month';
  const { measured, draw, capUsdPerYear } = terms;
  return { period, measured, draw, capUsdPerYear, curveAt: (q, k) => commissionCurve(terms, q, q, k) };
}

function worthOf(terms: Commission, over: object = {}): CommissionWorth {
  return new CommissionWorth({
    terms: payOf(terms),
    quotaUsd: QUOTA,
    month: DICE,
    keepShare: 1,
    leaveShare: 0,
    leaversForfeit: false,
    riskAversionPerUsd: 0,
    foresightMonths: 12,
    ...over,
  });
}

/** Value of a year by dynamic programming over every history of bookings, in dollars. */
function byEveryHistory(terms: Commission, r: number): number {
  const length = MONTHS[terms.period ?? 'month'];
  const isToDate = terms.measured === 'yearToDate';
  const cap = terms.capUsdPerYear ?? Infinity;
  const known = new Map<string, number>();
  const from = (month: number, booked: number, paid: number): number => {
    if (month === 12) return 0;
    const key = `${month}/${booked}/${paid.toFixed(6)}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const values = [...DICE.probability].map((_, k) => {
      const now = booked + k * DICE.step;
      if ((month + 1) % length !== 0) return from(month + 1, now, paid);
      const months = isToDate ? month + 1 : length;
      const earned = payoutAt(commissionCurve(terms, months * QUOTA, months * QUOTA, months / length), now);
      const usd = Math.max(0, Math.min(earned - (isToDate ? paid : 0), cap - paid));
      return usd + from(month + 1, isToDate ? now : 0, paid + usd);
    });
    const mean = (of: (value: number) => number) =>
      values.reduce((sum, value, k) => sum + DICE.probability[k] * of(value), 0);
    const value = r > 0 ? -Math.log(mean((x) => Math.exp(-r * x))) / r : mean((x) => x);
    known.set(key, value);
    return value;
  };
  return from(0, 0, 0);
}

const AT_START: PayState = {
  month: 0,
  bookedUsd: 0,
  quotaUsd: 0,
  quotaOfMonthUsd: QUOTA,
  earnedUsd: 0,
  balanceUsd: 0,
  levelBeforeUsd: NaN,
};

describe('worth of pay with memory', () => {
  test.each<[string, Commission]>([
    ['a quarterly commission', { ...TIERS, period: 'quarter' }],
    ['year to date by the month', { ...TIERS, measured: 'yearToDate' }],
    ['year to date by the quarter', { ...TIERS, period: 'quarter', measured: 'yearToDate' }],
    ['a yearly cap', { ...TIERS, capUsdPerYear: 9000 }],
    ['a yearly cap by the quarter', { ...TIERS, period: 'quarter', capUsdPerYear: 9000 }],
    ['a yearly commission', { ...TIERS, period: 'year' }],
  ])('%s is worth what every history of bookings together is worth, within 0.1%%', (_, terms) => {
    for (const riskAversionPerUsd of [0, 1e-4]) {
      const exact = byEveryHistory(terms, riskAversionPerUsd);
      const found = 12 * worthOf(terms, { riskAversionPerUsd }).perMonthUsd;
      expect(Math.abs(found / exact - 1)).toBeLessThan(0.001);
    }
  });

  /** Commission of each of many years of drawn bookings, by payroll, in dollars. */
  function paidIn(terms: Commission, quotaUsd: number, month: Lattice): number[] {
    const length = MONTHS[terms.period ?? 'month'];
    const ends = cumulative(month);
    const cap = terms.capUsdPerYear ?? Infinity;
    const isToDate = terms.measured === 'yearToDate';
    let state = 12_345;
    const uniform = () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return state / 2_147_483_648;
    };
    return Array.from({ length: 3000 }, () => {
      let [booked, paid, due] = [0, 0, 0];
      for (let m = 1; m <= 12; m++) {
        const u = uniform();
        booked += month.step * ends.findIndex((end) => u < end);
        if (m % length !== 0) continue;
        const months = isToDate ? m : length;
        const total = payoutAt(
          commissionCurve(terms, months * quotaUsd, months * quotaUsd, months / length),
          booked,
        );
        const usd = Math.max(0, Math.min(total - (isToDate ? paid : 0), cap - paid));
        paid += usd;
        due += Math.max(usd, terms.draw?.usdPerPeriod ?? 0);
        if (!isToDate) booked = 0;
      }
      return due;
    });
  }

  const marginal: Commission['tiers'] = [
    { fromShare: 0, rateShare: 0.05 },
    { fromShare: 1, rateShare: 0.15 },
  ];
  const ELEMENTS: Readonly<Record<string, Commission>> = {
    quarter: { tiers: marginal, period: 'quarter' },
    'a retroactive tier': { ...TIERS, period: 'quarter' },
    'year to date': { ...TIERS, period: 'quarter', measured: 'yearToDate' },
    'a yearly cap': { tiers: marginal, period: 'quarter', capUsdPerYear: 1 },
    'a forgiven draw': { tiers: marginal, period: 'quarter', draw: { usdPerPeriod: 1, recoverable: false } },
    year: { tiers: marginal, period: 'year' },
  };

  test.each(Object.keys(ELEMENTS).flatMap((element) => [2, 10, 50].map((deals) => ({ element, deals }))))(
    '$element at $deals deals a quarter: mean payroll within 2%, and what a tenth more work adds within 10%',
    ({ element, deals }) => {
      const quotaUsd = (deals / 3) * 10_000;
      const { capUsdPerYear, draw, ...rest } = ELEMENTS[element];
      // Limits near what a year brings.
      const terms: Commission = {
        ...rest,
        ...(capUsdPerYear === undefined ? {} : { capUsdPerYear: 12 * quotaUsd * 0.055 }),
        ...(draw === undefined ? {} : { draw: { ...draw, usdPerPeriod: 3 * quotaUsd * 0.04 } }),
      };
      // More work brings more deals of the same sizes.
      const at = (times: number) => {
        const mean = times * quotaUsd;
        const month = compoundLattice(mean, mean * 10_000 * 1.25, 0.5, 48);
        const paid = paidIn(terms, quotaUsd, month);
        return { paid, worth: 12 * worthOf(terms, { quotaUsd, month }).perMonthUsd };
      };
      const usual = at(1);
      const harder = at(1.1);
      const mean = meanOf(usual.paid);
      expect(Math.abs(usual.worth - mean.mean)).toBeLessThan(0.02 * mean.mean + 2 * mean.error);
      // The same luck in both, so that the difference is known much better than either.
      const more = meanOf(harder.paid.map((usd, year) => usd - usual.paid[year]));
      expect(Math.abs(harder.worth - usual.worth - more.mean)).toBeLessThan(0.1 * more.mean + 2 * more.error);
    },
  );

  test('a draw that is always earned back changes nothing, to the last digit', () => {
    const draw = { usdPerPeriod: 600, recoverable: true };
    for (const balanceUsd of [0, 500, 4000])
      for (const terms of [TIERS, { rateShare: 0.1 }]) {
        const plain = worthOf(terms, { riskAversionPerUsd: 2e-5 }).worthAt(AT_START);
        const drawn = worthOf({ ...terms, draw }, { riskAversionPerUsd: 2e-5 });
        expect(drawn.worthAt({ ...AT_START, balanceUsd })).toEqual(plain);
      }
  });

  test('a draw mutes effort the more, the less likely it is earned back', () => {
    const slope = (usdPerPeriod: number, leaveShare: number) => {
      const terms = { rateShare: 0.1, draw: { usdPerPeriod, recoverable: true } };
      const worth = worthOf(terms, { leaveShare, keepShare: 0.99 });
      return certaintyEquivalentSlope(worth.worthAt({ ...AT_START, balanceUsd: 500 }), 14_000, 10_000, 0);
    };
    const slopes = [slope(900, 0), slope(900, 0.05), slope(900, 0.2), slope(3000, 0.2)];
    for (let i = 1; i < slopes.length; i++) expect(slopes[i]).toBeLessThan(slopes[i - 1]);
    expect(slopes[0]).toBeLessThan(0.1);
    expect(slopes[3]).toBeGreaterThan(0);
  });

  test('where leavers forfeit an unfinished quarter, a dollar is worth its rate to those who stay', () => {
    const terms: Commission = { rateShare: 0.1, period: 'quarter' };
    const slopeIn = (month: number, leaversForfeit: boolean) => {
      const worth = worthOf(terms, { leaveShare: 0.05, keepShare: 0.99, leaversForfeit });
      const state = { ...AT_START, month, quotaUsd: month * QUOTA };
      return (payoutAt(worth.worthAt(state), 20_000) - payoutAt(worth.worthAt(state), 10_000)) / 10_000;
    };
    for (const month of [0, 1, 2]) {
      const left = 2 - month;
      expect(slopeIn(month, false)).toBeCloseTo(0.1 * 0.99 ** left, 9);
      expect(slopeIn(month, true)).toBeCloseTo(0.1 * (0.99 * 0.95) ** left, 9);
    }
  });

  test('a forgiven draw is worth a floor, and pays nothing for the first dollars', () => {
    const worth = worthOf({ rateShare: 0.1, draw: { usdPerPeriod: 1000, recoverable: false } });
    const curve = worth.worthAt(AT_START);
    expect(payoutAt(curve, 9000) - payoutAt(curve, 0)).toBeCloseTo(0, 6);
    expect(payoutAt(curve, 30_000) - payoutAt(curve, 20_000)).toBeCloseTo(1000, 6);
  });

  test('year to date moves the sprint from the ends of quarters to that of the year', () => {
    const tiers: Commission['tiers'] = [
      { fromShare: 0, rateShare: 0.05 },
      { fromShare: 1, rateShare: 0.15, reach: 'allDollars' },
    ];
    const pull = (terms: Commission, month: number) => {
      const worth = worthOf(terms);
      const usual = worth.usualState(month);
      const standing = { ...usual, bookedUsd: usual.quotaUsd + QUOTA - 12_000 };
      return certaintyEquivalentSlope(worth.worthAt(standing), 10_000, 4000, 0);
    };
    const quarterly: Commission = { tiers, period: 'quarter' };
    const toDate: Commission = { ...quarterly, measured: 'yearToDate' };
    expect(pull(quarterly, 2)).toBeGreaterThan(1.5 * pull(quarterly, 0));
    expect(pull(quarterly, 2)).toBeCloseTo(pull(quarterly, 11), 6);
    expect(pull(toDate, 11)).toBeGreaterThan(1.2 * pull(toDate, 2));
    // With one rate there is nothing to sprint for.
    for (const measured of ['period', 'yearToDate'] as const)
      for (const month of [0, 2, 5, 11])
        expect(pull({ rateShare: 0.1, period: 'quarter', measured }, month)).toBeCloseTo(0.1, 9);
  });

  test('a retroactive tier pulls just below it, and a cap stops effort within its period', () => {
    const tiers: Commission['tiers'] = [
      { fromShare: 0, rateShare: 0.05 },
      { fromShare: 1, rateShare: 0.1, reach: 'allDollars' },
    ];
    const worth = worthOf({ tiers, period: 'quarter' });
    const at = (bookedUsd: number) =>
      certaintyEquivalentSlope(
        worth.worthAt({ ...AT_START, month: 2, bookedUsd, quotaUsd: 2 * QUOTA }),
        10_000,
        4000,
        0,
      );
    expect(at(34_000)).toBeGreaterThan(3 * at(0));
    expect(at(34_000)).toBeGreaterThan(2 * at(60_000));
    const capped = worthOf({ rateShare: 0.1, period: 'quarter', capUsd: 3000 });
    const standing = { ...AT_START, month: 1, bookedUsd: 40_000, quotaUsd: QUOTA };
    expect(certaintyEquivalentSlope(capped.worthAt(standing), 10_000, 4000, 0)).toBeCloseTo(0, 9);
  });
});

describe('lattices', () => {
  test.each([1, 3, 12])('%d months of deals keep mean and variance', (months) => {
    const month = compoundLattice(40_000, 40_000 * 20_000 * 1.25, 0.5, 48);
    const { mean, sd } = momentsOf(latticesOfMonths(month, months)[months]);
    expect(mean / (months * 40_000)).toBeCloseTo(1, 3);
    expect(sd / Math.sqrt(months * 40_000 * 20_000 * 1.25)).toBeCloseTo(1, 1);
  });
});

test('a draw is paid back only from what exceeds it, and never takes pay below it', () => {
  const pay = {
    baseUsdPerYear: 0,
    commission: { rateShare: 1, draw: { usdPerPeriod: 2000, recoverable: true } },
  };
  const account = openAccount();
  const due = [2750, 3000, 1500, 2375, 3000, 2750].map((commissionUsd, month) => {
    const day = { month, months: 1, monthInJob: month, bonusUsd: 0, commissionUsd, commissionPeriods: 1 };
    return settle(pay, day, account).dueUsd;
  });
  expect(due).toEqual([2750, 3000, 2000, 2000, 2875, 2750]);
});

function meanOf(values: readonly number[]): { readonly mean: number; readonly error: number } {
  const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
  const squares = values.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  return { mean, error: Math.sqrt(squares) / values.length };
}

function cumulative({ probability }: Lattice): number[] {
  const ends = Array.from(probability);
  for (let k = 1; k < ends.length; k++) ends[k] += ends[k - 1];
  ends[ends.length - 1] = 1;
  return ends;
}
