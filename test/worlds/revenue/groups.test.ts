import { describe, expect, test } from 'vitest';
import type { PersonPlan } from '../../../src/model/plan.ts';
import { luckKey } from '../../../src/random/luck.ts';
import { parseRevenueScenario } from '../../../src/scenario/load.ts';
import { compileCompany } from '../../../src/worlds/revenue/compile/company.ts';
import type { Beliefs } from '../../../src/worlds/revenue/contract/beliefs.ts';
import { SharedMarket } from '../../../src/worlds/revenue/engine/sharedMarket.ts';
import { measureBeliefs } from '../../../src/worlds/revenue/preparation/measureBeliefs.ts';

type Table = Readonly<Record<string, unknown>>;

/** What people believe in each world: no plan changes that. */
const known = new Map<string, Beliefs>();

/** Outcomes of a run of a small software company with these people and their pay, by id. */
function outcomesOf(
  people: Table,
  plan: Readonly<Record<string, PersonPlan>>,
  set: Table,
): Map<string, number> {
  const text = JSON.stringify({
    schemaVersion: 1,
    name: 'Groups',
    extends: 'preset:smb-software',
    question: { horizonMonths: 6 },
    people,
    plans: { plan: { director: { baseUsdPerYear: 100_000 }, ...plan } },
  });
  const { world, pay } = parseRevenueScenario(text, { set }).arms[0];
  const key = JSON.stringify(world);
  const beliefs = known.get(key) ?? measureBeliefs(world);
  known.set(key, beliefs);
  const company = compileCompany(world, pay, beliefs);
  const alone = new SharedMarket([company]);
  const outcomes = new Float64Array(company.outcomes.length);
  alone.meet(luckKey('groups', 0));
  alone.run(0, outcomes);
  return new Map(company.outcomes.map(({ id }, i) => [id, outcomes[i]]));
}

/** Everything that sellers can do besides selling. */
const GAMES = {
  'sales.quotaRatchetShare': 0.5,
  'sales.gambleShare': 0.5,
  'sales.discountAuthorityShare': 0.3,
  'sales.promiseLiftShare': 0.3,
  'sales.lobbyingShare': 0.15,
  'sales.turnoverSharePerYear': 0.5,
  'sales.skillCv': 0.5,
  'governance.coverageTimes': 5,
  'lines.otherShare': 0.5,
};

/** Sums over groups, whose order of adding up differs. */
const OF_PAY = new Set(['repPayUsd', 'profitUsd', 'costPerWinUsd']);

describe('five sellers in two groups on the same terms', () => {
  test.each([
    ['a straight commission', { rateShare: 0.1 }],
    [
      'an accelerator and a bonus on own deals',
      { rateShare: 0.04, aboveQuotaRateShare: 0.3, ownDealExtraShare: 0.05 },
    ],
    [
      'a forecast menu',
      {
        rateShare: 0.04,
        aboveQuotaRateShare: 0.3,
        forecastMenu: { aboveRateShare: 0.01, forecastRateShare: 0.02, shortfallRateShare: 0.04 },
      },
    ],
  ])(
    'do what one group does, to the last bit, and earn the same: %s',
    (_, commission) => {
      const pay = { baseUsdPerYear: 60_000, commission };
      const reps = { role: 'account-executive' };
      for (const set of [{}, GAMES]) {
        const one = outcomesOf({ reps }, { reps: pay }, set);
        const two = outcomesOf(
          { reps: { ...reps, count: 2 }, others: reps },
          { reps: pay, others: pay },
          set,
        );
        expect([...two.keys()]).toEqual([...one.keys()]);
        for (const [id, value] of two) {
          const wanted = one.get(id)!;
          if (OF_PAY.has(id)) expect(Math.abs(value / wanted - 1), id).toBeLessThan(1e-12);
          else expect(value, id).toBe(wanted);
        }
      }
    },
    60_000,
  );

  test.todo('earn what one group does: pay for every activity');
});

describe('inside sales in two groups on the same terms', () => {
  test.todo('earns what one group does: pay for meetings and for opportunities');
});
