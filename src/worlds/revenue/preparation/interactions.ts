import type { Plan } from '../../../model/plan.ts';
import { luckKey } from '../../../random/luck.ts';
import { netOutcomeOf } from '../catalogue/outcomes/people.ts';
import { compileCompany } from '../compile/company.ts';
import type { Beliefs } from '../contract/beliefs.ts';
import type { Company, Planner } from '../contract/company.ts';
import { outcomeValue } from '../contract/outcome.ts';
import type { Policy } from '../contract/policy.ts';
import type { RevenueWorld } from '../contract/world.ts';
import { SharedMarket } from '../engine/sharedMarket.ts';
import { rowsOf, watchedBy } from '../minds/planner/effectTable.ts';
import { PlannerMind } from '../minds/planner/planner.ts';
import { isChoosing } from '../minds/planner/plannerProblem.ts';
import { typicalIntegrity } from '../minds/planner/population.ts';
import { BelievedPath, type Levels } from './believedPath.ts';
import { type Corrections, corrected, mixed, withinMonth } from './corrections.ts';
import { playMonths, SETTLED, settledAmount, settlingDifference, sixMonths } from './ordinaryMonths.ts';

/** Most rounds in which habits and their interplay are measured. */
const MOST_ROUNDS = 3;
/** Two habits within this share of each other are the same. */
const SAME_SHARE = 0.05;
/** Interplay that counts: in standard errors, and as a share of the counter's monthly amount. */
const LEAST_ERRORS = 2.5;
const LEAST_SHARE = 0.005;
/** How near a month at the habit has to come to what is believed of it. */
const BELIEVED_SHARE = 0.03;
/** Step by which work is tried at the habit, and gaming that the habit leaves out. */
const WORK_STEP = 1.25;
const GAMING_KNOT = 4;
/** Runs, and months of each, on which the ends of a search are compared. */
const RUNS = 24;
const MONTHS = 24;
const SEED = 'ends';

/** What people who know the company believe under a plan. */
export interface SettledBeliefs {
  readonly beliefs: Beliefs;
  /**
   * Whether two searches, from honest work and from the most profitable gaming for a month, ended in
   * different habits of people. The better one for them is played.
   */
  readonly goesTwoWays: boolean;
}

/**
 * Beliefs of people who know what the company does with everybody's habits under a plan.
 *
 * The effects of single tactics are those measured in the world. What tactics and people do to each other is
 * measured at the habit: each tactic in turn is moved from it, on common luck, and the slope of its effect is
 * corrected by what the move does beyond what is believed. People then settle for another habit, at most
 * three times; from the second time on corrections are averaged with those before.
 *
 * The search starts from the honest effects, from what gaming brings within a month, and from the habit
 * without gaming. Where the ends differ, all are simulated, and the one with the highest net for the people
 * is played.
 */
export function settleBeliefs(world: RevenueWorld, pay: Plan, beliefs: Beliefs): SettledBeliefs {
  const company = compileCompany(world, pay, beliefs);
  if (!company.planners.some((planner) => settlesIn(company, planner)))
    return { beliefs, goesTwoWays: false };
  const study = new Study(world, pay, beliefs);
  const habit = study.habits(beliefs);
  if (study.isAsBelieved(habit)) return { beliefs, goesTwoWays: false };
  const usual = study.settle(habit);
  const ends = [{ start: habit, habit, beliefs }, usual];
  const myopic = study.habits(withinMonth(beliefs));
  if (!isSame(myopic, habit)) ends.push(study.settle(myopic));
  if (study.games(habit) || study.games(usual.habit))
    ends.push(study.settle(study.habits(beliefs, { motive: 'honest' })));
  // Whoever knows the company also knows what it is like not to game there.
  const candidates = ends.flatMap((end) => [end.beliefs, { ...end.beliefs, refrains: true }]);
  const nets = study.nets(candidates);
  const best = nets.indexOf(Math.max(...nets));
  return {
    beliefs: candidates[best],
    goesTwoWays: ends.slice(1).some((end) => !isSame(end.habit, usual.habit)),
  };
}

