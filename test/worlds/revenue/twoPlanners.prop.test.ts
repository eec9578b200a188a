import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PersonPlan, PlanComponent } from '../../../src/model/plan.ts';
import { luckKey } from '../../../src/random/luck.ts';
import { parseRevenueScenario } from '../../../src/scenario/load.ts';
import { METRICS } from '../../../src/worlds/revenue/catalogue/metrics/index.ts';
import { compileCompany } from '../../../src/worlds/revenue/compile/company.ts';
import type { Company } from '../../../src/worlds/revenue/contract/company.ts';
import { slotOf } from '../../../src/worlds/revenue/contract/slots.ts';
import { SharedMarket } from '../../../src/worlds/revenue/engine/sharedMarket.ts';
import type { RunState } from '../../../src/worlds/revenue/engine/state/state.ts';
import { measureBeliefs } from '../../../src/worlds/revenue/preparation/measureBeliefs.ts';

type Table = Readonly<Record<string, unknown>>;
type Plan = Readonly<Record<string, PersonPlan>>;

const HORIZON_MONTHS = 6;
const REPLICATES = 2;
const USUAL = { visitors: 3000, leads: 320, sqls: 50, 'marketing-pipeline': 600_000 } as const;

/**
 * A small software company in which these people plan marketing’s work, each paid by their own plan.
 *
 * @param next the plan from the fourth month on
 */
function companyOf(
  people: Readonly<Record<string, Table>>,
  plan: Plan,
  set: Table = {},
  next?: Plan,
): Company {
  const planners = Object.entries(people).map(([name, traits]) => [
    name,
    { role: 'marketing-director', ...traits },
  ]);
  const text = JSON.stringify({
    schemaVersion: 1,
    name: 'Two planners',
    extends: 'preset:smb-software',
    question: { horizonMonths: HORIZON_MONTHS },
    people: { director: null, ...Object.fromEntries(planners), reps: { role: 'account-executive' } },
    plans: { own: plan, next: next ?? plan },
    arms: { only: { plan: 'own', ...(next === undefined ? {} : { later: { fromMonth: 4, plan: 'next' } }) } },
  });
  const { world, pay, later } = parseRevenueScenario(text, { set }).arms[0];
  return compileCompany(world, pay, measureBeliefs(world), { later });
}

/** Runs a company on the same luck as all others, and returns the outcomes of each run by id. */
function play(
  company: Company,
  replicates = REPLICATES,
  look: (state: RunState) => void = () => {},
): ReadonlyMap<string, number>[] {
  const alone = new SharedMarket([company]);
  const outcomes = new Float64Array(company.outcomes.length);
  return Array.from({ length: replicates }, (_, replicate) => {
    alone.meet(luckKey('two planners', replicate));
    alone.run(0, outcomes);
    look(alone.runners[0].state);
    return new Map(company.outcomes.map(({ id }, i) => [id, outcomes[i]]));
  });
}

const without = (outcomes: ReadonlyMap<string, number>, isLeftOut: (id: string) => boolean) =>
  Object.fromEntries([...outcomes].filter(([id]) => !isLeftOut(id)));

const traits = fc.record({
  motive: fc.constantFrom('own-pay', 'own-pay', 'honest'),
  beliefs: fc.constantFrom('total', 'naive', 'learning'),
  integrityUsd: fc.constantFrom<unknown>(0, 40, 500, { lognormal: { median: 40, sigma: 0.5 } }),
  effortCostUsdPerMonth: fc.constantFrom(20, 60, 200),
});
const component = fc
  .record({
    metric: fc.constantFrom(
      'visitors' as const,
      'leads' as const,
      'sqls' as const,
      'marketing-pipeline' as const,
    ),
    period: fc.constantFrom('month' as const, 'quarter' as const),
    reach: fc.double({ min: 0.8, max: 1.6, noNaN: true }),
    payout: fc.constantFrom<PlanComponent['payout']>('cliff', 'linear', {
      linear: true,
      thresholdShare: 0.6,
      capShare: 1.5,
    }),
    isGated: fc.boolean(),
  })
  .map(({ metric, period, reach, payout, isGated }): PlanComponent => {
    const target = reach * USUAL[metric] * (period === 'quarter' ? 3 : 1);
    const gates = isGated ? { gates: [{ metric: 'acceptance-rate', level: 0.5 }] } : {};
    return { metric, period, target, weightShare: 0.5, payout, ...gates };
  });
