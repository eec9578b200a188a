import { describe, expect, test } from 'vitest';
import type { PersonPlan } from '../../../src/model/plan.ts';
import { luckKey } from '../../../src/random/luck.ts';
import { parseRevenueScenario } from '../../../src/scenario/load.ts';
import { compileCompany } from '../../../src/worlds/revenue/compile/company.ts';
import type { Beliefs } from '../../../src/worlds/revenue/contract/beliefs.ts';
import { SharedMarket } from '../../../src/worlds/revenue/engine/sharedMarket.ts';
import { measureBeliefs } from '../../../src/worlds/revenue/preparation/measureBeliefs.ts';
import { isThorough } from '../../support/thorough.ts';

type Table = Readonly<Record<string, unknown>>;

/** People's beliefs in each world; plans do not affect them. */
const known = new Map<string, Beliefs>();

/** Outcomes by id of a run of a small software company with the given people and pay. */
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

/** What sellers can do apart from selling, and what makes them and their deals differ. */
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

/** Sums over groups, in which the order of addition differs. */
const OF_PAY = new Set(['repPayUsd', 'payUsd', 'profitUsd', 'profitBeforePayUsd', 'costPerWinUsd']);

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
    'two groups of sellers act like one group, to the last bit, and earn the same: %s',
    (_, commission) => {
      const pay = { baseUsdPerYear: 60_000, commission };
      const reps = { role: 'account-executive', commissionShare: 0.1 };
      for (const set of isThorough ? [{}, GAMES] : [GAMES]) {
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

  test.runIf(isThorough)(
    'two groups of sellers earn the same as one group for activities, including padded ones',
    () => {
      const commission = { rateShare: 0.1, perActivityUsd: 5 };
      const pay = { baseUsdPerYear: 60_000, commission };
      const reps = { role: 'account-executive', commissionShare: 0.1 };
      for (const set of [{}, { ...GAMES, 'sales.paddedPerDay': 8 }]) {
        const one = outcomesOf({ reps }, { reps: pay }, set);
        const two = outcomesOf(
          { reps: { ...reps, count: 2 }, others: reps },
          { reps: pay, others: pay },
          set,
        );
        for (const [id, value] of two) {
          const wanted = one.get(id)!;
          if (Number.isNaN(wanted)) expect(value, id).toBeNaN();
          else expect(Math.abs(value - wanted), id).toBeLessThanOrEqual(1e-11 * Math.abs(wanted));
        }
      }
    },
    60_000,
  );
});

describe('inside sales in two groups on the same terms', () => {
  const inside = { role: 'inside-sales' };
  const set = { 'inside.reps': 3 };
  const reps = { role: 'account-executive', commissionShare: 0.1 };
  const sellers = { reps: { baseUsdPerYear: 60_000, commission: { rateShare: 0.1 } } };

  test.runIf(isThorough)(
    'two groups of inside sales earn the same as one group for meetings and opportunities',
    () => {
      const pay = { baseUsdPerYear: 25_000, meetings: { perMeetingUsd: 75, perOpportunityUsd: 100 } };
      const one = outcomesOf({ reps, inside }, { ...sellers, inside: pay }, set);
      const two = outcomesOf(
        { reps, inside: { ...inside, count: 1 }, others: inside },
        { ...sellers, inside: pay, others: pay },
        set,
      );
      expect(two.get('meetingsCount')).toBeGreaterThan(100);
      for (const id of ['meetingsCount', 'revenueUsd', 'winsCount'])
        expect(two.get(id), id).toBe(one.get(id));
      expect(two.get('insidePayUsd')! / one.get('insidePayUsd')!).toBeCloseTo(1, 12);
    },
    60_000,
  );

  test.runIf(isThorough)(
    'hollow meetings are arranged only by callers paid for meetings, and more if more of them are',
    () => {
      const salary = { baseUsdPerYear: 25_000 };
      const paid = { ...salary, meetings: { perMeetingUsd: 75 } };
      const two = { reps, inside: { ...inside, count: 1 }, others: inside };
      const hollow = (a: PersonPlan, b: PersonPlan) =>
        outcomesOf(two, { ...sellers, inside: a, others: b }, set).get('hollowMeetingsShare')!;
      const [none, oneOfThree, twoOfThree, all] = [
        hollow(salary, salary),
        hollow(paid, salary),
        hollow(salary, paid),
        hollow(paid, paid),
      ];
      expect(none).toBe(0);
      expect(oneOfThree).toBeGreaterThan(0);
      expect(twoOfThree).toBeGreaterThan(oneOfThree);
      expect(all).toBeGreaterThan(twoOfThree);
    },
    60_000,
  );
});
