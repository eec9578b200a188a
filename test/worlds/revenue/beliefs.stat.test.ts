import { beforeAll, expect, test } from 'vitest';
import { cubicAt } from '../../../src/core/numeric/monotoneCubic.ts';
import { responseTo } from '../../../src/people/solver/response.ts';
import { luckKey } from '../../../src/random/luck.ts';
import {
  directorPaidOn,
  OWN_INTEREST_CELLS,
  type OwnInterestCell,
  ownInterest,
} from '../../../src/validation/ownInterest.ts';
import { SLOTS } from '../../../src/worlds/revenue/catalogue/counters.ts';
import { compileCompany } from '../../../src/worlds/revenue/compile/company.ts';
import { type Beliefs, effectOf } from '../../../src/worlds/revenue/contract/beliefs.ts';
import { SharedMarket } from '../../../src/worlds/revenue/engine/sharedMarket.ts';
import { bestResponses } from '../../../src/worlds/revenue/preparation/bestResponses.ts';
import { settleBeliefs } from '../../../src/worlds/revenue/preparation/interactions.ts';
import { measureBeliefs } from '../../../src/worlds/revenue/preparation/measureBeliefs.ts';
import { gamesInPlay } from '../../../src/worlds/revenue/preparation/playedEnds.ts';
import { isThorough, sized } from '../../support/thorough.ts';

const COUNTERS = ['visits', 'leads', 'sqls', 'marketingOpportunities', 'bookingsUsd', 'satisfactionWeight'];
const LEVELS: Readonly<Record<string, readonly number[]>> = {
  awareness: [0.5, 1.1, 1.5],
  'lead-capture': [0.5, 1.1, 1.5],
  nurturing: [0.5, 1.5],
  'bot-visits': [0.5, 1.1, 1.5],
  'fake-leads': [0.5, 1.1, 1.5],
  relabel: [0.4, 0.5, 1.1, 1.5],
};
const SETTLED = 3;
const MONTHS = 6;

const { world } = directorPaidOn(OWN_INTEREST_CELLS[0], 1);
let beliefs: Beliefs;

beforeAll(() => {
  beliefs = measureBeliefs(world);
}, 60_000);

test('believed effects are those of the engine within 10%, on other luck and between the levels measured', () => {
  const trials = Object.entries(LEVELS).flatMap(([id, levels]) => levels.map((level) => ({ id, level })));
  const year = { ...world, horizonMonths: MONTHS };
  const companies = [{}, ...trials.map(({ id, level }) => ({ [id]: level }))].map((levels) =>
    compileCompany(year, {}, beliefs, {
      policy: { levels, expectedDeals: true, sellerEffort: beliefs.sellerEffort },
    }),
  );
  const shared = new SharedMarket(companies);
  const outcomes = new Float64Array(companies[0].outcomes.length);
  const runs = sized(40, 400);
  const gains = trials.map(() => COUNTERS.map(() => new Float64Array(runs)));
  const amounts = companies.map(() => COUNTERS.map(() => 0));
  for (let run = 0; run < runs; run++) {
    shared.meet(luckKey('other luck', run));
    companies.forEach((_, p) => {
      shared.run(p, outcomes);
      const { books } = shared.runners[p].state;
      COUNTERS.forEach((id, c) => {
        let sum = 0;
        for (let month = SETTLED; month < MONTHS; month++)
          sum += books.months[month * books.slots + SLOTS.of.get(id)!] / (MONTHS - SETTLED);
        amounts[p][c] = sum;
        if (p > 0) gains[p - 1][c][run] = sum - amounts[0][c];
      });
    });
  }
  let asked = 0;
  const off: string[] = [];
  for (const [t, { id, level }] of trials.entries())
    for (const [c, counter] of COUNTERS.entries()) {
      const slot = SLOTS.of.get(counter)!;
      const effect = effectOf(beliefs, 'total', id, slot);
      const { productive, elasticity } = companies[0].tactics.find(({ definition }) => definition.id === id)!;
      const u = productive ? responseTo(level, elasticity) : level;
      const knots = beliefs.knots[id];
      let believed = 0;
      for (let lag = 0; effect !== undefined && lag <= SETTLED; lag++)
        believed += cubicAt(knots, effect.values, effect.slopes, u, lag * knots.length);
      const own = gains[t][c];
      const mean = own.reduce((sum, gain) => sum + gain, 0) / runs;
      const se = Math.sqrt(own.reduce((sum, gain) => sum + (gain - mean) ** 2, 0) / (runs - 1) / runs);
      // Effects below 1% of the counter, and those that these runs do not know within 3%, are not asked.
      if (Math.abs(mean) < 0.01 * beliefs.baseline[slot] || se > 0.03 * Math.abs(mean)) continue;
      asked++;
      const row = `${id} at ${level}: ${counter}`;
      if (Math.abs(believed / mean - 1) > 0.1) off.push(row);
    }
  expect(asked).toBeGreaterThanOrEqual(15);
  expect(off).toEqual([]);
}, 60_000);

