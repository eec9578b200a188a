import { describe, expect, test } from 'vitest';
import {
  exponentialFrom,
  logNormalFrom,
  logNormalParameters,
  normalFrom,
} from '../../src/random/distributions.ts';
import { luckKey, uniform } from '../../src/random/luck.ts';
import { SellerWorths } from '../../src/worlds/revenue/minds/seller/worths.ts';
import { payOn } from '../../src/worlds/revenue/statement/payOn.ts';
import { companiesOf, type SellerPay } from '../support/oneSeller.ts';
import { isThorough, sized } from '../support/thorough.ts';

/*
 * Every element of a seller's pay, valued by the true law of bookings (compound Poisson, log-normal deals),
 * against the payroll of many years at that law: expected pay, and what a tenth more effort adds.
 */

const DEAL_USD = 10_000;
const CV = 0.8;
const MORE = 1.1;
const YEARS = sized(400, 4000);

const tiers = [
  { fromShare: 0, rateShare: 0.06 },
  { fromShare: 1, rateShare: 0.12 },
];
const retroactive = [
  { fromShare: 0, rateShare: 0.05 },
  { fromShare: 0.9, rateShare: 0.08, reach: 'allDollars' as const },
];
/** Elements, and the months of their period. */
const ELEMENTS: Readonly<Record<string, readonly [pay: (quotaUsd: number) => SellerPay, months: number]>> = {
  'marginal tiers': [() => ({ commission: { tiers } }), 1],
  'a retroactive tier': [() => ({ commission: { tiers: retroactive } }), 1],
  'a threshold on the excess': [
    () => ({ commission: { rateShare: 0.1, thresholdShare: 0.5, thresholdOn: 'excess' } }),
    1,
  ],
  'a cap': [(quota) => ({ commission: { rateShare: 0.1, capUsd: 0.12 * quota } }), 1],
  'tiers by the quarter': [() => ({ commission: { period: 'quarter', tiers } }), 3],
  'tiers year to date': [() => ({ commission: { period: 'quarter', measured: 'yearToDate', tiers } }), 3],
  'tiers against the year': [
    () => ({ commission: { period: 'quarter', measured: 'againstYear', tiers } }),
    3,
  ],
  'a yearly cap': [(quota) => ({ commission: { rateShare: 0.1, capUsdPerYear: 1.2 * quota } }), 1],
  'a forgiven draw': [
    (quota) => ({ commission: { rateShare: 0.1, draw: { usdPerPeriod: 0.08 * quota, recoverable: false } } }),
    1,
  ],
  'a recoverable draw': [
    (quota) => ({ commission: { rateShare: 0.1, draw: { usdPerPeriod: 0.05 * quota, recoverable: true } } }),
    1,
  ],
  'a gate on attainment': [
    () => ({ commission: { rateShare: 0.1, gates: [{ metric: 'quota-attainment', level: 0.8 }] } }),
    1,
  ],
  'a multiplier by attainment': [
    () => ({
      commission: {
        rateShare: 0.1,
        multiplier: {
          metric: 'quota-attainment',
          points: [
            [0.8, 0.5],
            [1.2, 1.5],
          ],
        },
      },
    }),
    1,
  ],
  'a cliff on bookings': [
    (quota) => ({
      bonusUsdPerYear: 1.2 * quota,
      components: [
        { metric: 'bookings', period: 'quarter', target: 3 * quota, weightShare: 1, payout: 'cliff' },
      ],
    }),
    3,
  ],
  'seasonal targets': [
    (quota) => ({
      bonusUsdPerYear: 1.2 * quota,
      components: [
        {
          metric: 'bookings',
          period: 'quarter',
          targets: [0.7, 0.9, 1.1, 1.3].map((times) => 3 * quota * times),
          weightShare: 1,
          payout: { linear: true, thresholdShare: 0.8, capShare: 1.2 },
        },
      ],
    }),
    3,
  ],
};

