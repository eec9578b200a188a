import { describe, expect, test } from 'vitest';
import type { Commission, PersonPlan } from '../../../src/model/plan.ts';
import { openAccount, settle } from '../../../src/plans/settlement.ts';
import { luckKey } from '../../../src/random/luck.ts';
import { parseRevenueScenario } from '../../../src/scenario/load.ts';
import { compileCompany } from '../../../src/worlds/revenue/compile/company.ts';
import type { Beliefs } from '../../../src/worlds/revenue/contract/beliefs.ts';
import { COUNTER } from '../../../src/worlds/revenue/contract/counters.ts';
import { PERSON, TALLY } from '../../../src/worlds/revenue/contract/tallies.ts';
import { Market } from '../../../src/worlds/revenue/engine/market/market.ts';
import { Runner } from '../../../src/worlds/revenue/engine/run.ts';
import { OtherPay } from '../../../src/worlds/revenue/minds/seller/otherPay.ts';
import { measureBeliefs } from '../../../src/worlds/revenue/preparation/measureBeliefs.ts';
import { payOn } from '../../../src/worlds/revenue/statement/payOn.ts';
import { isThorough } from '../../support/thorough.ts';

type Pay = Omit<PersonPlan, 'baseUsdPerYear'>;
const tiers = [
  { fromShare: 0, rateShare: 0.01 },
  { fromShare: 0.9, rateShare: 0.02, reach: 'allDollars' as const },
  { fromShare: 1.1, rateShare: 0.03 },
];
const rate = (over: Partial<Commission>): Pay => ({ commission: { tiers, ...over } });
/** Pay on the team's bookings that goes through an account, or is credited in its own way. */
const PLANS: Readonly<Record<string, Pay>> = {
  'forgiven draw': rate({ draw: { usdPerPeriod: 6000, recoverable: false } }),
  'forgiven draw by the quarter': rate({
    period: 'quarter',
    draw: { usdPerPeriod: 18_000, recoverable: false, periods: 2 },
  }),
  'yearly cap on commission': rate({ capUsdPerYear: 30_000 }),
  'year to date with a cap': rate({ period: 'quarter', measured: 'yearToDate', capUsdPerYear: 60_000 }),
  'split credit': rate({ creditShare: 0.3 }),
  'credit by product line': rate({ otherLineCreditShare: 0.2 }),
  'overlay on a windfall': rate({ windfall: { aboveUsd: 20_000, creditUsd: 15_000 } }),
  'pay on own deals and entries': rate({ ownDealExtraShare: 0.01, perActivityUsd: 0.5 }),
  'deferred commission': {
    ...rate({}),
    deferral: { share: 0.4, months: 4, of: 'commission' },
    bonusUsdPerYear: 12_000,
    components: [{ metric: 'wins', period: 'quarter', target: 60, weightShare: 1, payout: 'linear' }],
  },
};
const ROLES = { director: 'planner', inside: 'caller', manager: 'judge' } as const;
const METRICS = {
  bookings: COUNTER.bookingsUsd,
  wins: COUNTER.wins,
  'own-bookings': COUNTER.ownBookingsUsd,
  'other-line-bookings': COUNTER.otherLineBookingsUsd,
  activities: COUNTER.activities,
};
let beliefs: Beliefs | undefined;

function runOf(person: string, pay: Pay) {
  const plan = { [person]: { baseUsdPerYear: 0, ...pay } };
  const { arms } = parseRevenueScenario(`schemaVersion: 1
name: Accounts of staff
extends: preset:midmarket-software
question: { horizonMonths: 12, outcome: revenueUsd, replicates: 2 }
people:
  director: { role: marketing-director, motive: honest }
  reps: { role: account-executive }
  inside: { role: inside-sales }
  manager: { role: sales-manager }
inside: { reps: 3 }
lines: { otherShare: 0.5 }
sales: { turnoverSharePerYear: 0.3 }
plans: { plan: ${JSON.stringify(plan)} }
`);
  const [{ world, pay: compiled }] = arms;
  beliefs ??= measureBeliefs(world);
  const company = compileCompany(world, compiled, beliefs);
  const market = new Market(world, company.days);
  const runner = new Runner(company, market);
  market.fill(luckKey('staff', 1));
  runner.run(new Float64Array(company.outcomes.length));
  return { state: runner.state, company, world };
}

