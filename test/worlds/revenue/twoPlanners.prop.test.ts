import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PersonPlan } from '../../../src/model/plan.ts';
import { luckKey } from '../../../src/random/luck.ts';
import { COUNTER, REPORTED, TRUE } from '../../../src/worlds/revenue/contract/counters.ts';
import { SharedMarket } from '../../../src/worlds/revenue/engine/sharedMarket.ts';
import { measureBeliefs } from '../../../src/worlds/revenue/preparation/measureBeliefs.ts';
import { isThorough, sized } from '../../support/thorough.ts';
import {
  audits,
  bonusOf,
  companyOf,
  HORIZON_MONTHS,
  type Outcomes,
  planner,
  play,
  unitsOf,
  without,
} from '../../support/twoPlanners.ts';

/** Outcomes affected by the mere presence of a salaried person; that person's own are left out. */
const OF_HEADS_AND_PAY = new Set([
  'payUsd',
  'profitUsd',
  'economicProfitUsd',
  'costPerWinUsd',
  'tenureMonths',
  'dismissedShare',
  'integrityAtEndShare',
]);

describe('a second director on a salary only', () => {
  test.runIf(isThorough)(
    'a second director without hours adds the salary cost and changes no other outcome by a single bit',
    () => {
      const isChanged = (id: string) => OF_HEADS_AND_PAY.has(id) || id.startsWith('ben');
      const salaryUsd = (80_000 / 12) * HORIZON_MONTHS;
      let hollow = 0;
      let dismissed = 0;
      fc.assert(
        fc.property(planner, audits, ({ traits: anna, pay }, set) => {
          const one = companyOf({ anna }, { anna: pay }, set);
          const two = companyOf(
            { anna },
            { anna: pay },
            {
              ...set,
              'people.ben': { role: 'marketing-director', hoursPerMonth: 0, beliefs: anna.beliefs },
              'plans.plan.ben': { baseUsdPerYear: 80_000 },
            },
          );
          expect(two.planners.map(({ name }) => name)).toEqual(['anna', 'ben']);
          expect(two.beliefs).toEqual(one.beliefs);
          const [alone, together] = [one, two].map((company) => play(company, 2));
          for (const [run, outcomes] of together.entries()) {
            expect(without(outcomes, isChanged)).toEqual(without(alone[run], isChanged));
            expect(outcomes.benPayUsd).toBeCloseTo(salaryUsd, 6);
            expect(outcomes.profitUsd).toBeCloseTo(alone[run].profitUsd - salaryUsd, 4);
            hollow += outcomes.annaBonusHollowUsd;
            dismissed += outcomes.annaDismissedShare;
          }
        }),
        { seed: 21, numRuns: sized(1, 15) },
      );
      expect(hollow).toBeGreaterThan(0);
      expect(dismissed).toBeGreaterThan(0);
    },
    120_000,
  );

  test('two salaried directors who share the hours act like one, to the last bit', () => {
    const salary = { baseUsdPerYear: 50_000 };
    const [alone] = play(companyOf({ anna: {} }, { anna: salary }), 1);
    const [together] = play(companyOf({ anna: {}, ben: {} }, { anna: salary, ben: salary }), 1);
    const isPersonal = (id: string) => OF_HEADS_AND_PAY.has(id) || /^(anna|ben)/.test(id);
    expect(without(together, isPersonal)).toEqual(without(alone, isPersonal));
  }, 60_000);
});