test('a person who would game only late in a pay period refrains, where the net is higher without gaming', () => {
  const baseline = (id: string) => beliefs.baseline[SLOTS.of.get(id)!];
  const target = baseline('references') / baseline('customers');
  const cell = { base: 'smb-software', metric: 'reference-share', period: 'month' } as const;
  const { world: company, pay } = directorPaidOn(cell, target);
  const { levels } = bestResponses(company, pay, beliefs);
  expect(levels.relabel).toBe(0);
  expect(gamesInPlay(company, pay, beliefs)).toBe(true);
  expect(settleBeliefs(company, pay, beliefs).beliefs.refrains).toBe(true);
});

/** Cells of the table that `npm run test:own-interest` asks in full. */
const CELLS: readonly OwnInterestCell[] = [
  { base: 'smb-software', metric: 'visitors', period: 'month' },
  { base: 'smb-software', metric: 'leads', period: 'quarter' },
  { base: 'smb-software', metric: 'sqls', period: 'month' },
  { base: 'smb-software', metric: 'accepted-leads', period: 'year' },
  { base: 'smb-software', metric: 'acceptance-rate', period: 'month' },
  { base: 'smb-software', metric: 'marketing-pipeline', period: 'quarter' },
  { base: 'smb-software', metric: 'bookings', period: 'year' },
  { base: 'smb-software', metric: 'customer-satisfaction', period: 'month' },
  { base: 'smb-software', metric: 'mqls', period: 'month' },
  { base: 'smb-software', metric: 'opportunities', period: 'quarter' },
  { base: 'smb-software', metric: 'selling-time-wasted', period: 'quarter' },
  { base: 'smb-software', metric: 'cost-per-lead', period: 'month' },
  { base: 'smb-software', metric: 'lead-leakage', period: 'year' },
  { base: 'smb-software', metric: 'own-bookings', period: 'month' },
  { base: 'midmarket-software', metric: 'opportunity-rate', period: 'month' },
];
/** Cells that take long. */
const LONG: readonly string[] = ['lead-leakage', 'own-bookings', 'opportunity-rate'];

test.each(CELLS.filter(({ metric }) => isThorough || !LONG.includes(metric)))(
  'nobody paid on $metric by the $period gains by deviating from what they choose',
  (cell) => {
    // Few runs can underestimate the standard error. A gain above the bound is measured again in ten times
    // as many.
    const worstOf = (runs: number) => ownInterest(cell, runs, [1]).found!.worst;
    const bound = ({ se }: ReturnType<typeof worstOf>) => 0.01 + 4 * se;
    const first = worstOf(sized(4, 100));
    const worst = first.gainShare < bound(first) ? first : worstOf(sized(40, 400));
    expect(worst.gainShare, worst.name).toBeLessThan(bound(worst));
  },
  60_000,
);
