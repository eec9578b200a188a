import { describe, expect, test } from 'vitest';
import type { PlanComponent } from '../../../src/model/plan.ts';
import { expectedPayoutSlope } from '../../../src/plans/expectedPayout.ts';
import { payoutAt } from '../../../src/plans/payoutCurve.ts';
import type { PayBooks } from '../../../src/plans/payroll.ts';
import { luckKey } from '../../../src/random/luck.ts';
import { parseRevenueScenario } from '../../../src/scenario/load.ts';
import { PLAN_PRESETS } from '../../../src/worlds/revenue/catalogue/plans/index.ts';
import { compileCompany } from '../../../src/worlds/revenue/compile/company.ts';
import { compilePay } from '../../../src/worlds/revenue/compile/pay.ts';
import { PERSON } from '../../../src/worlds/revenue/contract/tallies.ts';
import { Market } from '../../../src/worlds/revenue/engine/market/market.ts';
import { Runner } from '../../../src/worlds/revenue/engine/run.ts';
import { PayInTime } from '../../../src/worlds/revenue/minds/planner/payInTime.ts';
import { costAtGoal } from '../../../src/worlds/revenue/statement/costAtGoal.ts';
import { refusal } from '../../scenario/texts.ts';

const PAYEE = { riskAversionPerUsd: 0, discountSharePerMonth: 0.02 };
const LEADS = { mean: 100, sd: 1e-6 };

function inTime(over: Partial<PlanComponent>): PayInTime {
  const component: PlanComponent = {
    metric: 'leads',
    period: 'month',
    target: 0.1,
    weightShare: 1,
    payout: 'linear',
    ...over,
  };
  const pay = { baseUsdPerYear: 0, bonusUsdPerYear: 12_000, components: [component] };
  return new PayInTime(compilePay(pay, 'planner', 1).valued[0], PAYEE);
}

/** Books of a person whose monthly results are given, at the end of the last of them. */
function booksOf(results: readonly number[]): PayBooks {
  const window = (months: number, back: number) =>
    results.slice(Math.max(0, results.length - back - months), Math.max(0, results.length - back));
  return {
    month: results.length - 1,
    since: 0,
    valueOf: (_, months, back) => window(months, back).reduce((sum, each) => sum + each, 0),
    curveOf: (component) => component.curve,
  };
}

describe('what a result is worth to a marketer', () => {
  test('growth is worth its face less what it takes from the next period: d of it', () => {
    // A bonus of $1,000 for growth of 10%: $10,000 for each 100%, $100 for each lead of 100.
    const curve = inTime({ basis: 'growth' }).at(
      { month: 5, from: 5, periods: 1, earnedUsd: 0, balanceUsd: 0 },
      booksOf([100, 100, 100, 100, 100, 0]),
      LEADS,
    );
    const gain = payoutAt(curve, 112.5) - payoutAt(curve, 100);
    expect(gain).toBeCloseTo(12.5 * 100, 0);
    // What is held back now is growth later, at a discount.
    const held = payoutAt(curve, 87.5) - payoutAt(curve, 100);
    expect(held).toBeCloseTo(0.98 * 10_000 * (100 / 87.5 - 1), 0);
    // Around the steady state, the two ends of a lead pay r / (1 + r) of its face together.
    const next = (x: number) => 0.98 * 10_000 * Math.max(0, 100 / x - 1);
    expect(payoutAt(curve, 112.5)).toBeCloseTo(1250 + next(112.5), 0);
  });

  test('in steady growth a lead is worth r / (1 + r) of its face to somebody who stays', () => {
    // The curve has places at 21 and 22 of 48 parts of twice the next level; between them the next period's
    // growth falls by exactly d of what this one's rises.
    const base = 100;
    const next = base / ((42 / 48) * (44 / 48));
    const curve = inTime({ basis: 'growth' }).at(
      { month: 1, from: 1, periods: 1, earnedUsd: 0, balanceUsd: 0 },
      booksOf([base, 0]),
      {
        mean: next,
        sd: 1e-9,
      },
    );
    const [low, high] = [(42 / 48) * next, (44 / 48) * next];
    const faceUsd = (10_000 / base) * (high - low);
    expect((payoutAt(curve, high) - payoutAt(curve, low)) / faceUsd).toBeCloseTo(0.02, 6);
  });

  test('year to date, a rate pays a lead the same in every month, and a cliff only where it is in reach', () => {
    const slope = (over: Partial<PlanComponent>, month: number, soFar: number) => {
      const results = Array.from({ length: month + 1 }, (_, m) => (m === month ? 0 : soFar / month));
      const pay = inTime({ target: 100, measured: 'yearToDate', ...over });
      const curve = pay.at(
        { month, from: 0, periods: month + 1, earnedUsd: 0, balanceUsd: 0 },
        booksOf(results),
        { mean: 100, sd: 20 },
      );
      return expectedPayoutSlope(curve, soFar + 100, 20);
    };
    for (const month of [2, 6, 11]) expect(slope({}, month, 100 * month)).toBeCloseTo(10, 4);
    // At the year's end all of it is at stake; before, only what the year's total is likely to reach.
    const cliff = { payout: 'cliff', measured: 'againstYear', target: 1200 } as const;
    expect(slope(cliff, 11, 1095)).toBeGreaterThan(2 * slope(cliff, 5, 495));
  });

  test('growth of what an ordinary period does not bring is worth what it pays now', () => {
    const pay = inTime({ metric: 'renewal-rate', basis: 'growth' });
    const curve = pay.at(
      { month: 5, from: 5, periods: 1, earnedUsd: 0, balanceUsd: 0 },
      booksOf([0.5, 0.5]),
      { mean: 0, sd: 0 },
    );
    expect(payoutAt(curve, 0.55)).toBeCloseTo(1000, 6);
  });

  test('a target by season asks each month for its own', () => {
    const targets = [50, 150, ...Array(10).fill(100)];
    const pay = inTime({ target: undefined, targets, payout: 'cliff' });
    const at = (month: number, leads: number) =>
      payoutAt(
        pay.at({ month, from: month, periods: 1, earnedUsd: 0, balanceUsd: 0 }, booksOf([]), LEADS),
        leads,
      );
    expect([at(0, 49), at(0, 50), at(1, 149), at(1, 150)]).toEqual([0, 1000, 0, 1000]);
  });
});