/** Whether a planner knows the company and chooses. Whoever is naive or learns knows no interplay. */
function settlesIn(company: Company, planner: Planner): boolean {
  return isChoosing(company, planner) && planner.values.beliefs === 'total';
}

interface End {
  /** Where the search began, and where it ended. */
  readonly start: Levels;
  readonly habit: Levels;
  readonly beliefs: Beliefs;
}

class Study {
  private readonly world: RevenueWorld;
  private readonly pay: Plan;
  private readonly beliefs: Beliefs;
  private readonly company: Company;
  private readonly path: BelievedPath;
  /** First slots of the counters that somebody is paid on. */
  private readonly slots: readonly number[];

  constructor(world: RevenueWorld, pay: Plan, beliefs: Beliefs) {
    this.world = world;
    this.pay = pay;
    this.beliefs = beliefs;
    this.company = compileCompany(world, pay, beliefs);
    this.path = new BelievedPath(this.company.tactics);
    const choosing = this.company.planners.filter((planner) => isChoosing(this.company, planner));
    this.slots = [...new Set(choosing.flatMap((planner) => watchedBy(rowsOf(planner.pay))))];
  }

  /** Everybody's habit together under beliefs: the level of each tactic. */
  habits(beliefs: Beliefs, policy: Policy = {}): Levels {
    const company = compileCompany(this.world, this.pay, beliefs, { policy });
    const levels = company.tactics.map(({ productive }) => (productive ? 1 : 0));
    for (const planner of company.planners) {
      if (!isChoosing(company, planner)) continue;
      const { integrityUsd } = planner.values;
      const habit = new PlannerMind(company, planner).habitAt(typicalIntegrity(integrityUsd));
      habit.forEach((a, i) => {
        const { tactic, weightShare } = company.assignments[planner.firstAssignment + i];
        const { productive } = company.tactics[tactic];
        levels[tactic] += productive ? weightShare * (a - 1) : a;
      });
    }
    return Object.fromEntries(company.tactics.map(({ definition }, k) => [definition.id, levels[k]]));
  }

  games(levels: Levels): boolean {
    return this.company.tactics.some(
      ({ productive, definition }) => !productive && levels[definition.id] > 0,
    );
  }

  /** Whether a month at the habit has what the effects of single tactics add up to, in all that is paid. */
  isAsBelieved(habit: Levels): boolean {
    const [settled] = playMonths(sixMonths(this.world), this.beliefs, [
      { levels: habit, expectedDeals: true },
    ]);
    const believed = this.path.at(this.beliefs, habit);
    return this.slots.every((slot) => {
      const gap = Math.abs(settledAmount(settled, slot) - believed(slot, SETTLED));
      return gap <= BELIEVED_SHARE * Math.max(believed(slot, SETTLED), this.beliefs.baseline[slot]);
    });
  }

