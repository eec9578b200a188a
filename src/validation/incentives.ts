import { normalDensity } from '../core/numeric/normal.ts';
import type { Plan } from '../model/plan.ts';
import { luckKey } from '../random/luck.ts';
import { parseRevenueScenario } from '../scenario/load.ts';
import { compileCompany } from '../worlds/revenue/compile/company.ts';
import { type Beliefs, effectOf } from '../worlds/revenue/contract/beliefs.ts';
import { COUNTER } from '../worlds/revenue/contract/counters.ts';
import type { RevenueWorld } from '../worlds/revenue/contract/world.ts';
import { SharedMarket } from '../worlds/revenue/engine/sharedMarket.ts';
import { measureBeliefs } from '../worlds/revenue/preparation/measureBeliefs.ts';
import { type Check, exactInCompany as exact } from './check.ts';

/** A company whose director has one productive tactic, awareness, and one gaming tactic, bought visits. */
const COMPANY = `
schemaVersion: 1
name: One task, one metric
extends: preset:smb-software
question: { horizonMonths: 1, outcome: revenueUsd, reference: only, replicates: 2, seed: validation }
calendar: { warmUpMonths: 1 }
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

const AWARENESS = 'awareness';
const BOTS = 'bot-visits';
const BONUS_USD = 500;

const worldOf = (set: Readonly<Record<string, unknown>> = {}): RevenueWorld =>
  parseRevenueScenario(COMPANY, { file: 'validation', set }).arms[0].world;

let known:
  | { world: RevenueWorld; beliefs: Beliefs; mean: number; sd: number; effect: number; bought: number }
  | undefined;

/**
 * The company's own beliefs, measured once: mean and standard deviation of monthly visits, and the visits
 * gained by doubling awareness and by buying as many as come by themselves.
 */
function knownCompany() {
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

/** Visits gained in the same month by one unit of a tactic's response, next to the baseline. */
function visitsGained(beliefs: Beliefs, tactic: string): number {
  const knots = beliefs.knots[tactic];
  return effectOf(beliefs, 'total', tactic, COUNTER.visits)?.slopes[knots.indexOf(0)] ?? 0;
}

/**
 * The director's choice for a tactic in the first month of play: units executed for bought visits; otherwise
 * the level, as a multiple of the baseline.
 */
function firstMonth(world: RevenueWorld, plan: Plan[string], tactic: string): number {
  const company = compileCompany(world, { director: plan }, knownCompany().beliefs);
  const alone = new SharedMarket([company]);
  let done = NaN;
  alone.runners[0].onMonth = (month, _, [diary]) => {
    if (month === 0) done = (tactic === BOTS ? diary.units : diary.level).get(tactic)!;
  };
  alone.meet(luckKey('validation', 0));
  alone.run(0, new Float64Array(company.outcomes.length));
  return done;
}

const cliff = (target: number): Plan[string] => ({
  baseUsdPerYear: 0,
  bonusUsdPerYear: 12 * BONUS_USD,
  components: [{ metric: 'visitors', period: 'month', target, weightShare: 1, payout: 'cliff' }],
});

/** Awareness at which marginal cost equals the marginal value of a visit times the visits gained. */
function lumpTheory(target: number): number {
  const { mean, sd, effect } = knownCompany();
  let low = 1;
  let high = 6;
  for (let step = 0; step < 80; step++) {
    const a = 0.5 * (low + high);
    const z = (mean + effect * (a - 1) - target) / sd;
    if (((BONUS_USD * normalDensity(z)) / sd) * effect > 2000 * (a - 1)) low = a;
    else high = a;
  }
  return low;
}

const PER_VISIT_USD = 0.5;
const perVisit: Plan[string] = {
  baseUsdPerYear: 0,
  components: [{ metric: 'visitors', period: 'month', payout: { perUnitUsd: PER_VISIT_USD } }],
};

/** Largest value of a cost parameter at which visits are still bought. */
function lastBought(worldAt: (x: number) => RevenueWorld, high: number): number {
  let low = 0;
  let top = high;
  for (let step = 0; step < 40; step++) {
    const middle = 0.5 * (low + top);
    if (firstMonth(worldAt(middle), perVisit, BOTS) > 0) low = middle;
    else top = middle;
  }
  return 0.5 * (low + top);
}

/** Cliff, goal gradient, audits and the price of bought visits, in a company of the revenue engine. */
export const INCENTIVES: readonly Check[] = [
  exact(
    'T09-engine',
    'The director’s month under a cliff solves c (a - 1) = B / s phi(z) x visits gained',
    'see T09',
    () => {
      const { mean, sd } = knownCompany();
      const target = mean + 1.2 * sd;
      return {
        expected: lumpTheory(target),
        simulated: firstMonth(knownCompany().world, cliff(target), AWARENESS),
        tolerance: 5e-4,
      };
    },
  ),
  exact(
    'T10-engine-far',
    'A goal that would take three times the visits is given up: awareness at its baseline',
    'see T10',
    () => ({
      expected: 1,
      simulated: firstMonth(
        knownCompany().world,
        cliff(knownCompany().mean + 3 * knownCompany().effect),
        AWARENESS,
      ),
      tolerance: 1e-4,
    }),
  ),
  exact('T10-engine-safe', 'and so is work for a goal that is passed by ten deviations', 'see T10', () => ({
    expected: 1,
    simulated: firstMonth(
      knownCompany().world,
      cliff(knownCompany().mean - 10 * knownCompany().sd),
      AWARENESS,
    ),
    tolerance: 1e-4,
  })),
  exact(
    'T18-engine',
    'Audits stop bought visits at the rate at which the expected penalty takes their gain',
    'see T18',
    () => {
      const { mean } = knownCompany();
      const world = (auditRatePerMonth: number) =>
        worldOf({
          'governance.auditRatePerMonth': auditRatePerMonth,
          'governance.transparencyShare': 0,
          'governance.penaltyUsd': 15_000,
          'tactics.awareness.hoursPerMonth': 0,
        });
      return {
        expected: (mean * (PER_VISIT_USD - 0.002)) / 15_000,
        simulated: lastBought(world, 1),
        // Visits are bought whole.
        tolerance: 1e-5,
      };
    },
  ),
  exact('T32-engine', 'and bought visits stop where their price is what a visit pays', 'see T32', () => {
    const world = (priceUsdPerThousand: number) =>
      worldOf({
        'tactics.bot-visits.priceUsdPerThousand': priceUsdPerThousand,
        'governance.auditRatePerMonth': 0,
        'governance.transparencyShare': 0,
        'tactics.awareness.hoursPerMonth': 0,
      });
    return { expected: 1000 * PER_VISIT_USD, simulated: lastBought(world, 2000), tolerance: 0.05 };
  }),
];
