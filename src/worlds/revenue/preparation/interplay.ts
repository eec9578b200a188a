import { cubicAt } from '../../../core/numeric/monotoneCubic.ts';
import type { Plan } from '../../../model/plan.ts';
import { factor, surplus } from '../../../people/solver/jointEffect.ts';
import { responseTo } from '../../../people/solver/response.ts';
import { luckKey } from '../../../random/luck.ts';
import { netOutcomeOf } from '../catalogue/outcomes/people.ts';
import { compileCompany } from '../compile/company.ts';
import { type Beliefs, type Effect, effectOf } from '../contract/beliefs.ts';
import type { Company, Planner } from '../contract/company.ts';
import { outcomeValue } from '../contract/outcome.ts';
import type { Policy } from '../contract/policy.ts';
import type { RevenueWorld } from '../contract/world.ts';
import { SharedMarket } from '../engine/sharedMarket.ts';
import { rowsOf, watchedBy } from '../minds/planner/effectTable.ts';
import { PlannerMind } from '../minds/planner/planner.ts';
import { isChoosing } from '../minds/planner/plannerProblem.ts';
import { typicalIntegrity } from '../minds/planner/population.ts';
import {
  LAGS,
  type Months,
  playMonths,
  REPLICATES,
  SETTLED,
  SLOT_OF_COUNTER,
  sixMonths,
} from './ordinaryMonths.ts';

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

/** Levels of tactics, by id. */
type Levels = Readonly<Record<string, number>>;
/** Change of the slope of an effect by lag: by tactic, then by first slot of the counter. */
type Corrections = ReadonlyMap<string, ReadonlyMap<number, Float64Array>>;

/** What people who know the company believe under a plan. */
export interface SettledBeliefs {
  readonly beliefs: Beliefs;
  /**
   * Whether two searches, from honest work and from the most profitable gaming for a month, ended in different
   * habits of people. The better one for them is played.
   */
  readonly goesTwoWays: boolean;
}

/**
 * Beliefs of people who know what the company does with everybody's habits under a plan.
 *
 * The effects of single tactics are those measured in the world. What tactics and people do to each other is
 * measured at the habit: each tactic in turn is moved from it, on common luck, and the slope of its effect is
 * corrected by what the move does beyond what is believed. People then settle for another habit, at most three
 * times; from the second time on corrections are averaged with those before.
 *
 * The search starts from the honest effects, from what gaming brings within a month, and from the habit
 * without gaming. Where the ends differ, all are simulated, and the one with the highest net for the people is
 * played.
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
  /** First slots of the counters that somebody is paid on. */
  private readonly slots: readonly number[];

  constructor(world: RevenueWorld, pay: Plan, beliefs: Beliefs) {
    this.world = world;
    this.pay = pay;
    this.beliefs = beliefs;
    this.company = compileCompany(world, pay, beliefs);
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
    const believed = this.pathAt(this.beliefs, habit);
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
      beliefs = this.corrected(corrections);
      beliefs = { ...beliefs, atHabit: this.beyondEffects(beliefs, habit, found.path) };
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
  private interplayAt(habit: Levels): { readonly corrections: Corrections; readonly path: Path } {
    const moves = this.movesFrom(habit);
    const policies = [habit, ...moves.map(({ id, level }) => ({ ...habit, [id]: level }))].map(
      (levels): Policy => ({ levels, expectedDeals: true }),
    );
    const [settled, ...moved] = playMonths(sixMonths(this.world), this.beliefs, policies);
    const believed = this.pathAt(this.beliefs, habit);
    const corrections = new Map<string, Map<number, Float64Array>>();
    moves.forEach(({ id, level }, i) => {
      const expected = this.pathAt(this.beliefs, { ...habit, [id]: level });
      const way = this.responseOf(id, habit[id]) - this.responseOf(id, level);
      const bySlot = new Map<number, Float64Array>();
      for (const slot of this.slots) {
        const { mean, se } = difference(settled, moved[i], slot);
        const surprise = mean.map((gain, lag) => gain - (believed(slot, lag) - expected(slot, lag)));
        const size = Math.abs(surprise[SETTLED]);
        if (!(size > LEAST_ERRORS * se && size > LEAST_SHARE * this.beliefs.baseline[slot])) continue;
        const others = this.othersFactor(id, habit, slot);
        bySlot.set(
          slot,
          surprise.map((now, lag) => (now - (lag > 0 ? surprise[lag - 1] : 0)) / way / others),
        );
      }
      corrections.set(id, bySlot);
    });
    return { corrections, path: (slot) => settledAmount(settled, slot) };
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
      return [{ id, level: level > 0 ? 0 : this.beliefs.knots[id][GAMING_KNOT] }];
    });
  }

  private responseOf(id: string, level: number): number {
    const { productive, elasticity } = this.company.tactics.find(({ definition }) => definition.id === id)!;
    return productive ? responseTo(level, elasticity) : level;
  }

  /** Believed effect of a level of a tactic up to a lag. */
  private effectWithin(beliefs: Beliefs, id: string, level: number, slot: number, lag: number): number {
    const effect = effectOf(beliefs, 'total', id, slot);
    if (effect === undefined) return 0;
    const knots = beliefs.knots[id];
    const u = this.responseOf(id, level);
    let sum = 0;
    for (let l = 0; l <= lag; l++) sum += cubicAt(knots, effect.values, effect.slopes, u, l * knots.length);
    return sum;
  }

  /** Believed amounts of counters in each month in which levels are kept up. */
  private pathAt(beliefs: Beliefs, levels: Levels): (slot: number, month: number) => number {
    return (slot, month) => {
      const reference = beliefs.baseline[slot];
      let product = 1;
      let added = 0;
      for (const { definition, productive } of this.company.tactics) {
        const effect = this.effectWithin(
          beliefs,
          definition.id,
          levels[definition.id],
          slot,
          Math.min(month, SETTLED),
        );
        if (effect === 0) continue;
        if (productive && reference > 0) {
          product *= factor(effect, reference);
          added += surplus(effect, reference);
        } else added += effect;
      }
      return reference * product + added;
    };
  }

  private othersFactor(id: string, habit: Levels, slot: number): number {
    const reference = this.beliefs.baseline[slot];
    const own = this.company.tactics.find(({ definition }) => definition.id === id)!;
    if (!own.productive || !(reference > 0)) return 1;
    let product = 1;
    for (const { definition, productive } of this.company.tactics)
      if (productive && definition.id !== id)
        product *= factor(
          this.effectWithin(this.beliefs, definition.id, habit[definition.id], slot, SETTLED),
          reference,
        );
    return product;
  }

  private corrected(corrections: Corrections): Beliefs {
    const { beliefs } = this;
    const total = [...(beliefs.effects.total ?? [])];
    for (const [id, bySlot] of corrections)
      for (const [slot, slopes] of bySlot) {
        const at = total.findIndex((effect) => effect.tactic === id && effect.slot === slot);
        const next = tilted(at < 0 ? nothing(beliefs, id, slot) : total[at], beliefs.knots[id], slopes);
        if (at < 0) total.push(next);
        else total[at] = next;
      }
    return { ...beliefs, effects: { ...beliefs.effects, total } };
  }

  /** What a month at the habit has beyond what effects add up to: [first slot]. */
  private beyondEffects(beliefs: Beliefs, habit: Levels, path: Path): Float64Array {
    const believed = this.pathAt(beliefs, habit);
    const beyond = new Float64Array(beliefs.baseline.length);
    for (const slot of this.slots) beyond[slot] = path(slot) - believed(slot, SETTLED);
    return beyond;
  }
}

