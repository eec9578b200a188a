import { luckKey } from '../random/luck.ts';
import { parseRevenueScenario } from '../scenario/load.ts';
import { describe } from '../statistics/describe.ts';
import { compileCompany } from '../worlds/revenue/compile/company.ts';
import { REPORTED } from '../worlds/revenue/contract/counters.ts';
import { LEAD } from '../worlds/revenue/contract/labels.ts';
import { outcomeValue } from '../worlds/revenue/contract/outcome.ts';
import { inLedger } from '../worlds/revenue/contract/slots.ts';
import type { Runner } from '../worlds/revenue/engine/run.ts';
import { SharedMarket } from '../worlds/revenue/engine/sharedMarket.ts';
import type { RunState } from '../worlds/revenue/engine/state/state.ts';
import type { Finding } from './check.ts';

/**
 * A company reduced to its funnel: everybody works at baseline, all leads are ready and passed, hours are
 * ample, and all deals are of one size. Rows state their changes.
 */
const FUNNEL = `
schemaVersion: 1
name: A funnel
question: { horizonMonths: 24, outcome: revenueUsd, reference: only, replicates: 2, seed: validation }
calendar: { daysPerMonth: 20, warmUpMonths: 12, tailDays: 0 }
market: { accounts: 1000000000, responseCap: 1, dayCv: 0, monthCv: 0, channels: { web: { visitsPerMonth: 4000, leadsPerVisitShare: 0.02, ambientBotShare: 0 } } }
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
  cycleCv: 0
  neglectDays: 100000
  winShare: 0.05
  winSharePerFit: 0
  winSharePerReadiness: 0
  dealMeanUsd: 10000
  dealCv: 0
  prospectingHours: 0
  prospectingElasticity: 1
  effortCostTimes: 0
people:
  director: { role: marketing-director, motive: scripted, script: [] }
  reps: { role: account-executive }
plans: { none: { director: { baseUsdPerYear: 0 } } }
arms: { only: { plan: none } }
`;

/** Overrides of the funnel, by path. */
export type Overrides = Readonly<Record<string, unknown>>;

/**
 * Samples the funnel under overrides: one value per replicate.
 *
 * @param read maps a finished run to its value; `monthly` holds what `atMonthEnd` gave in each month of play
 */
export function sample(
  set: Overrides,
  replicates: number,
  read: (state: RunState, outcomeOf: (id: string) => number, monthly: readonly number[]) => number,
  atMonthEnd?: (state: RunState) => number,
): Float64Array {
  const scenario = parseRevenueScenario(FUNNEL, { file: 'validation', set });
  const { world, pay } = scenario.arms[0];
  const company = compileCompany(world, pay, undefined);
  const alone = new SharedMarket([company]);
  const [runner]: readonly Runner[] = alone.runners;
  let monthly: number[] = [];
  if (atMonthEnd !== undefined) runner.onMonth = (_, state) => monthly.push(atMonthEnd(state));
  const outcomes = new Float64Array(company.outcomes.length);
  const values = new Float64Array(replicates);
  for (let i = 0; i < replicates; i++) {
    monthly = [];
    alone.meet(luckKey(scenario.seed, i));
    alone.run(0, outcomes);
    values[i] = read(runner.state, (id) => outcomeValue(company, outcomes, id), monthly);
  }
  return values;
}

/** Finding for a sample with known mean. */
export function found(expected: number, values: Float64Array): Finding {
  const { mean, se } = describe(values)!;
  return { expected, simulated: mean, se };
}

/** Mean squared deviation from a known mean: unbiased for the variance. */
export function varianceFound(expected: number, mean: number, values: Float64Array): Finding {
  return found(
    expected,
    values.map((value) => (value - mean) * (value - mean)),
  );
}

/** Sum of a counter over a finished run: the months of play and the days after the horizon. */
export function count({ books, company }: RunState, counter: number, ledger = REPORTED): number {
  const slot = inLedger(company.slots, counter, ledger);
  let sum = 0;
  for (let at = slot; at < books.assignmentsAt; at += books.slots) sum += books.months[at];
  return sum;
}

/** Opportunities still open: neither decided nor given up. */
export function openOpportunities(state: RunState): number {
  return openDeals(state).length;
}

/** Mean age of open opportunities, in days. */
export function ageOfOpen(state: RunState): number {
  const open = openDeals(state);
  return open.reduce((sum, deal) => sum + state.day - state.deals.rows.openedDay[deal], 0) / open.length;
}

function openDeals({ floor, deals }: RunState): number[] {
  const open: number[] = [];
  for (const heads of [floor.seats.workHead, floor.seats.closeHead])
    for (const head of heads) for (let deal = head; deal >= 0; deal = deals.rows.next[deal]) open.push(deal);
  return open;
}

/** Leads passed but not yet worked or dropped. */
export function waitingLeads({ market, leads }: RunState): number {
  return leads.rows.status.subarray(0, market.count).filter((status) => status === LEAD.waiting).length;
}