describe('two directors who plan', () => {
  const heads = fc.record({
    'governance.replacementMonth': fc.constantFrom(0, 3),
    'governance.missedGoalDismissalRate': fc.constantFrom(0, 0.5),
  });
  const swapped = (id: string) =>
    id.startsWith('anna') ? id.replace('anna', 'ben') : id.replace(/^ben/, 'anna');

  test("exchanging two directors' names exchanges their outcomes, and changes nothing else by a single bit", () => {
    let differences = 0;
    let dismissed = 0;
    let changes = 0;
    fc.assert(
      fc.property(planner, planner, audits, heads, fc.boolean(), (first, second, found, leave, isChanged) => {
        // Identical people are distinguished only by their order in the file.
        fc.pre(JSON.stringify(first) !== JSON.stringify(second));
        const set = { ...found, ...leave };
        const [a, b] = [first, second].map(({ traits, hoursPerMonth }) => ({ ...traits, hoursPerMonth }));
        const [p, q] = [first.pay, second.pay];
        const one = companyOf(
          { anna: a, ben: b },
          { anna: p, ben: q },
          set,
          isChanged ? { anna: q, ben: p } : undefined,
        );
        const other = companyOf(
          { anna: b, ben: a },
          { anna: q, ben: p },
          set,
          isChanged ? { anna: p, ben: q } : undefined,
        );
        const [before, after] = [one, other].map((company) => play(company, 2));
        for (const [run, outcomes] of before.entries()) {
          const renamed = Object.fromEntries(
            Object.entries(outcomes).map(([id, value]) => [swapped(id), value]),
          );
          expect(after[run]).toEqual(renamed);
          differences += Math.abs(outcomes.annaPayUsd - outcomes.benPayUsd);
          dismissed += outcomes.dismissedShare;
          changes += isChanged ? outcomes.bonusPaidUsd : 0;
        }
      }),
      { seed: 22, numRuns: sized(2, 24) },
    );
    expect(differences).toBeGreaterThan(0);
    expect(dismissed).toBeGreaterThan(0);
    expect(changes).toBeGreaterThan(0);
  }, 180_000);

  test.runIf(isThorough)(
    'beliefs are the same to the last bit if two directors exchange their names',
    () => {
      const hours = [{ hoursPerMonth: 60 }, { hoursPerMonth: 110, beliefs: 'naive' }] as const;
      const salaries = { anna: { baseUsdPerYear: 60_000 }, ben: { baseUsdPerYear: 60_000 } };
      const [one, other] = [
        { anna: hours[0], ben: hours[1] },
        { anna: hours[1], ben: hours[0] },
      ].map((people) => measureBeliefs(companyOf(people, salaries).world));
      expect(other).toEqual(one);
    },
    60_000,
  );

  test('the order of two directors in the file changes no outcome', () => {
    fc.assert(
      fc.property(planner, planner, audits, (first, second, set) => {
        fc.pre(JSON.stringify(first) !== JSON.stringify(second));
        const plan = { anna: first.pay, ben: second.pay };
        const one = companyOf({ anna: first.traits, ben: second.traits }, plan, set);
        const other = companyOf({ ben: second.traits, anna: first.traits }, plan, set);
        expect(play(other, 2)).toEqual(play(one, 2));
      }),
      { seed: 24, numRuns: sized(1, 12) },
    );
  }, 120_000);

  test('each director is paid a salary and the bonus that the reported books imply for their own components', () => {
    let bonuses = 0;
    let differences = 0;
    let gates = 0;
    fc.assert(
      fc.property(planner, planner, (first, second) => {
        const plan = { anna: first.pay, ben: second.pay };
        // Without discovery, everybody is present on every pay day.
        const company = companyOf({ anna: first.traits, ben: second.traits }, plan, {
          'governance.auditRatePerMonth': 0,
          'governance.transparencyShare': 0,
        });
        const owed: Readonly<Record<'anna' | 'ben', number>>[] = [];
        const runs = play(company, 2, (state) => {
          owed.push({ anna: bonusOf(plan.anna, state), ben: bonusOf(plan.ben, state) });
        });
        for (const [run, outcomes] of runs.entries()) {
          for (const name of ['anna', 'ben'] as const) {
            const salaryUsd = (plan[name].baseUsdPerYear / 12) * HORIZON_MONTHS;
            expect(outcomes[`${name}BonusPaidUsd`]).toBeCloseTo(owed[run][name], 6);
            expect(outcomes[`${name}PayUsd`]).toBeCloseTo(salaryUsd + owed[run][name], 6);
          }
          expect(outcomes.bonusPaidUsd).toBeCloseTo(owed[run].anna + owed[run].ben, 6);
          bonuses += outcomes.bonusPaidUsd;
          differences += Math.abs(owed[run].anna - owed[run].ben);
        }
        gates += [...first.pay.components, ...second.pay.components].filter((each) => each.gates).length;
      }),
      { seed: 23, numRuns: sized(2, 24) },
    );
    expect(bonuses).toBeGreaterThan(0);
    expect(differences).toBeGreaterThan(0);
    expect(gates).toBeGreaterThan(0);
  }, 120_000);

  test.runIf(isThorough)(
    'two directors together produce exactly the hollow visits, leads and SQLs that the books report',
    () => {
      const COUNTED = { 'bot-visits': 'visits', 'fake-leads': 'leads', relabel: 'sqls' } as const;
      const both = { visits: 0, leads: 0, sqls: 0 };
      fc.assert(
        fc.property(planner, planner, audits, (first, second, set) => {
          const [anna, ben] = [first, second].map(({ traits }) => ({ ...traits, motive: 'own-pay' }));
          const company = companyOf({ anna, ben }, { anna: first.pay, ben: first.pay }, set);
          play(company, 2, (state) => {
            const { books } = state;
            for (const [tactic, counter] of Object.entries(COUNTED)) {
              const units = unitsOf(tactic, state);
              let hollow = 0;
              for (let m = 0; m < HORIZON_MONTHS; m++) {
                const at = m * books.slots + COUNTER[counter];
                hollow += books.months[at + REPORTED] - books.months[at + TRUE];
              }
              expect(units[0] + units[1], tactic).toBe(hollow);
              both[counter] += Math.min(...units);
            }
          });
        }),
        { seed: 25, numRuns: sized(6, 18) },
      );
      // Both game the same metric in the same run.
      expect(both.visits).toBeGreaterThan(0);
      expect(both.sqls).toBeGreaterThan(0);
    },
    120_000,
  );
});

