import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseRevenueScenario } from '../../src/scenario/load.ts';
import { headcount, quotaOf } from '../../src/worlds/revenue/compile/headcount.ts';
import { roleOf } from '../../src/worlds/revenue/compile/roles.ts';
import { payOn, type Service } from '../../src/worlds/revenue/statement/payOn.ts';
import { readResults } from '../../src/worlds/revenue/statement/results.ts';

const FOLDER = 'scenarios/plans';
const { plans, arms } = parseRevenueScenario(readFileSync(`${FOLDER}/public-plans.yaml`, 'utf8'), {
  purpose: 'pay',
});

/** Pay by period that the documents print. */
const PRINTED: readonly (readonly [
  plan: string,
  person: string,
  paidUsd: readonly number[],
  service?: Service,
])[] = [
  ['oracle-draw', 'rep', [2750, 3000, 2000, 2000, 2875, 2750]],
  ['xactly-recoverable', 'rep', [1500, 2000]],
  ['xactly-forgiven', 'rep', [1500, 3000]],
  ['sheet-year-to-date', 'rep', [1753.5, 1753.5, 2340.33]],
  ['sheet-brackets', 'rep', [400000, 220000]],
  ['sheet-threshold', 'rep', [300, 590]],
  ['prowi-tiers', 'rep', [29750]],
  ['earnbase-marginal', 'rep', [98000]],
  ['earnbase-retroactive', 'rep', [108000]],
  ['affiliate-cliff', 'rep', [49.95, 60]],
  ['pertama-retroactive', 'rep', [7500, 45000, 112500, 180000]],
  ['prowi-decelerator', 'rep', [17500]],
  ['revops-accelerator', 'rep', [145000]],
  ['market-web-threshold', 'rep', [240, 228, 252, 0]],
  ['windfall', 'rep', [200000]],
  ['split-60', 'rep', [6000]],
  ['split-40', 'rep', [4000]],
  ['holdback', 'rep', [33600, 41767.5, 29516.25]],
  ['ramp-guarantee', 'rep', [37500]],
  ['reserve', 'rep', [9000, 0, 0, 0, 0, 0, 1000]],
  ['multiplier', 'rep', [13200]],
  ['pool', 'reps10', [1000]],
  ['retention-and-bookings', 'rep', [25000, 25000, 25000, 50000]],
  ['matrix', 'rep', [679989, 600000, 487989]],
  ['officers', 'rep', [656250, 515625]],
  ['flat-of-the-court', 'rep', [217494.6]],
  ['pro-rata', 'rep', [0, 0, 0, 0, 0, 5000], { monthsBefore: 6 }],
  ['appointments', 'sdr', [170]],
];

describe('public plans pay what their documents print, to the cent', () => {
  test.each(PRINTED.map(([plan, name, printed, service]) => ({ plan, name, printed, service })))(
    '$plan',
    ({ plan, name, printed, service }) => {
      const person = arms[0].world.people.find((candidate) => candidate.name === name)!;
      const { mind } = roleOf(person);
      const payee = {
        pay: plans[plan][name],
        mind,
        people: headcount(arms[0].world, person),
        quotaUsdPerMonth: quotaOf(arms[0].world, mind),
      };
      const csv = readFileSync(`${FOLDER}/public/${plan}.csv`, 'utf8');
      const { periods } = payOn(payee, readResults(csv, plan, name), service);
      const cents = periods.map(({ paidUsd }) => Math.round(paidUsd * 100) / 100);
      expect(cents).toEqual(printed);
    },
  );

  test('every plan and every file of results is tried', () => {
    const tried = PRINTED.map(([plan]) => plan).sort();
    expect(Object.keys(plans).sort()).toEqual(tried);
    expect(readdirSync(`${FOLDER}/public`).sort()).toEqual(tried.map((plan) => `${plan}.csv`));
  });
});
