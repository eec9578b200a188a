import { describe, expect, test } from 'vitest';
import { compare } from '../../../src/experiments/commands/compare.ts';
import type { Judged, Payout } from '../../../src/model/plan.ts';
import { luckKey } from '../../../src/random/luck.ts';
import { parseRevenueScenario } from '../../../src/scenario/load.ts';
import { compileCompany } from '../../../src/worlds/revenue/compile/company.ts';
import { PERSON } from '../../../src/worlds/revenue/contract/tallies.ts';
import type { RevenueWorld } from '../../../src/worlds/revenue/contract/world.ts';
import { Market } from '../../../src/worlds/revenue/engine/market/market.ts';
import { Runner } from '../../../src/worlds/revenue/engine/run.ts';
import { PlannerMind } from '../../../src/worlds/revenue/minds/planner/planner.ts';
import { measureBeliefs } from '../../../src/worlds/revenue/preparation/measureBeliefs.ts';
import { promiseWorths } from '../../../src/worlds/revenue/preparation/promiseWorth.ts';
import { payOn } from '../../../src/worlds/revenue/statement/payOn.ts';
import { cache } from '../../support/shared.ts';
import { readBase, textOf } from '../../support/shipped.ts';
import { isThorough } from '../../support/thorough.ts';

const SEEN: Judged = {
  period: 'quarter',
  sees: [
    { metric: 'marketing-opportunities', target: 80, weightShare: 0.6 },
    { metric: 'visible-work', target: 480, weightShare: 0.4 },
  ],
  noiseShare: 0.2,
};
/** A boss who looks at nothing but the work. */
const LOOKED_AT = { sees: [{ metric: 'visible-work', target: 480, weightShare: 1 }] };
const BONUS_USD = 40_000;
/** Dollars of a rating of 1: a quarter of the bonus. */
const PER_RATING_USD = BONUS_USD / 4;

interface Case {
  readonly judged?: Partial<Judged>;
  readonly bonusUsd?: number;
  readonly payout?: Payout;
  readonly person?: object;
}

const planOf = ({ judged, bonusUsd = BONUS_USD, payout = 'linear' }: Case) => ({
  director: {
    baseUsdPerYear: 100_000,
    bonusUsdPerYear: bonusUsd,
    judged: { ...SEEN, ...judged },
    components: [{ metric: 'rating', period: 'quarter' as const, target: 1, weightShare: 1, payout }],
  },
});

function scenarioOf(plan: object, person: object = {}) {
  return parseRevenueScenario(
    `schemaVersion: 1
name: Judged
extends: preset:smb-software
question: { horizonMonths: 12, outcome: revenueUsd, replicates: 2, reference: judged }
sales: { sellingHoursPerDay: 9 }
people:
  director: ${JSON.stringify({ role: 'marketing-director', integrityUsd: 40, ...person })}
  reps: { role: account-executive }
plans: { judged: ${JSON.stringify(plan)} }
`,
    { file: 'judged.yaml' },
  );
}

const { world } = scenarioOf(planOf({})).arms[0];
const beliefs = measureBeliefs(world);

/** The director's habit, and its value to them in dollars a month. */
function habitOf(of: Case) {
  const { arms } = scenarioOf(planOf(of), of.person);
  const company = compileCompany(arms[0].world, arms[0].pay, beliefs);
  const mind = new PlannerMind(company, company.planners[0]);
  const worthUsd = mind['settle'](40);
  const levels = Object.fromEntries(
    company.assignments.map(({ tactic }, k) => [company.tactics[tactic].definition.id, mind['habit'][k]]),
  );
  return { worthUsd, levels, forecast: mind['forecast'].usual(0, 3) };
}

const sameLevels = (one: Case, other: Case) => {
  const [a, b] = [habitOf(one).levels, habitOf(other).levels];
  for (const id of Object.keys(a)) expect(a[id], id).toBeCloseTo(b[id], 4);
};

