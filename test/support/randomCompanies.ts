import fc from 'fast-check';
import { expect, test } from 'vitest';
import { luckKey } from '../../src/random/luck.ts';
import { parseRevenueScenario } from '../../src/scenario/load.ts';
import { compileCompany } from '../../src/worlds/revenue/compile/company.ts';
import type { Beliefs } from '../../src/worlds/revenue/contract/beliefs.ts';
import type { Company } from '../../src/worlds/revenue/contract/company.ts';
import { REPORTED } from '../../src/worlds/revenue/contract/counters.ts';
import { outcomeValue as outcomeOf } from '../../src/worlds/revenue/contract/outcome.ts';
import type { Policy } from '../../src/worlds/revenue/contract/policy.ts';
import { inLedger, slotOf } from '../../src/worlds/revenue/contract/slots.ts';
import type { RevenueWorld } from '../../src/worlds/revenue/contract/world.ts';
import { Market } from '../../src/worlds/revenue/engine/market/market.ts';
import { Runner } from '../../src/worlds/revenue/engine/run.ts';
import type { RunState } from '../../src/worlds/revenue/engine/state/state.ts';
import { measureBeliefs } from '../../src/worlds/revenue/preparation/measureBeliefs.ts';
import { CATHERINE } from './catherine.ts';
import { isThorough } from './thorough.ts';

/** Overrides that turn the Catherine company into a random company. */
const worlds = fc
  .record({
    'question.horizonMonths': fc.constantFrom(1, 3, 7, 12),
    'calendar.daysPerMonth': fc.integer({ min: 5, max: 25 }),
    'calendar.warmUpMonths': fc.integer({ min: 0, max: 3 }),
    'sales.reps': fc.integer({ min: 1, max: 9 }),
    'sales.sellingHoursPerDay': fc.double({ min: 0, max: 12, noNaN: true }),
    'sales.screeningHours': fc.double({ min: 0, max: 2, noNaN: true }),
    'sales.unreadyLeadHours': fc.double({ min: 0, max: 15, noNaN: true }),
    'sales.coolingDays': fc.double({ min: 1, max: 60, noNaN: true }),
    'sales.dropAfterDays': fc.integer({ min: 0, max: 40 }),
    'sales.prospectingHours': fc.constantFrom(0, 8, 26),
    'sales.cycleDays': fc.integer({ min: 0, max: 60 }),
    'sales.discountAuthorityShare': fc.constantFrom(0, 0.3),
    commission: fc.constantFrom<Readonly<Record<string, number>>>(
      { rateShare: 0.1 },
      { rateShare: 0.04, aboveQuotaRateShare: 0.3 },
      { rateShare: 0.04, aboveQuotaRateShare: 0.3, ownDealExtraShare: 0.05 },
      { rateShare: 0.1, churnClawbackShare: 1, otherLineCreditShare: 0.6, perActivityUsd: 5 },
    ),
    'sales.holdBackDays': fc.constantFrom(0, 5),
    'sales.trustMemoryLeads': fc.integer({ min: 1, max: 200 }),
    'market.channels.organic.visitsPerMonth': fc.integer({ min: 0, max: 6000 }),
    'market.channels.paid.ambientBotShare': fc.double({ min: 0, max: 0.9, noNaN: true }),
    'market.channels.paid.junkLeadShare': fc.double({ min: 0, max: 0.9, noNaN: true }),
    'marketing.definitionGap': fc.constantFrom(0, 1.5),
    'marketing.collateralPiecesPerMonth': fc.constantFrom(0, 7.5),
    'governance.salesVoiceShare': fc.constantFrom(0, 0.6),
    'governance.replacementMonth': fc.constantFrom(0, 2, 5),
    'sales.quotaRatchetShare': fc.constantFrom(0, 0.5),
    'sales.gambleShare': fc.constantFrom(0, 0.5),
    'sales.turnoverSharePerYear': fc.constantFrom(0, 0.3, 0.9),
    'sales.vacancyMonths': fc.constantFrom(0, 2),
    'sales.skillCv': fc.constantFrom(0, 0.6, 1.5),
    'tactics.customer-visits.hoursPerMonth': fc.constantFrom(0, 20),
    'sales.territoryCv': fc.constantFrom(0, 0.4),
    'sales.promiseLiftShare': fc.constantFrom(0, 0.3),
    'sales.paddedPerDay': fc.constantFrom(0, 8),
    'governance.coverageTimes': fc.constantFrom(0, 2, 6),
    'sales.lobbyingShare': fc.constantFrom(0, 0.15),
    'lines.otherShare': fc.constantFrom(0, 0.5),
    'tactics.sales-training.hoursPerMonth': fc.constantFrom(0, 20),
    'inside.reps': fc.constantFrom(0, 1, 3),
    'inside.errorShare': fc.constantFrom(0, 0.3),
    'sales.quotaByTerritoryShare': fc.constantFrom(0, 1),
    'governance.followUpShare': fc.constantFrom(0, 0.5, 1),
    'governance.followUpOrder': fc.constantFrom('deals-first', 'leads-first'),
    'customers.referralsPerYear': fc.constantFrom(0, 20),
    'customers.expansionShare': fc.constantFrom(0, 0.2),
    'marketing.budgetUsdPerMonth': fc.constantFrom(0, 60_000),
    'governance.budgetRule': fc.constantFrom('fixed', 'sales-is-king', 'outcome-based'),
    'governance.budgetReviewMonths': fc.constantFrom(2, 5),
    'governance.stage': fc.constantFrom('ambiguous', 'structured', 'aligned'),
    'governance.leadVisibility': fc.constantFrom('by-stage', 'label', 'score', 'readiness'),
    'governance.auditRatePerMonth': fc.double({ min: 0, max: 0.5, noNaN: true }),
    'governance.missedGoalDismissalRate': fc.constantFrom(0, 0.5),
    'customers.contractMonths': fc.integer({ min: 1, max: 14 }),
    'people.director.integrityUsd': fc.constantFrom(0, 40, 100000),
  })
  .map((set) => ({ ...set, 'market.accounts': 4000 }));

