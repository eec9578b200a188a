import type { Plan } from '../../../model/plan.ts';
import { luckKey } from '../../../random/luck.ts';
import { netOutcomeOf } from '../catalogue/outcomes/people.ts';
import { compileCompany } from '../compile/company.ts';
import type { Beliefs, Levels } from '../contract/beliefs.ts';
import type { Company } from '../contract/company.ts';
import { outcomeValue } from '../contract/outcome.ts';
import type { RevenueWorld } from '../contract/world.ts';
import { SharedMarket } from '../engine/sharedMarket.ts';
import { isChoosing, monthlyTarget } from '../minds/planner/plannerProblem.ts';
import { movedAssignments } from './movedAssignments.ts';

/** Runs after which trials are judged, and most runs of one that stays in doubt. */
const BATCH = 32;
const MOST_RUNS = 256;
const SEED = 'games';
/** Standard errors that decide a trial early, and by which it must be better in the end. */
const DECIDING_ERRORS = 2.5;
const LEAST_ERRORS = 1;
/** Standard error, as a share of the target bonus, from which more runs would decide too little. */
const INDIFFERENT_SHARE = 0.005;

/** How people try to do without their moves. */
export interface TrialSetting {
  /** Months of each run. */
  readonly months: number;
  /** Whether work is tried at its baseline hours, beside games that are left. */
  readonly triesWork: boolean;
  /**
   * Most times that they try again, once they do without the worst move. If there is one pass, they do
   * without all losing moves at once.
   */
  readonly passes: number;
}

/** Trials of one person who chooses, and of several, whose runs take longer. */
export const ALONE: TrialSetting = { months: 24, triesWork: true, passes: 5 };
export const TOGETHER: TrialSetting = { months: 12, triesWork: false, passes: 1 };

/**
 * Beliefs without moves that do not pay. Each move of each person is taken back in turn while the others
 * behave as before: a gaming tactic is left, work is kept at its baseline hours. A move is dropped if the
 * person’s net is higher without it.
 *
 * Beliefs about single tactics can be wrong in combination: in a queue that others have filled, closing
 * tickets unsolved fills it further.
 *
 * @param beliefs with the habits of everybody
 * @returns beliefs in which people make no such moves, and do not expect them of each other
 */
export function withoutLosingMoves(
  world: RevenueWorld,
  pay: Plan,
  beliefs: Beliefs,
  setting: TrialSetting,
): Beliefs {
  let held = beliefs;
  for (let pass = 0; pass < setting.passes; pass++) {
    const next = afterTrials(world, pay, held, setting);
    if (next === held) break;
    held = next;
  }
  return held;
}

/** Beliefs without the moves that lose when they are taken back one by one. */
function afterTrials(
  world: RevenueWorld,
  pay: Plan,
  beliefs: Beliefs,
  { months, triesWork, passes }: TrialSetting,
): Beliefs {
  const longer = { ...world, horizonMonths: months };
  const compile = (dropped: readonly Trial[]) => {
    const leaves = leftBy(beliefs.leaves, dropped);
    return compileCompany(longer, pay, { ...beliefs, leaves }, { policy: { expectedDiscovery: true } });
  };
  const usual = compile([]);
  const outcomes = new Float64Array(usual.outcomes.length);
  const netOf = (name: string) => outcomeValue(usual, outcomes, netOutcomeOf(name));
  const trials = usedMoves(usual, triesWork);
  const shared = new SharedMarket([usual, ...trials.map((trial) => compile([trial]))]);
  for (let run = 0; run < MOST_RUNS && trials.some(({ isOpen }) => isOpen); run++) {
    shared.meet(luckKey(SEED, run));
    shared.run(0, outcomes);
    const before = trials.map(({ name }) => netOf(name));
    trials.forEach((trial, t) => {
      if (!trial.isOpen) return;
      shared.run(t + 1, outcomes);
      trial.add(netOf(trial.name) - before[t]);
    });
    if ((run + 1) % BATCH === 0) for (const trial of trials) trial.judge();
  }
  const all = trials.filter((trial) => trial.isAbove(LEAST_ERRORS));
  if (all.length === 0) return beliefs;
  // Without the worst move others may pay again, if there is time to see.
  const losing = passes > 1 ? [all.reduce((worst, trial) => (trial.gain > worst.gain ? trial : worst))] : all;
  return {
    ...beliefs,
    habits: withoutThem(beliefs.habits, losing),
    leaves: leftBy(beliefs.leaves, losing),
  };
}

/** What everybody does without, with more of it. */
function leftBy(before: Beliefs['leaves'], dropped: readonly Trial[]): Beliefs['leaves'] {
  const leaves: Record<string, readonly string[]> = { ...before };
  for (const { name, id } of dropped) leaves[name] = [...(leaves[name] ?? []), id];
  return leaves;
}

/** One move of one person that is taken back, with the gain in their net over the runs so far. */
class Trial {
  readonly name: string;
  readonly id: string;
  /** Level without the move. */
  readonly level: number;
  /** Standard error that is small enough, in dollars. */
  private readonly enoughUsd: number;
  isOpen = true;
  private runs = 0;
  private sum = 0;
  private squares = 0;

  constructor(name: string, { definition, productive }: Company['tactics'][number], enoughUsd: number) {
    this.name = name;
    this.id = definition.id;
    this.level = productive ? 1 : 0;
    this.enoughUsd = enoughUsd;
  }

  add(gain: number): void {
    this.runs += 1;
    this.sum += gain;
    this.squares += gain * gain;
  }

  /** Mean gain, in dollars. */
  get gain(): number {
    return this.sum / this.runs;
  }

  /** Whether the mean gain is above zero by some standard errors. */
  isAbove(errors: number): boolean {
    return this.sum > errors * this.se * this.runs;
  }

  /** Ends the trial if the sign of the gain is known, or matters little. */
  judge(): void {
    const isKnown = Math.abs(this.sum) > DECIDING_ERRORS * this.se * this.runs;
    this.isOpen = !isKnown && this.se > this.enoughUsd;
  }

  /** Standard error of the mean gain. */
  private get se(): number {
    const mean = this.sum / this.runs;
    return Math.sqrt(Math.max(0, this.squares / this.runs - mean * mean) / (this.runs - 1));
  }
}

/** Moves that informed people make in some month of the first runs. */
function usedMoves(company: Company, triesWork: boolean): Trial[] {
  const { assignments, planners, tactics } = company;
  const isUsed = movedAssignments(company, SEED, BATCH);
  return planners.flatMap((planner) => {
    if (!isChoosing(company, planner) || planner.values.beliefs !== 'total') return [];
    const enoughUsd = INDIFFERENT_SHARE * monthlyTarget(planner) * company.world.horizonMonths;
    return assignments.flatMap(({ tactic, hoursPerMonth }, a) => {
      const { productive } = tactics[tactic];
      const isOwn = a >= planner.firstAssignment && a < planner.firstAssignment + planner.assignmentCount;
      const isTried = productive ? triesWork && hoursPerMonth > 0 : true;
      return isOwn && isTried && isUsed[a] === 1 ? [new Trial(planner.name, tactics[tactic], enoughUsd)] : [];
    });
  });
}

/** Habits without the dropped moves. */
function withoutThem(habits: Beliefs['habits'], dropped: readonly Trial[]): Beliefs['habits'] {
  return (
    habits &&
    Object.fromEntries(
      Object.entries(habits).map(([name, levels]): [string, Levels] => {
        const own = dropped.filter((trial) => trial.name === name);
        return [name, { ...levels, ...Object.fromEntries(own.map(({ id, level }) => [id, level])) }];
      }),
    )
  );
}
