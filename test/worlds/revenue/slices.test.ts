import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { InputError } from '../../../src/core/errors.ts';
import { compare, parseScenario } from '../../../src/index.ts';
import { luckKey } from '../../../src/random/luck.ts';
import { parseRevenueScenario } from '../../../src/scenario/load.ts';
import { layoutOf } from '../../../src/worlds/revenue/catalogue/counters.ts';
import { compileCompany } from '../../../src/worlds/revenue/compile/company.ts';
import { compileMetric } from '../../../src/worlds/revenue/compile/metrics.ts';
import { SharedMarket } from '../../../src/worlds/revenue/engine/sharedMarket.ts';
import { cache } from '../../support/shared.ts';
import { isThorough } from '../../support/thorough.ts';

const component = (metric: string, of: object) => ({
  metric,
  of,
  period: 'month',
  weightShare: 0.05,
  target: 1,
  payout: 'linear',
});
const METRICS = ['pipeline', 'marketing-pipeline', 'close-rate', 'bookings', 'wins', 'field-pipeline'];
const LINES = ['starter', 'core'];
const REGIONS = ['east', 'west'];

/** A company with two lines, two regions and two channels, whose director is paid on parts of metrics. */
function scenario(components: readonly object[], over: object = {}) {
  return parseRevenueScenario(
    JSON.stringify({
      schemaVersion: 1,
      name: 'parts',
      extends: 'preset:smb-software',
      question: { horizonMonths: 3, reference: 'paid', seed: 'parts' },
      lines: { products: { starter: { weight: 3, dealTimes: 0.5 }, core: { weight: 2, dealTimes: 1.5 } } },
      field: { opportunitiesPerMonth: 4 },
      tactics: { 'regional-events': { hoursPerMonth: 40 } },
      people: {
        director: { role: 'marketing-director', integrityUsd: 40 },
        field: { role: 'field-marketing', integrityUsd: 40 },
        east: { role: 'account-executive', count: 2 },
        west: { role: 'account-executive' },
        reps: null,
      },
      plans: {
        paid: { director: { baseUsdPerYear: 100000, bonusUsdPerYear: 20000, components } },
      },
      arms: { paid: { plan: 'paid' } },
      ...over,
    }),
    { file: 'parts' },
  );
}

test('parts of a counter add up to the whole, in every ledger and month, with gaming', () => {
  const parts = [...LINES.map((line) => ({ line })), ...REGIONS.map((region) => ({ region }))];
  const both = LINES.flatMap((line) => REGIONS.map((region) => ({ line, region })));
  const sourced = ['organic', 'paid'].map((channel) => ({ channel }));
  const all = METRICS.flatMap((metric) => [...parts, ...both].map((of) => component(metric, of)));
  const days = [...REGIONS.map((region) => ({ region })), ...sourced].map((of) =>
    component('follow-up-days', of),
  );
  const { world, pay } = scenario([...all, ...days].slice(0, 20)).arms[0];
  const slices = [...all, ...days].map(({ metric, of }) => ({ metric, of }));
  // Everything that takes deals and leads in and out of books: relabelling, claims, registrations.
  const levels = { relabel: 0.5, 'captured-attribution': 0.4, 'field-registration': 0.5, 'paper-calls': 0.3 };
  const company = compileCompany({ ...world, slices }, pay, undefined, { policy: { levels } });
  const shared = new SharedMarket([company]);
  shared.meet(luckKey('parts', 0));
  shared.run(0, new Float64Array(company.outcomes.length));
  const { books } = shared.runners[0].state;
  const layout = layoutOf(slices);
  const amount = (slot: number, month: number) => books.months[month * books.slots + slot];
  const splits = [
    ...METRICS.flatMap((metric) =>
      [LINES.map((line) => ({ line })), REGIONS.map((region) => ({ region })), both].map((of) => ({
        metric,
        of,
      })),
    ),
    { metric: 'follow-up-days', of: REGIONS.map((region) => ({ region })) },
    { metric: 'follow-up-days', of: sourced },
  ];
  let sums = 0;
  for (const { metric, of } of splits) {
    const whole = compileMetric(metric);
    const own = of.map((part) => compileMetric(metric, part, layout));
    for (const key of ['numerator', 'denominator'] as const) {
      if (whole[key] < 0) continue;
      for (let ledger = 0; ledger < (layout.inThree[whole[key]] === 1 ? 3 : 1); ledger++)
        for (let month = 0; month < 3; month++) {
          const sum = own.reduce((total, each) => total + amount(each[key] + ledger, month), 0);
          const expected = amount(whole[key] + ledger, month);
          expect(sum, `${metric} ${JSON.stringify(of)} ${key} ${ledger}`).toBeCloseTo(expected, 6);
          sums += expected;
        }
    }
  }
  expect(sums).toBeGreaterThan(0);
});