const companyOf = companiesOf({ discountSharePerMonth: 0, riskAversionPerUsd: 0, foresightMonths: 12 });

/** Valuation of pay by somebody who neither discounts, nor minds risk, nor leaves. */
function valued(pay: SellerPay, quotaUsd: number): { readonly perMonthUsd: number; readonly slope: number } {
  const company = companyOf(pay, {
    quotaUsdPerMonth: quotaUsd,
    turnoverSharePerYear: 0,
    dealMeanUsd: DEAL_USD,
    dealCv: CV,
  });
  const deals = quotaUsd / DEAL_USD;
  const at = (times: number) => {
    const variance = times * deals * DEAL_USD * DEAL_USD * (1 + CV * CV);
    const worths = new SellerWorths(company, company.sellers[0], { meanUsd: times * quotaUsd, variance });
    return worths.perMonthUsd(quotaUsd);
  };
  return { perMonthUsd: at(1), slope: (at(MORE) - at(1)) / ((MORE - 1) * quotaUsd) };
}

/** Mean pay of a month over many years, at usual effort and at a tenth more, on the same luck. */
function paid(pay: SellerPay, quotaUsd: number) {
  const luck = luckKey('elements', 0);
  let drawn = 0;
  const next = () => uniform(luck, drawn++, 0);
  const { logMean, logSd } = logNormalParameters(DEAL_USD, CV);
  const payee = { pay: { baseUsdPerYear: 0, ...pay }, mind: 'seller' as const, quotaUsdPerMonth: quotaUsd };
  const totals = [0, 0];
  let squares = 0;
  let square = 0;
  for (let year = 0; year < YEARS; year++) {
    const booked = [new Float64Array(12), new Float64Array(12)];
    for (let month = 0; month < 12; month++) {
      let time = exponentialFrom(next());
      while (time < (MORE * quotaUsd) / DEAL_USD) {
        time += exponentialFrom(next());
        const usd = logNormalFrom(normalFrom(next()), logMean, logSd);
        booked[1][month] += usd;
        if (next() < 1 / MORE) booked[0][month] += usd;
      }
    }
    const [usual, more] = booked.map((months) => {
      const rows = Array.from(months, (bookings, i) => ({ period: String(i + 1), values: { bookings } }));
      const { periods, total } = payOn(payee, { kind: 'month', rows });
      return total.paidUsd - periods[11].balanceUsd;
    });
    totals[0] += usual;
    totals[1] += more;
    squares += (more - usual) * (more - usual);
    square += usual * usual;
  }
  const [usual, more] = totals.map((total) => total / YEARS);
  const errorOf = (sum: number, mean: number) => Math.sqrt((sum / YEARS - mean * mean) / YEARS);
  const perUnit = 12 * (MORE - 1) * quotaUsd;
  return {
    perMonthUsd: usual / 12,
    meanSe: errorOf(square, usual) / 12,
    slope: (more - usual) / perUnit,
    slopeSe: errorOf(squares, more - usual) / perUnit,
  };
}

describe('every element of pay is valued as payroll pays it', () => {
  const cases = Object.keys(ELEMENTS)
    .flatMap((name) => (isThorough ? [2, 10, 50] : [2]).map((events) => ({ name, events })))
    .filter(({ name }) => isThorough || !['marginal tiers', 'a retroactive tier'].includes(name));
  test.each(cases)('$name at $events deals a period', ({ name, events }) => {
    const [payOf, months] = ELEMENTS[name];
    const quotaUsd = (events / months) * DEAL_USD;
    const pay = payOf(quotaUsd);
    const worth = valued(pay, quotaUsd);
    const payroll = paid(pay, quotaUsd);
    expect(Math.abs(worth.perMonthUsd - payroll.perMonthUsd)).toBeLessThan(
      0.02 * payroll.perMonthUsd + 3 * payroll.meanSe,
    );
    expect(Math.abs(worth.slope - payroll.slope)).toBeLessThan(0.05 * payroll.slope + 3 * payroll.slopeSe);
  });
});