describe('a bonus on the rating', () => {
  test('in proportion, noise leaves effort and costs r b² s² / 2 a rating', () => {
    const riskAversionPerUsd = 0.00005;
    const of = (noiseShare: number) => ({ judged: { noiseShare }, person: { riskAversionPerUsd } });
    sameLevels(of(0), of(0.25));
    const cost = habitOf(of(0)).worthUsd - habitOf(of(0.25)).worthUsd;
    // A rating at the end of a quarter is on average a month away.
    const waited = (1 + 0.99 + 0.99 ** 2) / 3;
    expect(cost).toBeCloseTo((waited * (riskAversionPerUsd * (PER_RATING_USD * 0.25) ** 2)) / 2 / 3, 1);
  });

  test('compression and broken promises take their share of the slope', () => {
    const person = { riskAversionPerUsd: 0 };
    const half = { bonusUsd: BONUS_USD / 2, person };
    sameLevels({ judged: { compressionShare: 0.5 }, person }, half);
    sameLevels({ judged: { keeping: { chanceShare: 0.5 } }, person }, half);
    sameLevels({ judged: { leniencyShare: 0.3 }, person }, { person });
  });

  test('all or nothing, noise changes effort', () => {
    const of = (noiseShare: number): Case => ({ judged: { noiseShare }, payout: 'cliff' });
    const [sharp, dull] = [0.05, 1].map((noise) => habitOf(of(noise)).levels);
    expect(Math.max(...Object.keys(sharp).map((id) => Math.abs(sharp[id] - dull[id])))).toBeGreaterThan(0.02);
  });

  test('what is only seen is shown: impressing takes hours from work where the boss looks at work', () => {
    const of = (metric: string, target: number) =>
      habitOf({ judged: { sees: [{ metric, target, weightShare: 1 }] } }).levels.impressing;
    expect(of('visible-work', 480)).toBeGreaterThan(0.05);
    expect(of('accepted-leads', 120)).toBe(0);
  });

  test('two things that move together are riskier than two that do not', () => {
    const both = habitOf({
      judged: {
        noiseShare: 0,
        sees: [
          { metric: 'sqls', target: 150, weightShare: 0.5 },
          { metric: 'accepted-leads', target: 120, weightShare: 0.5 },
        ],
      },
    });
    const one = (metric: string, target: number) =>
      habitOf({ judged: { noiseShare: 0, sees: [{ metric, target, weightShare: 1 }] } }).forecast.sd;
    const [a, b] = [one('sqls', 150), one('accepted-leads', 120)];
    expect(both.forecast.sd).toBeGreaterThan(1.2 * Math.hypot(a / 2, b / 2));
    expect(both.forecast.sd).toBeLessThanOrEqual((a + b) / 2 + 1e-12);
  });
});

/** Bonus of every quarter of some runs, by run, and what the judge cost. */
function playedOf(of: Case, runs: number) {
  const { arms } = scenarioOf(planOf(of), of.person);
  const company = compileCompany(arms[0].world, arms[0].pay, beliefs);
  const market = new Market(company.world, company.days);
  const runner = new Runner(company, market);
  const outcomes = new Float64Array(company.outcomes.length);
  const sums = new Float64Array(3);
  for (let run = 0; run < runs; run++) {
    market.fill(luckKey('judged', run));
    runner.run(outcomes);
    const { sum } = runner.state.persons.tallies;
    sums[0] += sum[PERSON.bonusEarned];
    sums[1] += sum[PERSON.bonusHollow];
    sums[2] += outcomes[company.outcomes.findIndex(({ id }) => id === 'judgingUsd')];
  }
  return [...sums].map((sum) => sum / runs);
}

describe('ratings in a company', () => {
  test('the mean bonus is that of the forecast within 2%, and a judge costs hours', () => {
    const of: Case = {
      judged: { ...LOOKED_AT, hoursPerRating: 6, hourUsd: 150 },
      person: { motive: 'honest' },
    };
    const [earned, hollow, judging] = playedOf(of, 200);
    const expected = 4 * PER_RATING_USD * habitOf(of).forecast.mean;
    expect(Math.abs(earned / expected - 1)).toBeLessThan(0.02);
    expect(hollow).toBe(0);
    expect(judging).toBe(4 * 6 * 150);
  });

  test('promises are kept with the chance that is written', () => {
    const of = (chanceShare: number): Case => ({
      judged: { ...LOOKED_AT, keeping: { chanceShare } },
      person: { motive: 'honest', effortCostUsdPerMonth: 1e9 },
    });
    // Work that costs too much to change is the same whatever is promised.
    const [[some], [all]] = [playedOf(of(0.7), 200), playedOf(of(1), 200)];
    expect(Math.abs(some / all - 0.7)).toBeLessThan(0.05);
  });

  test('show is paid, and counts as hollow', () => {
    const [earned, hollow] = playedOf({ judged: LOOKED_AT }, 40);
    expect(hollow).toBeGreaterThan(0.02 * earned);
  });

  test.runIf(isThorough)(
    'a promise is kept as far as it is worth that much itself, and a hasty company keeps less',
    () => {
      const worth = (discountSharePerMonth: number) => {
        const { pay, world: own } = scenarioOf(
          planOf({
            judged: {
              sees: [{ metric: 'marketing-opportunities', target: 80, weightShare: 1 }],
              keeping: { discountSharePerMonth },
            },
          }),
          { motive: 'honest' },
        ).arms[0];
        return promiseWorths(own as RevenueWorld, pay, beliefs).director;
      };
      const [patient, mean, hasty, never] = [0.01, 0.02, 0.1, 1].map(worth);
      // Where the cap does not bind, it equals the present value of the monthly gain as a perpetuity.
      expect(patient / mean).toBeCloseTo(99 / 49, 6);
      expect(mean).toBeGreaterThan(2 * PER_RATING_USD);
      expect(hasty).toBeLessThan(mean / 4);
      expect(never).toBe(0);
    },
  );

  test('a rating below 0 takes nothing back', () => {
    // Ratings of people who do what is expected are then symmetric around 0: half of a normal is paid.
    const judged = { ...LOOKED_AT, leniencyShare: -1, noiseShare: 0.5, compressionShare: 0 };
    const [earned] = playedOf({ judged, person: { motive: 'honest', effortCostUsdPerMonth: 1e9 } }, 200);
    const half = 4 * PER_RATING_USD * 0.5 * 0.3989;
    expect(Math.abs(earned / half - 1)).toBeLessThan(0.1);
    const { pay } = scenarioOf(planOf({})).arms[0];
    const paid = payOn(
      { pay: pay.director, mind: 'planner', quotaUsdPerMonth: 1 },
      { kind: 'quarter', rows: [{ period: '2025-Q1', values: { rating: -0.2 } }] },
    );
    expect(paid.periods[0].components[0].usd).toBe(0);
  });
});