const PLANS = ['fluff', 'revenue-tied-accelerated', 'traffic-only', 'accepted-leads-gated'] as const;

type Overrides = ReturnType<(typeof worlds)['generate']>['value'];

/** A random company after one run. */
export interface Finished {
  readonly set: Overrides;
  readonly world: RevenueWorld;
  readonly company: Company;
  readonly state: RunState;
  /** Description from which the same company can be rebuilt. */
  readonly recipe: string;
  /** Value of an outcome by id. */
  value(id: string): number;
  /** A counter in each month of play. */
  months(counter: string, ledger?: number): number[];
  /** The counter summed over all months. */
  total(counter: string, ledger?: number): number;
}

/** Plays one run of each of several random companies, generated by fast-check from a seed. */
export function playRandomCompanies(seed: number, numRuns: number, policy: Policy = {}): Finished[] {
  const options = Object.keys(policy).length === 0 ? '' : `, ${JSON.stringify(policy)}`;
  return fc.sample(fc.tuple(worlds, fc.constantFrom(...PLANS)), { seed, numRuns }).map(([set, plan], i) => {
    const recipe = [
      `company ${i} of fast-check seed ${seed}: playRandomCompanies(${seed}, ${i + 1}${options})[${i}]`,
      `plan ${plan}, overrides ${JSON.stringify(set)}`,
    ].join('\n');
    return playRandomCompany(set, plan, policy, recipe);
  });
}

function playRandomCompany(set: Overrides, plan: string, policy: Policy, recipe: string): Finished {
  const { commission, ...rest } = set;
  const scenario = parseRevenueScenario(CATHERINE, {
    set: {
      ...rest,
      'people.inside': { role: 'inside-sales' },
      'people.manager': { role: 'sales-manager', foresightMonths: 60 },
      'sales.jobLossMonths': 0,
      [`plans.${plan}.reps`]: { baseUsdPerYear: 60_000, commission },
      [`plans.${plan}.manager`]: { baseUsdPerYear: 100_000, commission: { rateShare: 0.01 } },
      [`plans.${plan}.inside`]: { baseUsdPerYear: 25_000, meetings: { perMeetingUsd: 75 } },
      arms: { only: { plan } },
      'question.reference': 'only',
    },
  });
  const { world, pay } = scenario.arms[0];
  const company = compileCompany(world, pay, beliefsIn(world, set), { policy });
  const market = new Market(world, company.days);
  const runner = new Runner(company, market);
  const outcomes = new Float64Array(company.outcomes.length);
  market.fill(luckKey('laws', 0));
  runner.run(outcomes);
  const { state } = runner;
  const { slots } = company;
  const months = (counter: string, ledger = REPORTED) => {
    const slot = inLedger(slots, slotOf(slots, counter), ledger);
    return Array.from({ length: world.horizonMonths }, (_, m) => state.books.months[m * slots.size + slot]);
  };
  return {
    set,
    world,
    company,
    state,
    recipe,
    value: (id) => outcomeOf(company, outcomes, id),
    months,
    total: (counter, ledger) => sum(months(counter, ledger)),
  };
}

let catherine: Beliefs | undefined;

/**
 * What people believe: in the quick size what is true in the Catherine company, but where sellers are paid by
 * the entry in a log, which they pad or not by what an hour sells.
 */
function beliefsIn(world: RevenueWorld, set: Overrides): Beliefs {
  const mayPad = set.commission.perActivityUsd !== undefined && set['sales.paddedPerDay'] > 0;
  if (isThorough || mayPad) return measureBeliefs(world);
  catherine ??= measureBeliefs(parseRevenueScenario(CATHERINE).arms[0].world);
  return catherine;
}

export const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

/**
 * Creates tests of laws. A law must hold in every company, and its subject must occur in at least one.
 *
 * @param companies the companies, available once they are played
 */
export function lawsOf(companies: () => readonly Finished[]) {
  /** @param check throws if the law is violated; returns how often its subject occurred */
  return (claim: string, check: (run: Finished) => number) => {
    test(claim, () => {
      let occurred = 0;
      for (const run of companies()) {
        try {
          occurred += check(run);
        } catch (error) {
          if (error instanceof Error) error.message += `\n${run.recipe}`;
          throw error;
        }
      }
      expect(occurred, 'how often what the law is about occurred').toBeGreaterThan(0);
    });
  };
}