describe('a gaming director beside an honest one', () => {
  const FLUFF: PersonPlan = {
    baseUsdPerYear: 100_000,
    bonusUsdPerYear: 30_000,
    components: [
      { metric: 'visitors', period: 'month', target: 1700, weightShare: 0.5, payout: 'cliff' },
      { metric: 'sqls', period: 'month', target: 25, weightShare: 0.5, payout: 'linear' },
    ],
    clawback: { share: 0.2, months: 2 },
  };

  test.each([
    ['anna', 'ben'],
    ['ben', 'anna'],
  ])(
    'only the gamer is discovered, dismissed and charged: %s, not %s',
    (gamer, honest) => {
      const company = companyOf(
        { [gamer]: { integrityUsd: 0 }, [honest]: { integrityUsd: 1e9 } },
        { anna: FLUFF, ben: FLUFF },
        { 'governance.stage': 'structured', 'governance.auditRatePerMonth': 0.5, 'governance.penaltyUsd': 0 },
      );
      const shared = new SharedMarket([company]);
      const units: Record<string, number> = { anna: 0, ben: 0 };
      const events: Record<string, string[]> = { anna: [], ben: [] };
      shared.runners[0].onMonth = (_month, _state, diaries) => {
        for (const diary of diaries) {
          for (const amount of diary.units.values()) units[diary.name] += amount;
          events[diary.name].push(...diary.events);
        }
      };
      const values = new Float64Array(company.outcomes.length);
      const sums = { dismissed: 0, clawedBackUsd: 0, hollowUsd: 0 };
      for (let replicate = 0; replicate < 20; replicate++) {
        shared.meet(luckKey('two planners', replicate));
        shared.run(0, values);
        const outcomes: Outcomes = Object.fromEntries(company.outcomes.map(({ id }, i) => [id, values[i]]));
        expect(outcomes[`${honest}DismissedShare`]).toBe(0);
        expect(outcomes[`${honest}TenureMonths`]).toBe(HORIZON_MONTHS);
        // Salary and bonus without a clawback.
        expect(outcomes[`${honest}PayUsd`]).toBeCloseTo(
          (FLUFF.baseUsdPerYear / 12) * HORIZON_MONTHS + outcomes[`${honest}BonusPaidUsd`],
          6,
        );
        sums.dismissed += outcomes[`${gamer}DismissedShare`];
        sums.clawedBackUsd += outcomes.clawedBackUsd;
        // Both are paid on one department's metrics, so the gamer's hollow counts also pay the honest one.
        sums.hollowUsd += outcomes[`${honest}BonusHollowUsd`];
      }
      expect(units[honest]).toBe(0);
      expect(events[honest]).toEqual([]);
      expect(units[gamer]).toBeGreaterThan(1);
      for (const event of ['discovered', 'dismissed', 'hired'])
        expect(events[gamer].filter((each) => each === event).length, event).toBeGreaterThan(5);
      expect(sums.dismissed).toBeGreaterThan(5);
      expect(sums.clawedBackUsd).toBeGreaterThan(0);
      expect(sums.hollowUsd).toBeGreaterThan(0);
    },
    60_000,
  );
});

test('a count of directors is refused: every planner has an entry of their own', () => {
  expect(() => companyOf({ anna: { count: 2 } }, { anna: { baseUsdPerYear: 100_000 } })).toThrow(
    /people\.anna\.count.*an entry of their own for everybody of this role/s,
  );
});
