import { describe, expect, test } from 'vitest';
import { binomialQuantile } from '../../../src/random/distributions.ts';
import { luckKey } from '../../../src/random/luck.ts';
import { parseRevenueScenario } from '../../../src/scenario/load.ts';
import { difficulties, MATCHED_SHARE } from '../../../src/validation/difficulty.ts';
import { gamedBy, isAlwaysTrue } from '../../../src/worlds/revenue/catalogue/gamedBy.ts';
import { METRICS } from '../../../src/worlds/revenue/catalogue/metrics/index.ts';
import { ROLES } from '../../../src/worlds/revenue/catalogue/roles/index.ts';
import { TACTICS } from '../../../src/worlds/revenue/catalogue/tactics/index.ts';
import { compileCompany } from '../../../src/worlds/revenue/compile/company.ts';
import { COUNTER, TRUE } from '../../../src/worlds/revenue/contract/counters.ts';
import type { Policy } from '../../../src/worlds/revenue/contract/policy.ts';
import { slotOf } from '../../../src/worlds/revenue/contract/slots.ts';
import type { RevenueWorld } from '../../../src/worlds/revenue/contract/world.ts';
import { SharedMarket } from '../../../src/worlds/revenue/engine/sharedMarket.ts';
import { readBase, textOf } from '../../support/shipped.ts';
import { isThorough, sized } from '../../support/thorough.ts';

const worldOf = (name: string, set: Readonly<Record<string, unknown>> = {}) =>
  parseRevenueScenario(textOf(`${name}.yaml`), { file: `${name}.yaml`, readBase, set }).arms[0].world;

/** Monthly books of runs under fixed levels: means of a counter by month, over runs. */
function monthly(world: RevenueWorld, levels: Policy['levels'], counter: number | string, runs = 40) {
  const company = compileCompany(world, {}, undefined, { policy: { levels } });
  const shared = new SharedMarket([company]);
  const slot = typeof counter === 'number' ? counter : slotOf(company.slots, counter);
  const outcomes = new Float64Array(company.outcomes.length);
  const months = new Float64Array(world.horizonMonths);
  for (let run = 0; run < runs; run++) {
    shared.meet(luckKey('department', run));
    shared.run(0, outcomes);
    const { books } = shared.runners[0].state;
    for (let m = 0; m < months.length; m++) months[m] += books.months[m * books.slots + slot + TRUE] / runs;
  }
  return months;
}
const last = (months: Float64Array, n = 4) => months.slice(-n).reduce((sum, value) => sum + value, 0) / n;

describe('the catalogue of a department', () => {
  test('has the roles, thirty tactics and more, and at least fourteen that game', () => {
    const roles = ROLES.map(({ id }) => id);
    for (const id of [
      'marketing-director',
      'product-marketing',
      'demand-generation',
      'field-marketing',
      'sales-enablement',
      'sales-training',
      'channel-marketing',
      'customer-advocacy',
      'marketing-operations',
      'channel-sales',
      'revenue-officer',
    ])
      expect(roles).toContain(id);
    expect(TACTICS.length).toBeGreaterThanOrEqual(30);
    expect(TACTICS.filter(({ lever }) => lever.kind === 'gaming').length).toBeGreaterThanOrEqual(14);
    // Every tactic is somebody's, and every tactic of a role exists.
    const owned = new Set(ROLES.flatMap(({ tactics }) => tactics));
    for (const id of owned) expect(TACTICS.map((tactic) => tactic.id)).toContain(id);
    expect(TACTICS.filter(({ id }) => !owned.has(id)).map(({ id }) => id)).toEqual(['impressing']);
  });

  test('every metric can be gamed by something shipped, or it is said why not', () => {
    const open = METRICS.filter(
      (metric) => gamedBy(metric).length === 0 && metric.notGamed === undefined && !isAlwaysTrue(metric),
    );
    expect(open.map(({ id }) => id)).toEqual([]);
    // Nothing is said of a metric that can be gamed.
    expect(METRICS.filter((metric) => metric.notGamed !== undefined && gamedBy(metric).length > 0)).toEqual(
      [],
    );
  });
});

test('a large department has all roles of marketing, several people in some', () => {
  const { people, products } = worldOf('department-large');
  const roles = people.map(({ role }) => role).filter((role) => role !== 'account-executive');
  expect(roles).toHaveLength(12);
  expect(new Set(roles).size).toBe(8);
  expect(products).toHaveLength(3);
});