test('a company whose plans pay on no part keeps the books that it had', () => {
  const { world } = scenario([{ ...component('pipeline', {}), of: undefined, weightShare: 1 }]).arms[0];
  expect(world).not.toHaveProperty('slices');
  expect(layoutOf(world.slices).size).toBe(layoutOf().size);
});

test('what is not kept by a part, or does not exist, is refused with what there is', () => {
  const refused = (metric: string, of: object, over: object = {}) => {
    try {
      scenario([{ ...component(metric, of), weightShare: 1 }], over);
    } catch (error) {
      return (error as InputError).issues.map(({ path, expected }) => `${path}: ${expected}`);
    }
    return [];
  };
  const at = 'plans.paid.director.components.0.of';
  expect(refused('pipeline', { line: 'core', region: 'east' })).toEqual([]);
  expect(refused('visitors', { line: 'core' })[0]).toMatch(
    new RegExp(`^${at}.line: visitors of the whole company; by line there are .*\\bpipeline\\b`),
  );
  expect(refused('follow-up-days', { line: 'core' })).toEqual([
    `${at}.line: channel or region: follow-up-days is not kept by line`,
  ]);
  expect(refused('pipeline', { region: 'north' })).toEqual([
    `${at}.region: a group of account executives under people`,
  ]);
  expect(refused('pipeline', { channel: 'radio' })).toEqual([
    `${at}.channel: a channel under market.channels`,
  ]);
  expect(refused('pipeline', {})).toEqual([`${at}: a line, a channel or a region; or no part at all`]);
  const sellers = {
    plans: {
      paid: {
        east: {
          baseUsdPerYear: 1,
          bonusUsdPerYear: 1,
          components: [{ ...component('bookings', { line: 'core' }), weightShare: 1 }],
        },
      },
    },
  };
  expect(refused('pipeline', { line: 'core' }, sellers)[0]).toContain(
    'no part here: east is paid on own results',
  );
});

test.runIf(isThorough)(
  'registrations that count in one region earn a third less of a bonus, and work is the same',
  async () => {
    const { arms, contrasts } = await compare(
      parseScenario(readFileSync('scenarios/paid-by-part.yaml', 'utf8')),
      { arms: ['whole', 'parts'], replicates: 400, counterfactuals: 'none', cache },
    );
    const [whole, parts] = arms;
    const hollow = contrasts[0].outcomes.fieldMarketerBonusHollowUsd;
    expect(hollow.meanDifference).toBeLessThan(-4 * hollow.se);
    const ratio =
      parts.outcomes.fieldMarketerBonusHollowUsd.mean / whole.outcomes.fieldMarketerBonusHollowUsd.mean;
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(0.85);
    for (const [p, { work }] of whole.incentives!.entries())
      for (const [t, { hoursPerMonth }] of work.entries())
        expect(Math.abs(parts.incentives![p].work[t].hoursPerMonth / hoursPerMonth - 1)).toBeLessThan(0.08);
  },
);