const pay = fc.record({
  baseUsdPerYear: fc.constantFrom(60_000, 100_000),
  bonusUsdPerYear: fc.constantFrom(20_000, 60_000),
  components: fc.tuple(component, component),
});
const planner = fc.record({ traits, hoursPerMonth: fc.constantFrom(40, 60, 120), pay });
const governance = fc.record({
  'governance.stage': fc.constantFrom('ambiguous', 'structured'),
  'governance.auditRatePerMonth': fc.constantFrom(0, 0.3),
  'governance.penaltyUsd': fc.constant(0),
});

/** Outcomes that the mere presence of somebody on a salary changes. */
const OF_HEADS_AND_PAY = new Set(['profitUsd', 'costPerWinUsd', 'tenureMonths', 'dismissedShare']);

describe('somebody who has no hours and a salary only', () => {
  test('changes the salaries, and no other outcome of a company by a single bit', () => {
    let hollow = 0;
    let dismissed = 0;
    fc.assert(
      fc.property(planner, governance, ({ traits: anna, pay: annasPay }, set) => {
        const one = companyOf({ anna }, { anna: annasPay }, set);
        const two = companyOf(
          { anna },
          { anna: annasPay },
          {
            ...set,
            'people.ben': { role: 'marketing-director', hoursPerMonth: 0, beliefs: anna.beliefs },
            'plans.own.ben': { baseUsdPerYear: 80_000 },
          },
        );
        expect(two.planners.map(({ name }) => name)).toEqual(['anna', 'ben']);
        expect(two.beliefs).toEqual(one.beliefs);
        const [alone, together] = [one, two].map((company) => play(company));
        const salaryUsd = (80_000 / 12) * HORIZON_MONTHS;
        for (const [run, outcomes] of together.entries()) {
          const isBens = (id: string) => id.startsWith('ben');
          expect(without(outcomes, (id) => OF_HEADS_AND_PAY.has(id) || isBens(id))).toEqual(
            without(alone[run], (id) => OF_HEADS_AND_PAY.has(id)),
          );
          expect(outcomes.get('benPayUsd')).toBeCloseTo(salaryUsd, 6);
          expect(outcomes.get('profitUsd')).toBeCloseTo(alone[run].get('profitUsd')! - salaryUsd, 4);
          hollow += outcomes.get('annaBonusHollowUsd')!;
          dismissed += outcomes.get('annaDismissedShare')!;
        }
      }),
      { seed: 21, numRuns: 8 },
    );
    expect(hollow).toBeGreaterThan(0);
    expect(dismissed).toBeGreaterThan(0);
  }, 120_000);
});

test('two people on salaries who share the hours equally do what one does, to the last bit', () => {
  const salary = { baseUsdPerYear: 50_000 };
  const [alone] = play(companyOf({ anna: {} }, { anna: salary }), 1);
  const [together] = play(companyOf({ anna: {}, ben: {} }, { anna: salary, ben: salary }), 1);
  const isPersonal = (id: string) => OF_HEADS_AND_PAY.has(id) || /^(anna|ben)/.test(id);
  expect(without(together, isPersonal)).toEqual(without(alone, isPersonal));
}, 60_000);

