import { describe, expect, test } from 'vitest';
import type { PersonPlan } from '../../../src/model/plan.ts';
import { luckKey } from '../../../src/random/luck.ts';
import { parseRevenueScenario } from '../../../src/scenario/load.ts';
import { compileCompany } from '../../../src/worlds/revenue/compile/company.ts';
import type { Beliefs } from '../../../src/worlds/revenue/contract/beliefs.ts';
import { TALLY } from '../../../src/worlds/revenue/contract/tallies.ts';
import { Market } from '../../../src/worlds/revenue/engine/market/market.ts';
import { Runner } from '../../../src/worlds/revenue/engine/run.ts';
import { SellerAccounts } from '../../../src/worlds/revenue/engine/sellerAccounts.ts';
import { measureBeliefs } from '../../../src/worlds/revenue/preparation/measureBeliefs.ts';
import { payOn } from '../../../src/worlds/revenue/statement/payOn.ts';
import { isThorough } from '../../support/thorough.ts';

const tiers = [
  { fromShare: 0, rateShare: 0.06 },
  { fromShare: 0.8, rateShare: 0.09, reach: 'allDollars' as const },
  { fromShare: 1.2, rateShare: 0.14 },
];
/** Pay that takes more than a month's commission; everything is settled by the last month. */
const PLANS: Readonly<Record<string, Omit<PersonPlan, 'baseUsdPerYear'>>> = {
  quarter: { commission: { period: 'quarter', tiers } },
  'year to date': { commission: { measured: 'yearToDate', tiers, capUsd: 9000 } },
  'against the year': { commission: { period: 'quarter', measured: 'againstYear', tiers } },
  'yearly cap': { commission: { tiers, capUsdPerYear: 20_000 } },
  'yearly cap on the total': {
    capUsdPerYear: 4000,
    bonusUsdPerYear: 24_000,
    components: [{ metric: 'wins', period: 'month', target: 2, weightShare: 1, payout: 'linear' }],
  },
  'forgiven draw': { commission: { tiers, draw: { usdPerPeriod: 2500, recoverable: false } } },
  'split credit': {
    commission: { rateShare: 0.1, creditShare: 0.7, period: 'quarter' },
  },
  growth: {
    bonusUsdPerYear: 24_000,
    components: [
      {
        metric: 'bookings',
        period: 'quarter',
        basis: 'growth',
        growthFrom: 40_000,
        target: 0.1,
        weightShare: 1,
        payout: 'linear',
      },
    ],
  },
  bonus: {
    bonusUsdPerYear: 24_000,
    components: [
      { metric: 'quota-attainment', period: 'quarter', target: 0.9, weightShare: 0.5, payout: 'cliff' },
      {
        metric: 'wins',
        period: 'month',
        target: 2,
        weightShare: 0.5,
        payout: 'linear',
        measured: 'yearToDate',
      },
    ],
  },
};

/** Beliefs by what is changed in the company. */
const known = new Map<string, Beliefs>();

function runOf(pay: Omit<PersonPlan, 'baseUsdPerYear'>, over = '', runs = 2) {
  const { arms } = parseRevenueScenario(`schemaVersion: 1
name: Accounts
extends: preset:midmarket-software
question: { horizonMonths: 12, outcome: revenueUsd, replicates: 2 }
people:
  director: { role: marketing-director, motive: honest }
  reps: { role: account-executive }
${over}
plans:
  plan: { reps: ${JSON.stringify({ baseUsdPerYear: 0, ...pay })} }
`);
  const [{ world, pay: plan }] = arms;
  const beliefs = known.get(over) ?? measureBeliefs(world);
  known.set(over, beliefs);
  const company = compileCompany(world, plan, beliefs);
  const market = new Market(world, company.days);
  const runner = new Runner(company, market);
  const outcomes = new Float64Array(company.outcomes.length);
  const paid: number[] = [];
  for (let replicate = 0; replicate < runs; replicate++) {
    market.fill(luckKey('accounts', replicate));
    runner.run(outcomes);
    paid.push(runner.state.books.tally[TALLY.sellerPay]);
  }
  const filledMonths = runner.state.books.tally[TALLY.seatMonths];
  return {
    company,
    runner,
    plan,
    world,
    filledMonths,
    paid: paid[1],
    mean: paid.reduce((sum, usd) => sum + usd, 0) / runs,
  };
}