test('a rating or a target in percent is read back', () => {
  const { pay } = scenarioOf(planOf({})).arms[0];
  const { notes } = payOn(
    { pay: pay.director, mind: 'planner', quotaUsdPerMonth: 1 },
    { kind: 'quarter', rows: [{ period: '2025-Q1', values: { rating: 110 } }] },
  );
  expect(notes).toContain('rating of 2025-Q1 is read as 11,000%.');
  const { director } = planOf({});
  const components = director.components.map((component) => ({ ...component, target: 100 }));
  const { warnings } = scenarioOf({ director: { ...director, components } });
  expect(warnings.join()).toContain("director's target of rating is read as 10,000%.");
});

test('payroll pays on ratings that are given', () => {
  const { pay } = scenarioOf(planOf({ payout: { linear: true, thresholdShare: 0.8, capShare: 1.2 } }))
    .arms[0];
  const paid = payOn(
    { pay: pay.director, mind: 'planner', quotaUsdPerMonth: 1 },
    {
      kind: 'quarter',
      rows: [0.75, 0.9, 1.3].map((rating, i) => ({ period: `2025-Q${i + 1}`, values: { rating } })),
    },
  );
  expect(paid.periods.map(({ components }) => components[0].usd)).toEqual([0, 9000, 12_000]);
});

test.each([
  [
    'judged: 1 + weights',
    { sees: [{ metric: 'leads', target: 300, weightShare: 0.4 }] },
    /weightShare values that add up to 1/,
  ],
  [
    'a ratio',
    { sees: [{ metric: 'acceptance-rate', target: 0.7, weightShare: 1 }] },
    /an amount of which more is better/,
  ],
  [
    'the rating itself',
    { sees: [{ metric: 'rating', target: 1, weightShare: 1 }] },
    /what the rating is made of/,
  ],
  [
    'a number twice',
    { sees: [0.5, 0.5].map((weightShare) => ({ metric: 'leads', target: 300, weightShare })) },
    /each number once/,
  ],
  [
    'two ways of keeping',
    { keeping: { chanceShare: 0.5, discountSharePerMonth: 0.1 } },
    /either a chanceShare or a discount/,
  ],
  ['another period', { period: 'month' as const }, /month, as the ratings/],
])('%s is refused', (_, judged, reason) => {
  expect(() => scenarioOf(planOf({ judged }))).toThrow(reason);
});

test('a promise needs a bonus that is promised', () => {
  const { components, ...rest } = planOf({ judged: { keeping: { chanceShare: 0.5 } } }).director;
  const gated = {
    metric: 'leads',
    period: 'quarter',
    target: 900,
    weightShare: 1,
    payout: 'linear',
    gates: [{ metric: 'rating', level: 1 }],
  };
  expect(components).toHaveLength(1);
  expect(() => scenarioOf({ director: { ...rest, components: [gated] } })).toThrow(/no promise/);
});

test('a rating without a judge, and a judge without a rating, are refused', () => {
  const { judged, ...rest } = planOf({}).director;
  expect(() => scenarioOf({ director: rest })).toThrow(/a judged block beside the components/);
  expect(() => scenarioOf({ director: { baseUsdPerYear: 1, judged } })).toThrow(/metric: rating beside it/);
});

const shipped = (file: string) => {
  const scenario = parseRevenueScenario(textOf(file), { file, readBase });
  return compare({ ...scenario, replicates: 30 }, { counterfactuals: 'none', cache });
};
const profitOf = async (file: string) => {
  const { arms } = await shipped(file);
  return Object.fromEntries(arms.map(({ name, outcomes }) => [name, outcomes.profitUsd]));
};

test.runIf(isThorough)(
  'a judge who looks and keeps promises beats pay on numbers, and one far away loses to both measured plans',
  async () => {
    const near = await profitOf('judged.yaml');
    const far = await profitOf('judged-from-afar.yaml');
    expect(near.judged.mean).toBeGreaterThan(near.numbers.mean + 200_000);
    expect(near.judged.mean).toBeGreaterThan(near.revenue.mean - 50_000);
    expect(far.judged.mean).toBeLessThan(Math.min(far.accepted.mean, far.revenue.mean) - 50_000);
  },
  60_000,
);