describe('two people who plan', () => {
  const isAlike = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

  test('swap their outcomes with their names, and nothing else changes by a single bit', () => {
    const swapped = (id: string) =>
      id.startsWith('anna') ? id.replace('anna', 'ben') : id.replace(/^ben/, 'anna');
    let differences = 0;
    let dismissed = 0;
    fc.assert(
      fc.property(planner, planner, governance, fc.boolean(), (first, second, set, inOrder) => {
        fc.pre(!isAlike(first, second));
        const [a, b] = [first, second].map(({ traits, hoursPerMonth }) => ({ ...traits, hoursPerMonth }));
        const one = companyOf({ anna: a, ben: b }, { anna: first.pay, ben: second.pay }, set);
        // In the file they stand by name, or the same person stands first.
        const other = companyOf(
          inOrder ? { anna: b, ben: a } : { ben: a, anna: b },
          { anna: second.pay, ben: first.pay },
          set,
        );
        expect(other.beliefs).toEqual(one.beliefs);
        const [before, after] = [one, other].map((company) => play(company));
        for (const [run, outcomes] of before.entries()) {
          const renamed = new Map([...outcomes].map(([id, value]) => [swapped(id), value]));
          expect(without(after[run], () => false)).toEqual(without(renamed, () => false));
          differences += Math.abs(outcomes.get('annaPayUsd')! - outcomes.get('benPayUsd')!);
          dismissed += outcomes.get('dismissedShare')!;
        }
      }),
      { seed: 22, numRuns: 8 },
    );
    expect(differences).toBeGreaterThan(0);
    expect(dismissed).toBeGreaterThan(0);
  }, 180_000);

  test('are each paid a salary, and by the components of their own plan as the books say', () => {
    let bonuses = 0;
    let gated = 0;
    let differences = 0;
    fc.assert(
      fc.property(planner, planner, (first, second) => {
        const plan = { anna: first.pay, ben: second.pay };
        // Nobody is found out, so that everybody is there on every pay day.
        const company = companyOf({ anna: first.traits, ben: second.traits }, plan, {
          'governance.auditRatePerMonth': 0,
          'governance.transparencyShare': 0,
        });
        const states: Readonly<Record<'anna' | 'ben', number>>[] = [];
        const runs = play(company, REPLICATES, (state) => {
          states.push({ anna: bonusOf(plan.anna, state), ben: bonusOf(plan.ben, state) });
        });
        for (const [run, outcomes] of runs.entries()) {
          for (const name of ['anna', 'ben'] as const) {
            const salaryUsd = (plan[name].baseUsdPerYear / 12) * HORIZON_MONTHS;
            const bonusUsd = states[run][name];
            expect(outcomes.get(`${name}BonusPaidUsd`)).toBeCloseTo(bonusUsd, 6);
            expect(outcomes.get(`${name}PayUsd`)).toBeCloseTo(salaryUsd + bonusUsd, 6);
            bonuses += bonusUsd;
          }
          expect(outcomes.get('bonusPaidUsd')).toBeCloseTo(states[run].anna + states[run].ben, 6);
          differences += Math.abs(states[run].anna - states[run].ben);
        }
        gated += [first, second]
          .flatMap((person) => person.pay.components)
          .filter(({ gates }) => gates).length;
      }),
      { seed: 23, numRuns: 8 },
    );
    expect(bonuses).toBeGreaterThan(0);
    expect(differences).toBeGreaterThan(0);
    expect(gated).toBeGreaterThan(0);
  }, 120_000);
});