describe('pay with an account', () => {
  const plans = Object.keys(PLANS).filter((_, i) => isThorough || i % 2 === 1);
  test.each(plans)('%s: payroll on the results of a run is the payroll of the run', (name) => {
    const { company, runner, plan, world, paid } = runOf(PLANS[name]);
    const { months, width } = runner.state.accounts;
    let onPaper = 0;
    for (let seat = 0; seat < company.seats; seat++) {
      const rows = Array.from({ length: 12 }, (_, month) => {
        const at = seat * width + month;
        const credit = plan.reps.commission?.creditShare ?? 1;
        return {
          period: String(month + 1),
          values: { bookings: months.bookedUsd[at] / credit, wins: months.wins[at] },
          quotaUsd: months.quotaUsd[at],
        };
      });
      const payee = {
        pay: plan.reps,
        mind: 'seller',
        quotaUsdPerMonth: world.sales.quotaUsdPerMonth,
      } as const;
      onPaper += payOn(payee, { kind: 'month', rows }).total.paidUsd;
    }
    expect(paid).toBeGreaterThan(1000);
    expect(paid / onPaper).toBeCloseTo(1, 9);
  });

  test('a default that is written out moves no number', () => {
    const { paid } = runOf({ commission: { rateShare: 0.1 } });
    expect(runOf({ commission: { rateShare: 0.1, measured: 'period', gates: [] } }).paid).toBe(paid);
  });

  test('a recoverable draw costs what is earned, and what leavers and time leave unpaid', () => {
    const rate = { rateShare: 0.1 };
    const plain = runOf({ commission: rate }, '', 30).mean;
    const drawn = runOf(
      { commission: { ...rate, draw: { usdPerPeriod: 1500, recoverable: true } } },
      '',
      30,
    ).mean;
    const given = runOf(
      { commission: { ...rate, draw: { usdPerPeriod: 1500, recoverable: false } } },
      '',
      30,
    ).mean;
    expect(drawn).toBeGreaterThan(plain);
    expect(drawn).toBeLessThan(given);
  });

  test.runIf(isThorough)('deferral is no saving: what is owed after the end counts', () => {
    const commission = { rateShare: 0.1 };
    const late = runOf({ commission, deferral: { share: 0.5, months: 12 } }, 'sales: { effortCostTimes: 0 }');
    const soon = runOf({ commission }, 'sales: { effortCostTimes: 0 }');
    expect(late.paid / soon.paid).toBeCloseTo(1, 9);
    expect(soon.paid).toBeGreaterThan(0);
  });

  const moving = 'sales: { turnoverSharePerYear: 0.6, vacancyMonths: 2, effortCostTimes: 0 }';

  test.runIf(isThorough)(
    'a bonus on the team result is paid for the months in which somebody held the job',
    () => {
      const { company, paid, filledMonths } = runOf(
        {
          bonusUsdPerYear: 12_000,
          components: [
            {
              metric: 'bookings',
              scope: 'team',
              period: 'year',
              target: 1,
              weightShare: 1,
              payout: {
                points: [
                  [0, 1],
                  [1, 1],
                ],
              },
            },
          ],
        },
        moving,
      );
      expect(filledMonths).toBeLessThan(12 * company.seats);
      expect(paid).toBeCloseTo(1000 * filledMonths, 6);
    },
  );

  test('a guarantee is paid once in the month in which its holder leaves', () => {
    const guarantee = { usdPerMonth: 3000, months: 12 };
    const { company, runner } = runOf({ commission: { rateShare: 1e-9, period: 'quarter' }, guarantee });
    const { state } = runner;
    const accounts = new SellerAccounts(state, company);
    state.floor.seats.careers[0] = 1;
    state.accounts.seats.joinedMonth[0] = 9;
    accounts.record(0, 9);
    const before = state.books.tally[TALLY.sellerPay];
    const paid = accounts.pay(0, 9);
    accounts.close(0, 9);
    expect(paid).toBeCloseTo(3000, 3);
    expect(state.books.tally[TALLY.sellerPay] - before).toBeCloseTo(0, 3);
  });

  test.runIf(isThorough)('own bookings count for the whole period of a component', () => {
    const own = (period: 'month' | 'quarter', target: number) =>
      runOf(
        {
          bonusUsdPerYear: 12_000,
          components: [{ metric: 'own-bookings', period, target, weightShare: 1, payout: 'linear' }],
        },
        'sales: { effortCostTimes: 0, turnoverSharePerYear: 0}',
      ).paid;
    const monthly = own('month', 1e6);
    expect(monthly).toBeGreaterThan(0);
    expect(own('quarter', 3e6) / monthly).toBeCloseTo(1, 9);
  });

  test.runIf(isThorough)('those who leave are paid in proportion for an unfinished year', () => {
    const over = 'sales: { turnoverSharePerYear: 0.6, effortCostTimes: 0 }';
    const monthly = runOf({ commission: { rateShare: 0.1 } }, over).paid;
    const yearly = runOf({ commission: { rateShare: 0.1, period: 'year' } }, over).paid;
    expect(yearly / monthly).toBeCloseTo(1, 6);
  });
});
