import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Commission, Eligibility } from '../../../src/model/plan.ts';
import { luckKey } from '../../../src/random/luck.ts';
import { parseRevenueScenario } from '../../../src/scenario/load.ts';
import { compileCompany } from '../../../src/worlds/revenue/compile/company.ts';
import { compileMetric } from '../../../src/worlds/revenue/compile/metrics.ts';
import { REPORTED } from '../../../src/worlds/revenue/contract/counters.ts';
import { PERSON } from '../../../src/worlds/revenue/contract/tallies.ts';
import { CompanyBooks } from '../../../src/worlds/revenue/engine/companyBooks.ts';
import { Market } from '../../../src/worlds/revenue/engine/market/market.ts';
import { Runner } from '../../../src/worlds/revenue/engine/run.ts';
import { measureBeliefs } from '../../../src/worlds/revenue/preparation/measureBeliefs.ts';
import { parseCells } from '../../../src/worlds/revenue/statement/cells.ts';
import { type PayStatement, payOn, type Service } from '../../../src/worlds/revenue/statement/payOn.ts';
import { isRatio, readResults } from '../../../src/worlds/revenue/statement/results.ts';
import { CATHERINE } from '../../support/catherine.ts';
import { readBase } from '../../support/shipped.ts';

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

function paid(plan: string, csv: string): PayStatement {
  const text = readFileSync('scenarios/plans/tiered-commission.yaml', 'utf8');
  const { plans } = parseRevenueScenario(text, { readBase });
  const results = readResults(csv, 'results.csv', 'rep');
  return payOn({ pay: plans[plan].rep, mind: 'seller', quotaUsdPerMonth: 20_000 }, results);
}