describe('a person who games beside an honest one', () => {
  const FLUFF: PersonPlan = {
    baseUsdPerYear: 100_000,
    bonusUsdPerYear: 30_000,
    components: [
      { metric: 'visitors', period: 'month', target: 5000, weightShare: 0.5, payout: 'cliff' },
      { metric: 'sqls', period: 'month', target: 75, weightShare: 0.5, payout: 'linear' },
    ],
    clawback: { share: 0.2, months: 2 },
  };

  test.each(['anna', 'ben'])(
    'is the only one whose gaming is discovered: %s',
    (gamer) => {
      const integrityUsd = (name: string) => (name === gamer ? 0 : 1e9);
      const company = companyOf(
        { anna: { integrityUsd: integrityUsd('anna') }, ben: { integrityUsd: integrityUsd('ben') } },
        { anna: FLUFF, ben: FLUFF },
        { 'governance.stage': 'structured', 'governance.auditRatePerMonth': 0.5, 'governance.penaltyUsd': 0 },
      );
      const alone = new SharedMarket([company]);
      const [runner] = alone.runners;
      const units = { gamer: 0, honest: 0 };
      const events = { gamer: 0, honest: 0 };
      runner.onMonth = (_month, _state, diaries) => {
        for (const diary of diaries) {
          const who = diary.name === gamer ? 'gamer' : 'honest';
          for (const amount of diary.units.values()) units[who] += amount;
          events[who] += diary.events.length;
        }
      };
      const outcomes = new Float64Array(company.outcomes.length);
      const sums = { dismissed: 0, clawedBackUsd: 0, hollowUsd: 0 };
      for (let replicate = 0; replicate < 20; replicate++) {
        alone.meet(luckKey('two planners', replicate));
        alone.run(0, outcomes);
        const of = (id: string) => outcomes[company.outcomes.findIndex((outcome) => outcome.id === id)];
        const honest = gamer === 'anna' ? 'ben' : 'anna';
        expect(of(`${honest}DismissedShare`)).toBe(0);
        expect(of(`${honest}TenureMonths`)).toBe(HORIZON_MONTHS);
        // Salary and bonus, nothing clawed back, and no cost but that of work.
        expect(of(`${honest}PayUsd`)).toBeCloseTo(
          (FLUFF.baseUsdPerYear / 12) * HORIZON_MONTHS + of(`${honest}BonusPaidUsd`),
          6,
        );
        sums.dismissed += of(`${gamer}DismissedShare`);
        sums.clawedBackUsd += of('clawedBackUsd');
        // Both are paid by the numbers of one department, so what one makes hollow pays the other too.
        sums.hollowUsd += of(`${honest}BonusHollowUsd`);
      }
      expect(units.honest).toBe(0);
      expect(events.honest).toBe(0);
      expect(units.gamer).toBeGreaterThan(1);
      expect(events.gamer).toBeGreaterThan(10);
      expect(sums.dismissed).toBeGreaterThan(5);
      expect(sums.clawedBackUsd).toBeGreaterThan(0);
      expect(sums.hollowUsd).toBeGreaterThan(0);
    },
    60_000,
  );
});

test('two people who plan do not stand under one name: a count above their role is refused', () => {
  expect(() => companyOf({ anna: { count: 2 } }, { anna: { baseUsdPerYear: 100_000 } })).toThrow(
    /people\.anna\.count.*an entry of their own for everybody of this role/s,
  );
});

/** The bonus that the reported books of a run owe under a plan, worked out from the plan as written. */
function bonusOf({ bonusUsdPerYear = 0, components = [] }: PersonPlan, { books, company }: RunState): number {
  const sumOf = (counter: string, from: number, to: number) => {
    let sum = 0;
    for (let m = from; m <= to; m++) sum += books.months[m * books.slots + slotOf(company.slots, counter)];
    return sum;
  };
  const metricOver = (id: string, from: number, to: number) => {
    const { numerator, denominator } = METRICS.find((metric) => metric.id === id)!;
    if (denominator === undefined) return sumOf(numerator, from, to);
    return sumOf(numerator, from, to) / sumOf(denominator, from, to);
  };
  let bonusUsd = 0;
  for (const { metric, period, target = 1, weightShare = 0, payout, gates = [] } of components) {
    const months = period === 'quarter' ? 3 : 1;
    for (let last = months - 1; last < HORIZON_MONTHS; last += months) {
      const from = last - months + 1;
      if (gates.some((gate) => !(metricOver(gate.metric, from, last) >= gate.level))) continue;
      const attainment = metricOver(metric, from, last) / target;
      bonusUsd += ((bonusUsdPerYear * weightShare * months) / 12) * payoutOf(payout, attainment);
    }
  }
  return bonusUsd;
}

function payoutOf(payout: PlanComponent['payout'], attainment: number): number {
  if (payout === 'cliff') return attainment >= 1 ? 1 : 0;
  if (payout === 'linear') return attainment;
  return attainment < 0.6 ? 0 : Math.min(1.5, attainment);
}