  /** Measures interplay at the habit, and settles again, until habits stay. */
  settle(start: Levels): End {
    let habit = start;
    let corrections: Corrections = new Map();
    let beliefs = this.beliefs;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const found = this.interplayAt(habit);
      corrections = round === 0 ? found.corrections : mixed(corrections, found.corrections);
      beliefs = corrected(this.beliefs, corrections);
      beliefs = { ...beliefs, atHabit: this.beyondEffects(beliefs, habit, found.settledAt) };
      const next = this.habits(beliefs);
      const stays = isSame(next, habit);
      habit = next;
      if (stays) break;
    }
    return { start, habit, beliefs };
  }

  /** Net of everybody who chooses, in dollars a run, when they hold beliefs. */
  nets(candidates: readonly Beliefs[]): number[] {
    const year = { ...this.world, horizonMonths: MONTHS };
    const companies = candidates.map((beliefs) =>
      compileCompany(year, this.pay, beliefs, { policy: { expectedDeals: true, expectedDiscovery: true } }),
    );
    const own = this.company.planners.filter((planner) => settlesIn(this.company, planner));
    const shared = new SharedMarket(companies);
    const outcomes = new Float64Array(companies[0].outcomes.length);
    const nets = candidates.map(() => 0);
    for (let run = 0; run < RUNS; run++) {
      shared.meet(luckKey(SEED, run));
      companies.forEach((company, i) => {
        shared.run(i, outcomes);
        for (const { name } of own) nets[i] += outcomeValue(company, outcomes, netOutcomeOf(name)) / RUNS;
      });
    }
    return nets;
  }

  /** Moves each tactic from the habit: what that does beyond what is believed, and the habit's own months. */
  private interplayAt(habit: Levels): {
    readonly corrections: Corrections;
    readonly settledAt: (slot: number) => number;
  } {
    const moves = this.movesFrom(habit);
    const policies = [habit, ...moves.map(({ id, level }) => ({ ...habit, [id]: level }))].map(
      (levels): Policy => ({ levels, expectedDeals: true }),
    );
    const [settled, ...moved] = playMonths(sixMonths(this.world), this.beliefs, policies);
    const believed = this.path.at(this.beliefs, habit);
    const corrections = new Map<string, Map<number, Float64Array>>();
    moves.forEach(({ id, level }, i) => {
      const expected = this.path.at(this.beliefs, { ...habit, [id]: level });
      const way = this.path.responseOf(id, habit[id]) - this.path.responseOf(id, level);
      const bySlot = new Map<number, Float64Array>();
      for (const slot of this.slots) {
        const { mean, se } = settlingDifference(settled, moved[i], slot);
        const surprise = mean.map((gain, lag) => gain - (believed(slot, lag) - expected(slot, lag)));
        const size = Math.abs(surprise[SETTLED]);
        if (!(size > LEAST_ERRORS * se && size > LEAST_SHARE * this.beliefs.baseline[slot])) continue;
        const others = this.path.othersFactor(this.beliefs, id, habit, slot);
        bySlot.set(
          slot,
          surprise.map((now, lag) => (now - (lag > 0 ? surprise[lag - 1] : 0)) / way / others),
        );
      }
      corrections.set(id, bySlot);
    });
    return { corrections, settledAt: (slot) => settledAmount(settled, slot) };
  }

  /** A move of every tactic that somebody may change: back from what is done, or a step towards it. */
  private movesFrom(habit: Levels): { readonly id: string; readonly level: number }[] {
    return this.company.tactics.flatMap(({ definition: { id }, productive, hoursPerMonth, maxScale }) => {
      const level = habit[id];
      if (productive)
        return hoursPerMonth > 0
          ? [{ id, level: level > WORK_STEP ? level / WORK_STEP : level * WORK_STEP }]
          : [];
      if (!(maxScale > 0)) return [];
      return [{ id, level: level > 0 ? 0 : this.triedLevel(id) }];
    });
  }

  /** A level between nothing and the most that is likely. */
  private triedLevel(id: string): number {
    const knots = this.beliefs.knots[id];
    return knots[Math.min(GAMING_KNOT, knots.length - 1)];
  }

  /** What a month at the habit has beyond what effects add up to: [first slot]. */
  private beyondEffects(beliefs: Beliefs, habit: Levels, settledAt: (slot: number) => number): Float64Array {
    const believed = this.path.at(beliefs, habit);
    const beyond = new Float64Array(beliefs.baseline.length);
    for (const slot of this.slots) beyond[slot] = settledAt(slot) - believed(slot, SETTLED);
    return beyond;
  }
}

function isSame(one: Levels, other: Levels): boolean {
  return Object.entries(one).every(
    ([id, level]) => Math.abs(level - other[id]) <= SAME_SHARE * Math.max(1, Math.abs(level)),
  );
}