/** Bonus of the first director, fully earned whatever happens, in dollars. */
function bonusPaid(question: string, pay: string, over = ''): number {
  const { arms } = parseRevenueScenario(`schemaVersion: 1
name: Periods
extends: preset:smb-software
question: { outcome: revenueUsd, replicates: 2, ${question} }
${over}
plans:
  plan: { director: { baseUsdPerYear: 0, bonusUsdPerYear: 24000, ${pay} } }
`);
  const company = compileCompany(arms[0].world, arms[0].pay, undefined);
  const market = new Market(arms[0].world, company.days);
  const runner = new Runner(company, market);
  market.fill(luckKey('periods', 0));
  runner.run(new Float64Array(company.outcomes.length));
  return runner.state.persons.tallies.sum[PERSON.bonusPaid];
}

const always = (period: string) =>
  `components: [{ metric: bookings, period: ${period}, target: 100, weightShare: 1, payout: { points: [[0, 1], [1, 1]] } }]`;

test('unfinished periods, deferred pay and newcomers are paid in proportion to time', () => {
  expect(bonusPaid('horizonMonths: 10', always('quarter'))).toBeCloseTo(20_000, 6);
  expect(bonusPaid('horizonMonths: 18', always('year'))).toBeCloseTo(36_000, 6);
  expect(
    bonusPaid('horizonMonths: 12', `${always('quarter')}, deferral: { share: 0.5, months: 12 }`),
  ).toBeCloseTo(24_000, 6);
  // The first holder forfeits an unfinished year; the chair is empty in month 11, and the
  // successor is there for the last one.
  const replaced = bonusPaid('horizonMonths: 12', always('year'), 'governance: { replacementMonth: 10 }');
  expect(replaced).toBeCloseTo(2000, 6);
});

describe('plans of the catalogue', () => {
  const scenario = (plan: string, people = '') => `schemaVersion: 1
name: Presets
extends: preset:smb-software
inside: { reps: 2 }
people: { inside: { role: inside-sales }${people} }
plans: { mine: { extends: "${plan}" } }
`;

  const roles = PLAN_PRESETS.flatMap(({ id, roles }) =>
    Object.keys(roles).map((role) => [id, role] as const),
  );

  test.each(roles)('%s pays a %s by the plan of that role', (id, role) => {
    const { arms } = parseRevenueScenario(
      scenario(
        `plan:${id}`,
        `, somebody: { role: ${role} }${role === 'marketing-director' ? ', director: null' : ''}`,
      ),
    );
    const preset = PLAN_PRESETS.find((each) => each.id === id)!;
    expect(arms[0].pay.somebody).toMatchObject(preset.roles[role]);
  });

  test('one that does not exist, and one that nobody could be paid by, are refused', () => {
    expect(refusal(scenario('plan:fluf')).message).toContain('did you mean fluff?');
    const noInside = scenario('plan:sdr-by-meeting').replace(/^inside.*\n|^people.*\n/gm, '');
    expect(refusal(noInside).message).toContain('somebody with the role inside-sales');
  });
});

test('a bonus against the year costs nothing below its target, and all of it once above', () => {
  const component = {
    metric: 'bookings',
    period: 'quarter',
    measured: 'againstYear',
    target: 800_000,
    weightShare: 1,
    payout: 'cliff',
  } as const;
  const pay = { baseUsdPerYear: 0, bonusUsdPerYear: 10_000, components: [component] };
  const payee = { pay, mind: 'seller', quotaUsdPerMonth: 1 } as const;
  expect(costAtGoal(payee).map(({ usdPerYear }) => Math.round(usdPerYear))).toEqual([0, 10_000, 10_000]);
});

test('the cost of a plan at 80, 100 and 120% of goal', () => {
  const commission = { rateShare: 0.1, aboveQuotaRateShare: 0.15, thresholdShare: 0.9 };
  const payee = { pay: { baseUsdPerYear: 0, commission }, mind: 'seller', quotaUsdPerMonth: 10_000 } as const;
  expect(costAtGoal(payee).map(({ usdPerYear }) => Math.round(usdPerYear))).toEqual([0, 12_000, 15_600]);
});
