import fc from 'fast-check';
import { laterOf } from '../../src/experiments/adapters/revenue/armRuns.ts';
import type { PersonPlan, PlanComponent } from '../../src/model/plan.ts';
import { luckKey } from '../../src/random/luck.ts';
import { parseRevenueScenario } from '../../src/scenario/load.ts';
import { METRICS } from '../../src/worlds/revenue/catalogue/metrics/index.ts';
import { compileCompany } from '../../src/worlds/revenue/compile/company.ts';
import { peopleWith } from '../../src/worlds/revenue/compile/roles.ts';
import type { Beliefs } from '../../src/worlds/revenue/contract/beliefs.ts';
import type { Company } from '../../src/worlds/revenue/contract/company.ts';
import { rulesOfWork } from '../../src/worlds/revenue/contract/rulesOfWork.ts';
import { slotOf } from '../../src/worlds/revenue/contract/slots.ts';
import type { RevenueWorld } from '../../src/worlds/revenue/contract/world.ts';
import { SharedMarket } from '../../src/worlds/revenue/engine/sharedMarket.ts';
import type { RunState } from '../../src/worlds/revenue/engine/state/state.ts';
import { beliefKinds, measureBeliefs } from '../../src/worlds/revenue/preparation/measureBeliefs.ts';

type Table = Readonly<Record<string, unknown>>;
type Plan = Readonly<Record<string, PersonPlan>>;

export const HORIZON_MONTHS = 6;
/** First month of the replacement plan. */
const LATER_MONTH = 4;

/**
 * A small software company in which the given people plan marketing’s work, each paid by their own plan.
 *
 * @param later the plan that replaces the first one after three months
 */
export function companyOf(people: Record<string, Table>, plan: Plan, set: Table = {}, later?: Plan): Company {
  const planners = Object.entries(people).map(([name, traits]) => [
    name,
    { role: 'marketing-director', ...traits },
  ]);
  const text = JSON.stringify({
    schemaVersion: 1,
    name: 'Two planners',
    extends: 'preset:smb-software',
    question: { horizonMonths: HORIZON_MONTHS },
    sales: { reps: 2 },
    market: { channels: { organic: { visitsPerMonth: 700 }, paid: { visitsPerMonth: 300 } } },
    people: { director: null, ...Object.fromEntries(planners), reps: { role: 'account-executive' } },
    plans: { plan, ...(later === undefined ? {} : { later }) },
    arms: {
      only: {
        plan: 'plan',
        ...(later === undefined ? {} : { later: { fromMonth: LATER_MONTH, plan: 'later' } }),
      },
    },
  });
  const [arm] = parseRevenueScenario(text, { set }).arms;
  return compileCompany(arm.world, arm.pay, beliefsIn(arm.world), laterOf(arm));
}

const known = new Map<string, Beliefs>();

/** People's beliefs in a company, measured once for all companies that differ only in traits and audits. */
function beliefsIn(world: RevenueWorld): Beliefs {
  const hours = peopleWith(world, 'planner').map(({ hoursPerMonth }) => hoursPerMonth ?? 'open');
  const key = JSON.stringify([beliefKinds(world), rulesOfWork(world.governance), hours]);
  const beliefs = known.get(key) ?? measureBeliefs(world);
  known.set(key, beliefs);
  return beliefs;
}

/** Outcomes of a run, by id. */
export type Outcomes = Readonly<Record<string, number>>;

/**
 * Runs a company on the same draws as all others.
 *
 * @param look receives the state after each run
 */
export function play(
  company: Company,
  replicates: number,
  look: (state: RunState) => void = () => {},
): Outcomes[] {
  const alone = new SharedMarket([company]);
  const outcomes = new Float64Array(company.outcomes.length);
  return Array.from({ length: replicates }, (_, replicate) => {
    alone.meet(luckKey('two planners', replicate));
    alone.run(0, outcomes);
    look(alone.runners[0].state);
    return Object.fromEntries(company.outcomes.map(({ id }, i) => [id, outcomes[i]]));
  });
}

/** Outcomes except those left out. */
export function without(outcomes: Outcomes, isLeftOut: (id: string) => boolean): Outcomes {
  return Object.fromEntries(Object.entries(outcomes).filter(([id]) => !isLeftOut(id)));
}

/** Monthly result of the whole department's honest work, by metric. */
const USUAL = { visitors: 1000, leads: 110, sqls: 17, 'marketing-pipeline': 200_000 } as const;

const traits = fc.record({
  motive: fc.constantFrom('own-pay', 'own-pay', 'honest'),
  beliefs: fc.constantFrom('total', 'naive', 'learning'),
  integrityUsd: fc.constantFrom<unknown>(0, 40, 500, { lognormal: { median: 40, sigma: 0.5 } }),
  effortCostUsdPerMonth: fc.constantFrom(20, 60, 200),
});

const component = fc
  .record({
    metric: fc.constantFrom(...(Object.keys(USUAL) as (keyof typeof USUAL)[])),
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

/** A random planner with hours and pay. */
export const planner = fc.record({
  traits,
  hoursPerMonth: fc.constantFrom(60, 120),
  pay: fc.record({
    baseUsdPerYear: fc.constantFrom(60_000, 100_000),
    bonusUsdPerYear: fc.constantFrom(20_000, 60_000),
    components: fc.tuple(component, component),
  }),
});

/** Random rules for the discovery of gaming. */
export const audits = fc.record({
  'governance.stage': fc.constantFrom('ambiguous', 'structured'),
  'governance.auditRatePerMonth': fc.constantFrom(0, 0.3),
  'governance.penaltyUsd': fc.constant(0),
});

/** The bonus that a run's reported books imply under a plan, computed from the plan as written. */
export function bonusOf(
  { bonusUsdPerYear = 0, components = [] }: PersonPlan,
  { books, company }: RunState,
): number {
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

/** Units of a gaming tactic in a run, counted separately for each planner. */
export function unitsOf(tacticId: string, { books, company }: RunState): number[] {
  const { assignments, tactics, planners } = company;
  return planners.map(({ row }) => {
    let units = 0;
    for (const [a, { tactic, planner: of }] of assignments.entries())
      if (of === row && tactics[tactic].definition.id === tacticId)
        for (let m = 0; m < HORIZON_MONTHS; m++)
          units += books.months[books.assignmentsAt + m * assignments.length + a];
    return units;
  });
}