/** Mean monthly amount of a counter once the habit has settled. */
type Path = (slot: number) => number;

/** An effect with other slopes by lag, as far as twice the outermost knot but one. */
function tilted(effect: Effect, knots: Float64Array, slopes: Float64Array): Effect {
  const values = effect.values.slice();
  const own = effect.slopes.slice();
  slopes.forEach((slope, lag) => {
    for (let n = 0; n < knots.length; n++) {
      values[lag * knots.length + n] += slope * knots[n];
      own[lag * knots.length + n] += slope;
    }
  });
  return { ...effect, values, slopes: own };
}

function nothing({ lags, knots }: Beliefs, tactic: string, slot: number): Effect {
  const size = lags * knots[tactic].length;
  return { tactic, slot, values: new Float64Array(size), slopes: new Float64Array(size) };
}

/** Beliefs of somebody who sees what work and gaming bring within the month only. */
function withinMonth(beliefs: Beliefs): Beliefs {
  const only = (values: Float64Array, knots: number) => values.map((value, i) => (i < knots ? value : 0));
  const total = beliefs.effects.total?.map((effect) => {
    const { length } = beliefs.knots[effect.tactic];
    return { ...effect, values: only(effect.values, length), slopes: only(effect.slopes, length) };
  });
  return { ...beliefs, effects: { ...beliefs.effects, total } };
}

/** Corrections of two rounds, averaged. */
function mixed(before: Corrections, now: Corrections): Corrections {
  const all = new Map<string, Map<number, Float64Array>>();
  for (const corrections of [before, now])
    for (const [id, bySlot] of corrections) {
      const own = all.get(id) ?? new Map<number, Float64Array>();
      all.set(id, own);
      for (const [slot, slopes] of bySlot) {
        const sum = own.get(slot) ?? new Float64Array(slopes.length);
        own.set(
          slot,
          sum.map((value, lag) => value + slopes[lag] / 2),
        );
      }
    }
  return all;
}

function isSame(one: Levels, other: Levels): boolean {
  return Object.entries(one).every(
    ([id, level]) => Math.abs(level - other[id]) <= SAME_SHARE * Math.max(1, Math.abs(level)),
  );
}

/** Difference of a counter between two sets of months, by month, settled from {@link SETTLED} on. */
function difference(one: Months, other: Months, slot: number): { mean: Float64Array; se: number } {
  const c = SLOT_OF_COUNTER.indexOf(slot);
  const counters = SLOT_OF_COUNTER.length;
  const mean = new Float64Array(SETTLED + 1);
  let squares = 0;
  for (let run = 0; run < REPLICATES; run++) {
    let settled = 0;
    for (let month = 0; month < LAGS; month++) {
      const at = (run * LAGS + month) * counters + c;
      const gap = one[at] - other[at];
      if (month < SETTLED) mean[month] += gap / REPLICATES;
      else settled += gap / (LAGS - SETTLED);
    }
    mean[SETTLED] += settled / REPLICATES;
    squares += settled * settled;
  }
  const variance = Math.max(0, squares / REPLICATES - mean[SETTLED] * mean[SETTLED]);
  return { mean, se: Math.sqrt(variance / (REPLICATES - 1)) };
}

function settledAmount(months: Months, slot: number): number {
  const c = SLOT_OF_COUNTER.indexOf(slot);
  const counters = SLOT_OF_COUNTER.length;
  let sum = 0;
  for (let run = 0; run < REPLICATES; run++)
    for (let month = SETTLED; month < LAGS; month++) sum += months[(run * LAGS + month) * counters + c];
  return sum / REPLICATES / (LAGS - SETTLED);
}
