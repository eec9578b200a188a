import { log } from '../core/numeric/elementary.ts';
import { normalCdf, normalDensity } from '../core/numeric/normal.ts';
import type { Plan } from '../model/plan.ts';
import { luckKey } from '../random/luck.ts';
import { describe } from '../statistics/describe.ts';
import { compileCompany } from '../worlds/revenue/compile/company.ts';
import { COUNTER } from '../worlds/revenue/contract/counters.ts';
import { outcomeValue } from '../worlds/revenue/contract/outcome.ts';
import type { RevenueWorld } from '../worlds/revenue/contract/world.ts';
import { SharedMarket } from '../worlds/revenue/engine/sharedMarket.ts';
import { PlannerMind } from '../worlds/revenue/minds/planner/planner.ts';
import { type Check, exactInCompany as exact } from './check.ts';
import { BOTS, knownCompany, PER_VISIT_USD, perVisit, visitsGained, worldOf } from './oneTaskCompany.ts';

const TARGETED =
  'first-order condition; the power of a test of known size (J. Neyman and E. S. Pearson, Phil. Trans. A 231 (1933) 289); inspection after a coarse signal as in E. Saig et al., "Adaptive contracts" (2026)';
/** Targeted audits in the company: multiple of an ordinary month from which visits are suspicious. */
const SUSPICION = {
  'governance.auditPowerShare': 0.5,
  'governance.suspicionTimes': 1.5,
  'governance.auditRatePerMonth': 0,
  'governance.transparencyShare': 0,
  'governance.penaltyUsd': 15_000,
  'tactics.awareness.hoursPerMonth': 0,
};
/** Loss that is reckoned with for gaming at scale 1 in a suspicious month: hazard times penalty. */
const LOSS_USD = -log(1 - 0.5) * 15_000;

/** Bought visits under targeted audits, in ordinary months: g p V = L (Phi(z) + g phi(z) V' / s). */
function targetedTheory(): number {
  const { mean, sd, beliefs } = knownCompany();
  const bought = visitsGained(beliefs, BOTS, beliefs.lags);
  const gainUsd = bought * PER_VISIT_USD - 0.002 * mean;
  let low = 0;
  let high = 0.5;
  for (let step = 0; step < 80; step++) {
    const g = 0.5 * (low + high);
    const z = (bought * g - 0.5 * mean) / sd;
    if (gainUsd > LOSS_USD * (normalCdf(z) + (g * bought * normalDensity(z)) / sd)) low = g;
    else high = g;
  }
  return low;
}

/** Multiple of an ordinary month that one month in twenty-five or so exceeds by chance. */
const TEST_TIMES = 1.03;
const TEST_MONTHS = 12;

/** Visits of every month, and the share of months audited, if so many visits are bought in each. */
function audited(bots: number, seed: string, runs: number) {
  const world = worldOf({
    ...SUSPICION,
    'governance.suspicionTimes': TEST_TIMES,
    'governance.dismissalShare': 0,
    'question.horizonMonths': TEST_MONTHS,
  });
  const company = compileCompany(world, { director: perVisit }, knownCompany().beliefs, {
    policy: { levels: { [BOTS]: bots } },
  });
  const alone = new SharedMarket([company]);
  const outcomes = new Float64Array(company.outcomes.length);
  const visits: number[] = [];
  alone.runners[0].onMonth = (month, { books }) => {
    visits.push(books.months[month * books.slots + COUNTER.visits]);
  };
  let audits = 0;
  for (let run = 0; run < runs; run++) {
    alone.meet(luckKey(seed, run));
    alone.run(0, outcomes);
    audits += outcomeValue(company, outcomes, 'targetedAuditsCount');
  }
  return { visits: describe(Float64Array.from(visits))!, share: audits / visits.length };
}

/**
 * Share of months audited against the power of the test: the chance that a month's visits reach the
 * suspicious number, from the moments of honest months of other runs.
 */
function auditedAsExpected(bots: number, quick: boolean) {
  const runs = quick ? 60 : 1500;
  const { mean, se, n } = audited(0, 'honest months', runs).visits;
  const sd = se * Math.sqrt(n);
  // Visits are whole: the number to reach is half a visit below the next one.
  const level = Math.ceil(TEST_TIMES * knownCompany().mean) - 0.5;
  const z = (mean + bots * knownCompany().bought - level) / sd;
  const { share } = audited(bots, 'audited months', runs);
  const ofMean = normalDensity(z) / Math.sqrt(n);
  return {
    expected: normalCdf(z),
    simulated: share,
    se: Math.sqrt((share * (1 - share)) / n + ofMean * ofMean * (1 + (z * z) / 2)),
  };
}

/** The director's choice for a tactic in a month like any other, before anything of it is known. */
function ordinaryMonth(world: RevenueWorld, plan: Plan[string], tactic: string): number {
  const company = compileCompany(world, { director: plan }, knownCompany().beliefs);
  const [director] = company.planners;
  const place = company.assignments.findIndex(
    (each) => company.tactics[each.tactic].definition.id === tactic,
  );
  return new PlannerMind(company, director).ordinaryAt(0).habit[place];
}

/** Targeted audits against first-order condition and power of a test, in a company of the revenue engine. */
export const TARGETED_AUDITS: readonly Check[] = [
  exact(
    'T18-targeted',
    'Under targeted audits bought visits stop below suspicion, where g solves gain = L (Phi(z) + g phi(z) V / s)',
    TARGETED,
    () => ({
      expected: targetedTheory(),
      simulated: ordinaryMonth(worldOf(SUSPICION), perVisit, BOTS),
      tolerance: 1e-6,
    }),
  ),
  exact(
    'T18-alarms',
    'Honest months are audited as often as chance alone is suspicious',
    TARGETED,
    ({ quick }) => auditedAsExpected(0, quick),
  ),
  exact('T18-power', 'and gamed months as often as the test has power', TARGETED, ({ quick }) =>
    auditedAsExpected(0.04, quick),
  ),
];
