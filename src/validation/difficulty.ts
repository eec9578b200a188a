import type { PersonPlan } from '../model/plan.ts';
import { luckKey } from '../random/luck.ts';
import type { RevenueScenario } from '../scenario/scenario.ts';
import { certaintyEquivalentOf } from '../statistics/certaintyEquivalentOf.ts';
import { SLOTS } from '../worlds/revenue/catalogue/counters.ts';
import { METRICS } from '../worlds/revenue/catalogue/metrics/index.ts';
import { netOutcomeOf } from '../worlds/revenue/catalogue/outcomes/people.ts';
import { compileCompany } from '../worlds/revenue/compile/company.ts';
import { sampleOutcome } from '../worlds/revenue/engine/sampleOutcome.ts';
import { SharedMarket } from '../worlds/revenue/engine/sharedMarket.ts';
import { settleBeliefs } from '../worlds/revenue/preparation/interactions.ts';
import { measureBeliefs } from '../worlds/revenue/preparation/measureBeliefs.ts';

type Arm = RevenueScenario['arms'][number];

/** Share of quarters in which ordinary honest work reaches a target, if plans are matched. */
export const MATCHED_SHARE = 0.35;
const QUARTERS = 4;
const QUARTER_MONTHS = 3;

/** How hard a quarterly target is. */
export interface Difficulty {
  readonly metric: string;
  readonly target: number;
  /** Share of quarters in which ordinary honest work reaches it. */
  readonly reachedShare: number;
  /** Target that it reaches in {@link MATCHED_SHARE} of quarters. */
  readonly matched: number;
}

/**
 * How often ordinary honest work, at its baseline hours and without gaming, reaches the quarterly targets
 * of a scenario’s plans.
 *
 * @param runs of four quarters
 */
export function difficulties({ arms }: RevenueScenario, runs: number): Difficulty[] {
  const plans = arms.flatMap(({ pay }) => Object.values(pay));
  const targets = new Map(plans.flatMap(quarterlyTargets).map((each) => [Object.values(each).join(), each]));
  const quarters = honestQuarters(arms[0], runs);
  return [...targets.values()].map(({ metric, target }) => {
    const values = quarters(metric).sort((one, other) => one - other);
    const isLess = METRICS.find(({ id }) => id === metric)!.direction === 'lower';
    const reached = values.filter((value) => (isLess ? value <= target : value >= target));
    const at = Math.floor((isLess ? MATCHED_SHARE : 1 - MATCHED_SHARE) * values.length);
    return { metric, target, reachedShare: reached.length / values.length, matched: values[at] };
  });
}

function quarterlyTargets({ components = [] }: PersonPlan): { metric: string; target: number }[] {
  return components.flatMap(({ metric, period, target }) =>
    period === 'quarter' && target !== undefined ? [{ metric, target }] : [],
  );
}

/** Reported amounts of a metric in each quarter of ordinary honest years. */
function honestQuarters({ world, pay }: Arm, runs: number): (metric: string) => number[] {
  const year = { ...world, horizonMonths: QUARTERS * QUARTER_MONTHS };
  const company = compileCompany(year, pay, undefined, { policy: { levels: {} } });
  const shared = new SharedMarket([company]);
  const outcomes = new Float64Array(company.outcomes.length);
  const sums: Float64Array[] = [];
  for (let run = 0; run < runs; run++) {
    shared.meet(luckKey('difficulty', run));
    shared.run(0, outcomes);
    const { months, slots } = shared.runners[0].state.books;
    for (let quarter = 0; quarter < QUARTERS; quarter++) {
      const sum = new Float64Array(slots);
      for (let month = quarter * QUARTER_MONTHS; month < (quarter + 1) * QUARTER_MONTHS; month++)
        for (let slot = 0; slot < slots; slot++) sum[slot] += months[month * slots + slot];
      sums.push(sum);
    }
  }
  return (id) => {
    const { numerator, denominator } = METRICS.find((metric) => metric.id === id)!;
    const [top, bottom] = [numerator, denominator].map((each) => each && SLOTS.of.get(each)!);
    return sums.map((sum) => sum[top as number] / (bottom === undefined ? 1 : sum[bottom as number]));
  };
}

/** What one person has under a plan, with everybody’s responses: net in dollars a year. */
export interface PersonWorth {
  readonly arm: string;
  readonly person: string;
  readonly netUsd: number;
  readonly baseUsd: number;
  /** Base salary at which it would be worth what the first plan is. */
  readonly matchedBaseUsd: number;
}

/** Net of every planner, certainty equivalent of pay less costs borne, under each plan that stays. */
export function worths({ arms }: RevenueScenario, runs: number): PersonWorth[] {
  const steady = arms.filter(({ later }) => later === undefined);
  const known = measureBeliefs(steady[0].world);
  const first = new Map<string, number>();
  return steady.flatMap(({ name: arm, world, pay }) => {
    const { beliefs } = settleBeliefs(world, pay, known);
    const company = compileCompany(world, pay, beliefs);
    const years = world.horizonMonths / 12;
    return company.planners.map(({ name: person, values }) => {
      const [nets] = sampleOutcome([company], netOutcomeOf(person), 'worth', runs);
      const netUsd = certaintyEquivalentOf(nets, values.riskAversionPerUsd).value / years;
      if (!first.has(person)) first.set(person, netUsd);
      const { baseUsdPerYear: baseUsd } = pay[person];
      return { arm, person, netUsd, baseUsd, matchedBaseUsd: baseUsd + first.get(person)! - netUsd };
    });
  });
}