describe('work of a department', () => {
  test('a survey finds the share 1 - (1 - p) / work^elasticity', () => {
    const world = worldOf('brand-starved', {
      'question.horizonMonths': 60,
      'tactics.reputation.carryOverDays': 1,
    });
    const share = (level: number) =>
      last(monthly(world, { reputation: level }, 'marketPerceptionYes', 60), 50) / world.surveys.buyersAsked;
    for (const level of [0.5, 1, 2]) {
      const expected = 1 - 0.6 / level ** 0.5;
      const se = Math.sqrt((expected * (1 - expected)) / (world.surveys.buyersAsked * 50 * 60));
      expect(Math.abs(share(level) - expected), String(level)).toBeLessThan(4 * se + 1e-9);
    }
  });

  test('requests wait as in a queue with one server, and at most the maximum time', () => {
    const world = worldOf('department', { 'enablement.lossSharePerDay': 0 });
    const opportunities = last(monthly(world, {}, COUNTER.opportunities, 20), 8);
    for (const level of [1.5, 2]) {
      const requests = last(monthly(world, { 'field-requests': level }, COUNTER.requests, 20), 8);
      const days = last(monthly(world, { 'field-requests': level }, COUNTER.requestDays, 20), 8) / requests;
      const perDay = opportunities / world.calendar.daysPerMonth;
      const capacity = (world.enablement.capacityPerMonth / world.calendar.daysPerMonth) * level ** 0.8;
      // The mean of 1 / (capacity - arrivals) exceeds that at mean arrivals, by little with slack.
      expect(days).toBeGreaterThan(0.98 / (capacity - perDay));
      expect(days).toBeLessThan(1.15 / (capacity - perDay));
    }
    const overrun = last(monthly(world, { 'field-requests': 0.2 }, COUNTER.requestDays, 20), 8);
    const asked = last(monthly(world, { 'field-requests': 0.2 }, COUNTER.requests, 20), 8);
    expect(overrun / asked).toBeCloseTo(world.enablement.mostDays, 6);
  });

  test('field marketing and partners bring the configured number, in proportion to the response', () => {
    const world = worldOf('partner-deals', { 'field.opportunitiesPerMonth': 4, 'market.accounts': 1e7 });
    const partners = (level: number) =>
      last(monthly(world, { 'partner-support': level }, COUNTER.channelOpportunities, 200), 8);
    for (const [level, elasticity] of [
      [1, 0.35],
      [2, 0.35],
    ]) {
      const expected = 6 * level ** elasticity;
      expect(Math.abs(partners(level) - expected)).toBeLessThan(4 * Math.sqrt(expected / 1600));
    }
    const field = last(monthly(world, {}, COUNTER.fieldOpportunities, 200), 8);
    expect(Math.abs(field - 4)).toBeLessThan(4 * Math.sqrt(4 / 1600));
  });

  test('onboarding shortens the ramp: sellers do more in their first months', () => {
    const world = worldOf('training-boxes', { 'tactics.seller-onboarding.carryOverDays': 1 });
    const hours = (level: number) =>
      last(monthly(world, { 'seller-onboarding': level }, COUNTER.hoursWorked, 20), 20);
    expect(hours(3)).toBeGreaterThan(1.01 * hours(1));
    expect(hours(0.3)).toBeLessThan(0.99 * hours(1));
  });
});

describe('binomial quantiles', () => {
  test('are the smallest k with P(N <= k) > u', () => {
    const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k);
    for (const [n, p] of [
      [1, 0.3],
      [12, 0.6],
      [40, 0.05],
    ]) {
      for (const u of [0.001, 0.2, 0.5, 0.9, 0.9999]) {
        let sum = 0;
        let k = -1;
        while (sum <= u && k < n) {
          k++;
          sum += choose(n, k) * p ** k * (1 - p) ** (n - k);
        }
        expect(binomialQuantile(u, n, p)).toBe(k);
      }
    }
    expect([binomialQuantile(0.5, 10, 0), binomialQuantile(0.5, 10, 1)]).toEqual([0, 10]);
    // Beyond what can be summed: a normal of the same mean and variance.
    expect(binomialQuantile(0.5, 10_000, 0.3)).toBe(3000);
    expect(binomialQuantile(0.975, 10_000, 0.3)).toBe(Math.round(3000 + 1.959964 * Math.sqrt(2100)));
  });
});

/** A survey of few answers: its next lower level is reached in 43% of quarters. */
const COARSE: Readonly<Record<string, number>> = { 'field-readiness': 0.065 };
const FILES = ['department', 'crandell', 'department-large'] as const;

test.each(isThorough ? FILES : FILES.slice(0, 1))(
  'ordinary honest work reaches every quarterly target of %s.yaml in 35% of quarters',
  (name) => {
    const file = `${name}.yaml`;
    const rows = difficulties(parseRevenueScenario(textOf(file), { file, readBase }), sized(200, 400));
    expect(rows.length).toBeGreaterThan(10);
    for (const { metric, reachedShare } of rows)
      expect(Math.abs(reachedShare - MATCHED_SHARE), metric).toBeLessThan(COARSE[metric] ?? 0.05);
  },
);

test('follow-up days count leads that nobody calls, until they are given up', () => {
  const world = worldOf('department', { 'question.horizonMonths': 4 });
  const amount = (counter: number, set: RevenueWorld) => last(monthly(set, {}, counter, 20), 3);
  const days = (set: RevenueWorld) => amount(COUNTER.waitedDays, set) / amount(COUNTER.waits, set);
  // Sellers without time for leads call none: each waits until it is too old.
  const busy = { ...world, sales: { ...world.sales, screeningHours: 1e6 } };
  expect(days(busy)).toBeGreaterThan(0.8 * world.sales.dropAfterDays);
  expect(days(busy)).toBeLessThanOrEqual(world.sales.dropAfterDays + 1);
  expect(days(world)).toBeLessThan(0.3 * world.sales.dropAfterDays);
  // Every lead that is called or given up is counted once.
  expect(amount(COUNTER.waits, world)).toBeCloseTo(amount(COUNTER.settled, world), 6);
});
