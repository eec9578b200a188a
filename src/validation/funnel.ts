import { luckKey } from '../random/luck.ts';
import { parseRevenueScenario } from '../scenario/load.ts';
import { describe } from '../statistics/describe.ts';
import { compileCompany } from '../worlds/revenue/company.ts';
import { LEAD } from '../worlds/revenue/labels.ts';
import { Neighbours } from '../worlds/revenue/neighbours.ts';
import { OUTCOME_COUNT } from '../worlds/revenue/outcomes.ts';
import type { Runner } from '../worlds/revenue/run.ts';
import { COUNTER_COUNT, REPORTED, type RunState } from '../worlds/revenue/state.ts';
import type { Finding } from './check.ts';

/**
 * A company reduced to its funnel: everybody works at baseline, leads are all passed and all ready, hours are plenty, deals are one size. Each row states what it
 * changes.
 */
const FUNNEL = `
schemaVersion: 1
name: A funnel
question: { horizonMonths: 24, outcome: revenueUsd, reference: only, replicates: 2, seed: validation }
calendar: { daysPerMonth: 20, warmUpMonths: 12, tailDays: 0 }
market: { accounts: 1000000000, responseCap: 1, channels: { web: { visitsPerMonth: 4000, leadsPerVisitShare: 0.02, ambientBotShare: 0 } } }
buyers: { readinessShape: normal, readinessMean: 0, readinessSd: 1, readyBar: -9, fitSd: 0 }
marketing: { scoreNoiseSd: 0, mqlBar: -9, sqlBar: -9 }
sales:
  reps: 1
  sellingHoursPerDay: 24
  quotaUsdPerMonth: 39999
  screeningHours: 0
  readyLeadHours: 0.001
  unreadyLeadHours: 0.001
  readyOpportunityShare: 1
  unreadyOpportunityShare: 0
  coolingDays: 1000000
  dropAfterDays: 250
  opportunityHours: 0.001
  opportunityHoursPerDay: 1
  cycleDays: 0
  neglectDays: 100000
  winShare: 0.05
  winSharePerFit: 0
  winSharePerReadiness: 0
  dealMeanUsd: 10000
  dealCv: 0
  prospectingHours: 0
  effortCostUsdPerMonth: 0
people:
  director: { role: marketing-director, motive: scripted, script: [] }
  reps: { role: account-executive }
plans: { none: { director: { baseUsdPerYear: 0 } } }
arms: { only: { plan: none } }
`;

/** Changes of the funnel, by path. */
export type Overrides = Readonly<Record<string, unknown>>;

/** Runs the funnel under overrides; `read` turns each finished run into one number. */
export function sample(
  set: Overrides,
  replicates: number,
  read: (state: RunState, outcomes: Float64Array, monthly: readonly number[]) => number,
  atMonthEnd?: (state: RunState) => number,
): Float64Array {
  const scenario = parseRevenueScenario(FUNNEL, { file: 'validation', set });
  const { world, pay } = scenario.arms[0];
  const together = new Neighbours([compileCompany(world, pay, undefined, {})]);
  const [runner]: readonly Runner[] = together.runners;
  let monthly: number[] = [];
  if (atMonthEnd !== undefined) runner.onMonth = (_, state) => monthly.push(atMonthEnd(state));
  const outcomes = new Float64Array(OUTCOME_COUNT);
  const values = new Float64Array(replicates);
  for (let i = 0; i < replicates; i++) {
    monthly = [];
    together.meet(luckKey(scenario.seed, i));
    together.run(0, outcomes);
    values[i] = read(runner.state, outcomes, monthly);
  }
  return values;
}

/** The finding of a sample whose mean is known. */
export function found(expected: number, values: Float64Array): Finding {
  const { mean, se } = describe(values)!;
  return { expected, simulated: mean, se };
}

/** Mean of the squared distance from a known mean: unbiased for the variance. */
export function varianceFound(expected: number, mean: number, values: Float64Array): Finding {
  return found(
    expected,
    values.map((value) => (value - mean) * (value - mean)),
  );
}

/** Sum of a counter over all months of a finished run and its tail. */
export function count(state: RunState, counter: number, ledger = REPORTED): number {
  let sum = 0;
  for (let at = ledger + counter; at < state.months.length; at += 3 * COUNTER_COUNT) sum += state.months[at];
  return sum;
}

/** Opportunities that are neither decided nor given up. */
export function openOpportunities(state: RunState): number {
  let open = 0;
  for (const heads of [state.workHead, state.closeHead])
    for (const head of heads) for (let o = head; o >= 0; o = state.oppNext[o]) open++;
  return open;
}

/** Mean days since open opportunities were opened. */
export function ageOfOpen(state: RunState): number {
  let open = 0;
  let age = 0;
  for (const heads of [state.workHead, state.closeHead]) {
    for (const head of heads) {
      for (let o = head; o >= 0; o = state.oppNext[o]) {
        open++;
        age += state.day - state.oppOpened[o];
      }
    }
  }
  return age / open;
}

/** Leads that were passed and neither worked nor dropped. */
export function waitingLeads(state: RunState): number {
  let waiting = 0;
  for (let i = 0; i < state.market.count; i++) waiting += state.leadStatus[i] === LEAD.waiting ? 1 : 0;
  return waiting;
}
