import type { Plan } from '../../../model/plan.ts';
import { luckKey } from '../../../random/luck.ts';
import { netOutcomeOf } from '../catalogue/outcomes/people.ts';
import { compileCompany } from '../compile/company.ts';
import type { Beliefs } from '../contract/beliefs.ts';
import { outcomeValue } from '../contract/outcome.ts';
import type { RevenueWorld } from '../contract/world.ts';
import { SharedMarket } from '../engine/sharedMarket.ts';
import { isChoosing, isHonest } from '../minds/planner/plannerProblem.ts';
import { movedAssignments } from './movedAssignments.ts';

/** Number of runs, and months of each, on which candidate beliefs are compared. */
const RUNS = 24;
const MONTHS = 24;
const SEED = 'ends';
/** Runs that show whether people game at all. */
const FEW_RUNS = 4;

/** What a company and its people have under candidate beliefs. */
export interface PlayedEnd {
  /** Mean net of the people, in dollars per run. */
  readonly net: number;
  /** Profit after pay, in dollars per run: [run]. */
  readonly profits: Float64Array;
}

/** A difference in profit between two ends. */
export interface ProfitGap {
  readonly usdPerYear: number;
  /** Standard error of `usdPerYear`. */
  readonly se: number;
  /** As a share of the profit of the end that is played. */
  readonly share: number;
}

/**
 * Plays a company under candidate beliefs, on common random numbers, with deals and discoveries at their
 * expectation.
 *
 * @param people names of the people whose net counts
 */
export function playEnds(
  world: RevenueWorld,
  pay: Plan,
  candidates: readonly Beliefs[],
  people: readonly string[],
): PlayedEnd[] {
  const longer = { ...world, horizonMonths: MONTHS };
  const companies = candidates.map((beliefs) =>
    compileCompany(longer, pay, beliefs, { policy: { expectedDeals: true, expectedDiscovery: true } }),
  );
  const shared = new SharedMarket(companies);
  const outcomes = new Float64Array(companies[0].outcomes.length);
  const nets = candidates.map(() => 0);
  const profits = candidates.map(() => new Float64Array(RUNS));
  for (let run = 0; run < RUNS; run++) {
    shared.meet(luckKey(SEED, run));
    companies.forEach((company, i) => {
      shared.run(i, outcomes);
      for (const name of people) nets[i] += outcomeValue(company, outcomes, netOutcomeOf(name)) / RUNS;
      profits[i][run] = outcomeValue(company, outcomes, 'profitUsd');
    });
  }
  return candidates.map((_, i) => ({ net: nets[i], profits: profits[i] }));
}

/**
 * Whether people game in some month of play. Near a pay day gaming can pay off for somebody for whom it does
 * not in an ordinary month.
 */
export function gamesInPlay(world: RevenueWorld, pay: Plan, beliefs: Beliefs): boolean {
  const longer = { ...world, horizonMonths: MONTHS };
  const company = compileCompany(longer, pay, beliefs, { policy: { expectedDiscovery: true } });
  if (!company.planners.some((planner) => isChoosing(company, planner) && !isHonest(company, planner)))
    return false;
  return movedAssignments(company, SEED, FEW_RUNS).some(
    (isMoved, a) => isMoved === 1 && !company.tactics[company.assignments[a].tactic].productive,
  );
}

/** The end among `others` whose profit differs most from that of `played`; undefined without any. */
export function widestGap(played: PlayedEnd, others: readonly PlayedEnd[]): ProfitGap | undefined {
  const gaps = others.map(({ profits }) => gapOf(played.profits, profits));
  return gaps.reduce<ProfitGap | undefined>(
    (most, gap) => (most === undefined || Math.abs(gap.usdPerYear) > Math.abs(most.usdPerYear) ? gap : most),
    undefined,
  );
}

function gapOf(played: Float64Array, other: Float64Array): ProfitGap {
  const gaps = other.map((profit, run) => profit - played[run]);
  const mean = meanOf(gaps);
  const variance = gaps.reduce((sum, gap) => sum + (gap - mean) * (gap - mean), 0) / (RUNS - 1);
  const years = MONTHS / 12;
  return {
    usdPerYear: mean / years,
    se: Math.sqrt(variance / RUNS) / years,
    share: mean / Math.max(1, Math.abs(meanOf(played))),
  };
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
