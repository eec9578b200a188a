import type { Plan } from '../model/plan.ts';
import { parseRevenueScenario } from '../scenario/load.ts';
import { type Beliefs, effectOf } from '../worlds/revenue/contract/beliefs.ts';
import { COUNTER } from '../worlds/revenue/contract/counters.ts';
import type { RevenueWorld } from '../worlds/revenue/contract/world.ts';
import { measureBeliefs } from '../worlds/revenue/preparation/measureBeliefs.ts';

/** A company whose director has one productive tactic, awareness, and one gaming tactic, bought visits. */
const COMPANY = `
schemaVersion: 1
name: One task, one metric
extends: preset:smb-software
question: { horizonMonths: 1, outcome: revenueUsd, reference: only, replicates: 2, seed: validation }
calendar: { warmUpMonths: 1 }
market: { dayCv: 0, monthCv: 0 }
marketing: { hoursPerMonth: 1000 }
tactics:
  awareness: { hoursPerMonth: 40, elasticity: 1, carryOverDays: 0 }
  lead-capture: { hoursPerMonth: 0 }
  nurturing: { hoursPerMonth: 0 }
  brand-building: { hoursPerMonth: 0 }
  fake-leads: { maxScale: 0 }
  relabel: { maxScale: 0 }
  captured-attribution: { maxScale: 0 }
people:
  director: { role: marketing-director, motive: own-pay, integrityUsd: 0, troubleUsd: 0, riskAversionPerUsd: 0, effortCostUsdPerMonth: 2000 }
  reps: { role: account-executive }
plans: { none: { director: { baseUsdPerYear: 0 } } }
arms: { only: { plan: none } }
`;

export const AWARENESS = 'awareness';
export const BOTS = 'bot-visits';

/** The company with overrides. */
export const worldOf = (set: Readonly<Record<string, unknown>> = {}): RevenueWorld =>
  parseRevenueScenario(COMPANY, { file: 'validation', set }).arms[0].world;

let known:
  | { world: RevenueWorld; beliefs: Beliefs; mean: number; sd: number; effect: number; bought: number }
  | undefined;

/**
 * The company's own beliefs, measured once: mean and standard deviation of monthly visits, and the visits
 * gained by doubling awareness and by buying as many as come by themselves.
 */
export function knownCompany() {
  if (known !== undefined) return known;
  const world = worldOf({ 'tactics.bot-visits.maxScale': 0 });
  const beliefs = measureBeliefs(world);
  known = {
    world,
    beliefs,
    mean: beliefs.baseline[COUNTER.visits],
    sd: Math.sqrt(beliefs.variance[COUNTER.visits]),
    bought: visitsGained(beliefs, BOTS),
    effect: visitsGained(beliefs, AWARENESS),
  };
  return known;
}

/**
 * Visits gained by one unit of a tactic's response, next to the baseline: in the same month, or with those of
 * later ones.
 */
export function visitsGained(beliefs: Beliefs, tactic: string, months = 1): number {
  const knots = beliefs.knots[tactic];
  const { slopes = [] } = effectOf(beliefs, 'total', tactic, COUNTER.visits) ?? {};
  let visits = 0;
  for (let month = 0; month < months; month++) visits += slopes[month * knots.length + knots.indexOf(0)];
  return visits;
}

/** Pay for each reported visit, in dollars. */
export const PER_VISIT_USD = 0.5;
export const perVisit: Plan[string] = {
  baseUsdPerYear: 0,
  components: [{ metric: 'visitors', period: 'month', payout: { perUnitUsd: PER_VISIT_USD } }],
};