describe('pay on the team’s bookings', () => {
  test.each(
    Object.keys(PLANS)
      .flatMap((name) => Object.keys(ROLES).map((person) => [name, person] as const))
      // Half of the pairs in the quick run, like one colour of a chessboard: every plan, and every role.
      .filter((_, i) => isThorough || (i + Math.floor(i / Object.keys(ROLES).length)) % 2 === 0),
  )('%s: payroll on the results of a run is the payroll of the run (%s)', (name, person) => {
    const { state, company, world } = runOf(person, PLANS[name]);
    const { months, slots, tally } = state.books;
    const rows = Array.from({ length: 12 }, (_, month) => {
      const of = (slot: number) => months[month * slots + slot];
      const values = Object.fromEntries(Object.entries(METRICS).map(([id, slot]) => [id, of(slot)]));
      const { windfall } = PLANS[name].commission!;
      // What a windfall clause takes off is known only to the ledger of credits.
      if (windfall !== undefined) values.bookings = state.people.credits.creditedUsd[month];
      return { period: String(month + 1), values, quotaUsd: of(COUNTER.quotaUsd) };
    });
    const payee = {
      pay: { baseUsdPerYear: 0, ...PLANS[name] },
      mind: ROLES[person as keyof typeof ROLES],
      quotaUsdPerMonth: world.sales.quotaUsdPerMonth * world.sales.reps,
      people: person === 'inside' ? 3 : 1,
    };
    const { total } = payOn(payee, { kind: 'month', rows });
    const paid = {
      director: state.persons.tallies.sum[PERSON.bonusPaid],
      inside: tally[TALLY.callerPay] / company.callers[0].count,
      manager: tally[TALLY.judgePay],
    }[person];
    expect(total.paidUsd + total.owedUsd).toBeGreaterThan(1000);
    expect(paid! / (total.paidUsd + total.owedUsd)).toBeCloseTo(1, 9);
  });

  test('a windfall clause takes off what deals are above the limit', () => {
    const { state } = runOf('manager', PLANS['overlay on a windfall']);
    const booked = state.books.months.filter((_, i) => i % state.books.slots === COUNTER.bookingsUsd);
    const all = booked.slice(0, 12).reduce((sum, usd) => sum + usd, 0);
    const credited = state.people.credits.creditedUsd.reduce((sum, usd) => sum + usd, 0);
    expect(credited).toBeLessThan(0.95 * all);
    expect(credited).toBeGreaterThan(0.3 * all);
  });

  test('a recoverable draw costs what is earned and what will not be earned back', () => {
    const plan = (draw?: Commission['draw']) =>
      runOf('manager', rate({ tiers: [{ fromShare: 0, rateShare: 0.01 }], draw }));
    const paid = (draw?: Commission['draw']) => plan(draw).state.books.tally[TALLY.judgePay];
    const plain = paid();
    const small = paid({ usdPerPeriod: 0.5 * (plain / 12), recoverable: true });
    const large = paid({ usdPerPeriod: 2 * (plain / 12), recoverable: true });
    const given = paid({ usdPerPeriod: 2 * (plain / 12), recoverable: false });
    expect(small / plain).toBeCloseTo(1, 2);
    expect(large).toBeGreaterThan(1.3 * plain);
    expect(large).toBeLessThan(given);
  });
});

describe('what goes through an account', () => {
  test('pay for entries is deferred with the rest', () => {
    const { state } = runOf('reps', {
      commission: { rateShare: 0.1, perActivityUsd: 5 },
      deferral: { share: 1, months: 1 },
    });
    const [first, second] = [0, 1].map(
      (month) => state.books.months[month * state.books.slots + COUNTER.commissionUsd],
    );
    expect(first).toBe(0);
    expect(second).toBeGreaterThan(5 * state.books.months[COUNTER.activities]);
  });

  test('meetings are paid by the bookings that are credited to those who arrange them', () => {
    const paid = (creditShare: number) =>
      runOf('inside', {
        meetings: { perMeetingUsd: 100 },
        commission: { rateShare: 1e-9, creditShare },
        multiplier: {
          metric: 'bookings',
          points: [
            [0, 0],
            [1e6, 1],
          ],
        },
      }).state.books.tally[TALLY.callerPay];
    expect(paid(0.1) / paid(1)).toBeCloseTo(0.1, 2);
  });

  test('a manager without a commission is paid on given results without bookings', () => {
    const pay = {
      baseUsdPerYear: 12_000,
      bonusUsdPerYear: 1200,
      components: [
        { metric: 'wins', period: 'month' as const, target: 10, weightShare: 1, payout: 'linear' as const },
      ],
    };
    const rows = [{ period: '1', values: { wins: 5 } }];
    const { total } = payOn({ pay, mind: 'judge', quotaUsdPerMonth: 1 }, { kind: 'month', rows });
    expect(total.paidUsd).toBeCloseTo(1050, 9);
  });

  test('what is cut short in a month that was topped up comes out of the guarantee', () => {
    const pay = { baseUsdPerYear: 0, guarantee: { usdPerMonth: 3000, months: 12 } };
    const account = openAccount();
    const day = { month: 4, monthInJob: 2, commissionUsd: 0, commissionPeriods: 0 };
    expect(settle(pay, { ...day, months: 1, bonusUsd: 500 }, account).dueUsd).toBe(3000);
    expect(settle(pay, { ...day, months: 0, bonusUsd: 2000 }, account).dueUsd).toBe(0);
    expect(settle(pay, { ...day, months: 0, bonusUsd: 2000 }, account).dueUsd).toBe(2000);
  });
});