describe('commission on given results', () => {
  test.each([
    ['flat', 18_000, 1795.5],
    ['tiers', 16_000, 800],
    ['tiers', 20_000, 1200],
    ['tiers', 30_000, 3200],
    ['tiers', 34_000, 4000],
    ['tiers', 90_000, 4000],
    ['every-dollar', 19_999.99, 1200],
    ['every-dollar', 20_000, 1600],
    ['every-dollar', 22_000, 1760],
    ['above-half', 10_000, 0],
    ['above-half', 20_000, 1000],
    ['above-half', 22_000, 1300],
  ])('%s pays on $%d at a quota of $20,000: $%d', (plan, bookings, usd) => {
    const { periods } = paid(plan, `period,bookings\n1,${bookings}\n`);
    expect(periods[0].commissionUsd).toBeCloseTo(usd, 2);
    expect(periods[0].paidUsd).toBeCloseTo(5000 + usd, 2);
  });

  test('a quota in the results replaces that of the scenario', () => {
    const { periods } = paid('tiers', 'period,bookings,quota\n2025-12,30000,25000\n2026-01,30000,20000\n');
    expect(periods.map(({ commissionUsd }) => commissionUsd)).toEqual([2500, 3200]);
  });

  test('tiers of one rate each, in any number, pay as one rate', () => {
    const share = fc.double({ min: 0.01, max: 3, noNaN: true });
    fc.assert(
      fc.property(fc.uniqueArray(share, { maxLength: 6 }), share, (levels, booked) => {
        const tiers = [0, ...levels.sort((a, b) => a - b)].map((fromShare) => ({
          fromShare,
          rateShare: 0.07,
        }));
        const usd = (commission: object) =>
          payOn(
            { pay: { baseUsdPerYear: 0, commission }, mind: 'seller', quotaUsdPerMonth: 1e4 },
            readResults(`period,bookings\n1,${(booked * 1e4).toFixed(2)}\n`, 'r.csv', ''),
          ).total.paidUsd;
        expect(usd({ tiers })).toBeCloseTo(usd({ rateShare: 0.07 }), 6);
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});

test('payroll on the results of a run is the payroll of the run, for every bonus of the Catherine story', () => {
  const { arms } = parseRevenueScenario(CATHERINE);
  const beliefs = measureBeliefs(arms[0].world);
  let compared = 0;
  for (const arm of arms) {
    const pay = arm.pay.director;
    if ((pay?.components?.length ?? 0) === 0) continue;
    const company = compileCompany(arm.world, arm.pay, beliefs);
    const market = new Market(arm.world, company.days);
    const runner = new Runner(company, market);
    market.fill(luckKey('statement', 0));
    runner.run(new Float64Array(company.outcomes.length));
    const { state } = runner;
    const books = new CompanyBooks(state);
    books.ledger = REPORTED;
    const periodOf = new Map(
      pay.components!.flatMap(({ metric, period, gates = [] }) =>
        [metric, ...gates.map((gate) => gate.metric)].map((id) => [id, MONTHS[period]] as const),
      ),
    );
    const rows = Array.from({ length: arm.world.horizonMonths }, (_, month) => {
      books.month = month;
      const values = [...periodOf].flatMap(([id, months]) => {
        if (isRatio(id) && (month + 1) % months !== 0) return [];
        return [[id, books.valueOf(compileMetric(id), isRatio(id) ? months : 1)] as const];
      });
      return { period: String(month + 1), values: Object.fromEntries(values) };
    });
    const statement = payOn({ pay, mind: 'planner', quotaUsdPerMonth: 1 }, { kind: 'month', rows });
    const earned = state.persons.tallies.sum[PERSON.bonusEarned];
    expect(statement.total.earnedUsd - pay.baseUsdPerYear).toBeCloseTo(earned, 4);
    compared += earned > 0 ? 1 : 0;
  }
  expect(compared).toBeGreaterThan(5);
});

describe('results', () => {
  const bonus = {
    baseUsdPerYear: 12_000,
    bonusUsdPerYear: 4000,
    components: [
      { metric: 'leads', period: 'quarter', target: 300, weightShare: 0.5, payout: 'linear' },
      { metric: 'customer-satisfaction', period: 'quarter', target: 80, weightShare: 0.5, payout: 'linear' },
    ],
    deferral: { share: 0.25, months: 3 },
  } as const;
  const on = (csv: string) =>
    payOn({ pay: bonus, mind: 'planner', quotaUsdPerMonth: 1 }, readResults(csv, 'r.csv', 'ann'));

  test('counts of finer rows are added, a ratio stands in the last row, and a share is paid a quarter later', () => {
    const { periods, total, notes } = on(
      '\ufeffperiod;leads;customer-satisfaction\r\n2025-01;100;\r\n2025-02;150;\r\n2025-03;"50";80,0\r\n' +
        '2025-04;0;\r\n2025-05;0;\r\n2025-06;0;40\r\n2025-07;9;\r\n',
    );
    expect(periods.map(({ paidUsd }) => paidUsd)).toEqual([1000, 1000, 1750, 1000, 1000, 1437.5, 1000]);
    expect(periods.map(({ deferredUsd, releasedUsd }) => deferredUsd - releasedUsd)).toEqual([
      0, 0, 250, 0, 0, -187.5, 0,
    ]);
    expect([total.paidUsd, total.earnedUsd, total.owedUsd]).toEqual([8187.5, 8250, 62.5]);
    expect(notes.join()).toContain('The last quarter of leads is incomplete');
  });

  test.each([
    ['period,leads\n2025-Q1,300\n', 'customer-satisfaction is missing'],
    ['period,leads,customer-satisfaction\n2025,300,80\n', 'results of every quarter'],
    ['period,leads,customer-satisfaction\n1,300,80\n3,300,80\n', 'r.csv:3:1: period'],
    ['period,leads,customer-satisfaction\n1,300,80\n1,300,80\n', 'each period once, in order'],
    ['period,leads,customer-satisfaction\n2025-01,1,80\n2025-02,1,80\n2025-03,1,80\n', 'none in the others'],
    ['period,leads,customer-satisfaction\n2025-Q1,300,80\n2025-Q2,300,\n', 'one value for every quarter'],
    ['period,leads,customer-satisfaction\n2025-Q1,,80\n', 'r.csv:2:9: leads has the wrong type'],
    ['period,leads,customer-satisfaction\n2025-Q1,many,80\n', 'r.csv:2:9: leads has the wrong type'],
    ['period;leads;customer-satisfaction\n2025-Q1;1,234;80\n', '1234 or 1.234'],
    ['period,leads,customer-satisfaction\n2025-Q1,3%,80\n', 'without a percent sign'],
    ['period,leads,customer-satisfaction\n2025-Q1,3,80,5\n', 'got 4 fields'],
    ['period,leads,customer-satisfaction\n2025-13,3,80\n', '2025-01, 2025-Q1, 2025, or 1, 2, 3'],
    ['period,leads,customer-satisfaction\n2025-Q1,3,80\n2025,3,80\n', 'periods of one form'],
    ['period,leeds,customer-satisfaction\n1,3,80\n', 'r.csv:1:8: leeds is not a known key'],
    ['period,leads,leads\n1,3,80\n', 'each column once'],
    ['leads\n3\n', 'a column named period'],
    ['period,leads,customer-satisfaction\n', 'a row for each period'],
    ['', 'a column named period'],
    ['period,person,leads,customer-satisfaction\n1,bo,3,80\n', 'rows of ann'],
    ['period,leads,"customer-satisfaction\n1,3,80\n', 'a closing quote'],
  ])('%j is refused: %s', (csv, words) => {
    expect(() => on(csv)).toThrow(words);
  });

  test('any table of texts is read back from CSV as it was written, each field at its place', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab ,;"\n\r\t€'), maxLength: 6 });
    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 2, maxLength: 3 }), { minLength: 1 }), (rows) => {
        const csv = rows
          .map((row) => row.map((field) => `"${field.replace(/"/g, '""')}"`).join(','))
          .join('\r\n');
        const { records } = parseCells(`a,b\n${csv}`);
        expect(records.slice(1).map((record) => record.map((cell) => cell.text))).toEqual(rows);
        const lines = `a,b\n${csv}`.split('\n');
        for (const { line, column } of records.slice(1).flat()) expect(lines[line - 1][column - 1]).toBe('"');
      }),
      { seed: 4, numRuns: 500 },
    );
  });
});