describe('what effort is worth through results of the team', () => {
  const worthOf = (over: object) => {
    const { company } = runOf('reps', {
      bonusUsdPerYear: 12_000,
      components: [
        {
          metric: 'accepted-leads',
          scope: 'team',
          period: 'quarter',
          target: 100,
          weightShare: 1,
          payout: 'linear',
          ...over,
        },
      ],
    });
    return new OtherPay(company, company.sellers[0]).usdPerEffort();
  };

  test('seasonal targets count alike, in any order', () => {
    const one = worthOf({ target: undefined, targets: [20, 100, 100, 100] });
    expect(worthOf({ target: undefined, targets: [100, 100, 100, 20] })).toBeCloseTo(one, 9);
    // In proportion, a quarter of target 20 pays five times as much for a lead.
    expect(one / worthOf({})).toBeCloseTo((5 + 3) / 4, 9);
  });

  test('year to date, a cliff is that of the year: four bonuses on twice the deviation', () => {
    worthOf({});
    const cliff = { payout: 'cliff', target: 3 * beliefs!.baseline[COUNTER.accepted] };
    expect(worthOf({ ...cliff, measured: 'yearToDate' }) / worthOf(cliff)).toBeCloseTo(2, 1);
    expect(worthOf({ measured: 'yearToDate' })).toBeCloseTo(worthOf({}), 6);
  });
});

describe('pools', () => {
  const bonus = (over: object): Pay => ({
    bonusUsdPerYear: 12_000,
    components: [
      { metric: 'meetings', period: 'quarter', target: 1, weightShare: 1, payout: 'cliff', ...over },
    ],
  });

  test('every member of a pool is paid the whole, or an equal part of it', () => {
    const paid = (over: object) => runOf('inside', bonus(over)).state.books.tally[TALLY.callerPay];
    expect(paid({ scope: 'pool' })).toBeCloseTo(36_000, 6);
    expect(paid({ scope: 'team' })).toBeCloseTo(36_000, 6);
    expect(paid({ scope: 'pool', each: 'part' })).toBeCloseTo(12_000, 6);
  });

  test('sellers of one group share the result of the team', () => {
    const pay = (scope: 'pool' | 'team'): Pay => ({
      bonusUsdPerYear: 12_000,
      components: [
        { metric: 'bookings', period: 'quarter', target: 900_000, weightShare: 1, payout: 'linear', scope },
      ],
    });
    const paid = (scope: 'pool' | 'team') => runOf('reps', pay(scope)).state.books.tally[TALLY.sellerPay];
    expect(paid('pool')).toBeGreaterThan(20_000);
    expect(paid('pool') / paid('team')).toBeCloseTo(1, 2);
  });
});

test('own results that are not kept apart are refused', () => {
  expect(() =>
    runOf('reps', {
      components: [{ metric: 'close-rate', period: 'quarter', scope: 'own', payout: { perUnitUsd: 1 } }],
    }),
  ).toThrow('scope: team, or no scope');
});

test('a gate on a ratio of the team counts for a seller', () => {
  const paid = (level: number) =>
    runOf('reps', { commission: { rateShare: 0.1, gates: [{ metric: 'close-rate', level }] } }).state.books
      .tally[TALLY.sellerPay];
  expect(paid(1e-6)).toBeGreaterThan(100_000);
  // A month in which the team wins all that is decided is rare.
  expect(paid(0.999)).toBeLessThan(0.02 * paid(1e-6));
});