describe('who is eligible', () => {
  const payee = (eligibility: Eligibility) => ({
    pay: {
      baseUsdPerYear: 0,
      bonusUsdPerYear: 12_000,
      components: [
        { metric: 'wins', period: 'quarter' as const, target: 3, weightShare: 1, payout: 'cliff' as const },
      ],
      eligibility,
    },
    mind: 'seller' as const,
    quotaUsdPerMonth: 1,
  });
  const rows = [2, 1, 1, 1, 1].map((wins, i) => ({ period: String(i + 1), values: { wins } }));
  const paidTo = (eligibility: Eligibility, service: Service) =>
    payOn(payee(eligibility), { kind: 'month', rows }, service).periods.map(({ paidUsd }) =>
      Math.round(paidUsd),
    );

  test.each<[Eligibility, Service, number[]]>([
    // A joiner of the second month: two wins are two thirds of the target.
    [{}, { monthsBefore: 1 }, [0, 2000, 0, 0, 3000]],
    [{ joiners: 'whole' }, { monthsBefore: 1 }, [0, 3000, 0, 0, 3000]],
    [{ joiners: 'nextPeriod' }, { monthsBefore: 1 }, [0, 0, 0, 0, 3000]],
    // A leaver after two months of a quarter.
    [{}, { leaves: true }, [0, 0, 3000, 0, 2000]],
    [{ leavers: 'proRata' }, { leaves: true }, [0, 0, 3000, 0, 2000]],
    [{ leavers: 'forfeit' }, { leaves: true }, [0, 0, 3000, 0, 0]],
  ])('%j with %j', (eligibility, service, paidUsd) => {
    expect(paidTo(eligibility, service)).toEqual(paidUsd);
  });
});

describe('columns beside the metrics', () => {
  const payee = (commission: Commission) => ({
    pay: { baseUsdPerYear: 0, commission },
    mind: 'seller' as const,
    quotaUsdPerMonth: 100_000,
  });
  const paidOn = (commission: Commission, csv: string) =>
    payOn(payee(commission), readResults(csv, 'results.csv', 'rep')).periods.map(({ paidUsd }) => paidUsd);

  test('bookings of the other line are credited in part', () => {
    const csv = 'period,bookings,other-line-bookings\n1,50000,20000\n';
    expect(paidOn({ rateShare: 0.1, otherLineCreditShare: 0.5 }, csv)).toEqual([4000]);
    expect(() => paidOn({ rateShare: 0.1, otherLineCreditShare: 0.5 }, 'period,bookings\n1,5\n')).toThrow(
      'other-line-bookings',
    );
  });

  test('commission on churned bookings is paid back', () => {
    const csv = 'period,bookings,churned-bookings\n1,50000,0\n2,50000,20000\n';
    expect(paidOn({ rateShare: 0.1, churnClawbackShare: 0.5 }, csv)).toEqual([5000, 4000]);
  });

  test('a forecast menu pays for the forecast in its column', () => {
    const forecastMenu = { aboveRateShare: 0.01, forecastRateShare: 0.02, shortfallRateShare: 0.03 };
    const csv = 'period,bookings,forecast\n1,60000,50000\n2,40000,50000\n';
    // 10% of bookings, 2% of the forecast, 1% above it, less 3% below it.
    expect(paidOn({ rateShare: 0.1, forecastMenu }, csv)).toEqual([
      expect.closeTo(6000 + 1000 + 100, 9),
      expect.closeTo(4000 + 1000 - 300, 9),
    ]);
  });

  test('a column that is empty for a person is that of others', () => {
    const csv = 'person,period,bookings,pipeline\nrep,1,50000,\nhead,1,,70000\n';
    expect(paidOn({ rateShare: 0.1 }, csv)).toEqual([5000]);
  });
});
