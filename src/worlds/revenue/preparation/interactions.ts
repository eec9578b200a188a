import { canonicalJson } from '../../../core/canonicalJson.ts';
import type { Plan } from '../../../model/plan.ts';
import { compileCompany } from '../compile/company.ts';
import type { Beliefs, Levels } from '../contract/beliefs.ts';
import type { Company, Planner } from '../contract/company.ts';
import { COUNTER } from '../contract/counters.ts';
import type { Lever } from '../contract/lever.ts';
import type { Policy } from '../contract/policy.ts';
import type { RevenueWorld } from '../contract/world.ts';
import { BelievedPath } from '../minds/planner/believedPath.ts';
import { rowsOf, watchedBy } from '../minds/planner/effectTable.ts';
import { isChoosing } from '../minds/planner/plannerProblem.ts';
import { bestResponses, type Choice } from './bestResponses.ts';
import { type Corrections, corrected, mixed, withinMonth } from './corrections.ts';
import { ALONE, TOGETHER, withoutLosingMoves } from './losingMoves.ts';
import {
  type Months,
  measuredMonths,
  playMonths,
  settledAmount,
  settlingDifference,
  windowOf,
} from './ordinaryMonths.ts';
import { type PlayedEnd, type ProfitGap, playEnds, widestGap } from './playedEnds.ts';
import { neglectsSlowWork } from './slowWork.ts';

/** Most rounds of measuring interactions and choosing again. */
const MOST_ROUNDS = 3;
/** Largest relative difference between two habits that count as the same. */
const SAME_SHARE = 0.05;
/**
 * Smallest interaction that is believed: in standard errors, and as a share of the counter's monthly amount.
 */
const LEAST_ERRORS = 2.5;
const LEAST_SHARE = 0.005;
/** Largest relative error of the predicted month at the habit for which no interactions are measured. */
const BELIEVED_SHARE = 0.05;
/** Factor by which work is moved from the habit, and knot at which unused gaming is tried. */
const WORK_STEP = 1.25;
const GAMING_KNOT = 4;
/** Beliefs of people who know the company, under one plan. */
export interface SettledBeliefs {
  readonly beliefs: Beliefs;
  /**
   * Whether searches from different starting points found different habits. The best for the people is used.
   */
  readonly goesTwoWays: boolean;
  /** How profit under the other habit differs, where there are two: the one that differs most. */
  readonly otherProfit?: ProfitGap;
  /** Whether several planners settle: in a cycle they play its average over time. */
  readonly settles: boolean;
}

/**
 * Adds interaction effects to beliefs about single tactics: what tactics and people do to each other at the
 * habit, the intensities that people choose in ordinary months under a plan.
 *
 * A month at the habit is simulated. If the separate effects predict it within five percent, nothing is
 * added. Otherwise each tactic in turn is moved from the habit, on common random numbers, and the slope of
 * its effect is corrected by the part of the change that was not predicted. People choose again, for at most
 * three rounds; from the second round on, corrections are averaged with earlier ones.
 *
 * Searches start from the choice without interactions, from what pays within one month, and from the honest
 * choice. Every result is simulated, with gaming and without; the beliefs with the highest mean net (pay less
 * effort, integrity, money and expected sanctions) are returned.
 *
 * @param pay plan under which people choose
 * @param beliefs effects measured in the same world, see {@link measureBeliefs}
 */
export function settleBeliefs(world: RevenueWorld, pay: Plan, beliefs: Beliefs): SettledBeliefs {
  const study = new Study(world, pay, beliefs);
  if (study.informed.length === 0) return { beliefs, goesTwoWays: false, settles: true };
  const first = study.choice(beliefs);
  const { settles } = first;
  const alone: End = {
    habit: first.levels,
    beliefs: { ...beliefs, habits: first.habits },
    settles,
    isKnown: study.isAsBelieved(first.levels),
  };
  if (alone.isKnown) return { beliefs: study.inOwnInterest(alone), goesTwoWays: false, settles };
  const usual = study.settle(first);
  const ends = [alone, usual];
  const myopic = study.choice(withinMonth(beliefs));
  if (!isSame(myopic.levels, first.levels)) ends.push(study.settle(myopic));
  if (study.games(first.levels) || study.games(usual.habit))
    ends.push(study.settle(study.choice(beliefs, { motive: 'honest' })));
  const candidates = ends.flatMap((end) =>
    study.games(end.habit) ? [end, { ...end, beliefs: { ...end.beliefs, refrains: true } }] : [end],
  );
  const played = study.play(candidates.map(({ beliefs: held }) => held));
  const at = played.reduce((most, { net }, i) => (net > played[most].net ? i : most), 0);
  const best = candidates[at];
  const goesTwoWays = ends.slice(1).some((end) => !isSame(end.habit, usual.habit));
  // People who refrain from gaming are compared with others who do.
  const others = played.filter((_, i) => {
    const { habit, beliefs: held } = candidates[i];
    return habit !== alone.habit && held.refrains === best.beliefs.refrains && !isSame(habit, best.habit);
  });
  return {
    beliefs: study.inOwnInterest(best),
    goesTwoWays,
    otherProfit: goesTwoWays ? widestGap(played[at], others) : undefined,
    settles: best.settles,
  };
}

/** Whether a planner chooses and knows interactions: not people who are naive or learn. */
function isInformed(company: Company, planner: Planner): boolean {
  return isChoosing(company, planner) && planner.values.beliefs === 'total';
}

interface End {
  readonly habit: Levels;
  readonly beliefs: Beliefs;
  readonly settles: boolean;
  /** Whether what the habit does is known: the last round of measuring confirmed it. */
  readonly isKnown: boolean;
}

/** Habits under one plan, and what the company makes of them. */
class Study {
  /** Planners who know interactions. */
  readonly informed: readonly Planner[];
  private readonly world: RevenueWorld;
  private readonly pay: Plan;
  private readonly beliefs: Beliefs;
  private readonly company: Company;
  private readonly path: BelievedPath;
  /** Levels at the honest baseline. */
  private readonly usual: Levels;
  /** Month from which effects count as settled. */
  private readonly settled: number;
  /** First slots of the counters that somebody is paid on. */
  private readonly slots: readonly number[];
  /** Months already simulated, by the levels kept up. */
  private readonly played = new Map<string, Months>();

  constructor(world: RevenueWorld, pay: Plan, beliefs: Beliefs) {
    this.world = world;
    this.pay = pay;
    this.beliefs = beliefs;
    this.company = compileCompany(world, pay, beliefs);
    this.settled = windowOf(world).settled;
    this.usual = Object.fromEntries(
      this.company.tactics.map(({ definition, productive }) => [definition.id, productive ? 1 : 0]),
    );
    this.path = new BelievedPath(this.company.tactics, this.settled);
    this.informed = this.company.planners.filter((planner) => isInformed(this.company, planner));
    const choosing = this.company.planners.filter((planner) => isChoosing(this.company, planner));
    this.slots = [...new Set(choosing.flatMap((planner) => watchedBy(rowsOf(planner.pay))))];
  }

  /** Joint best responses in ordinary months. */
  choice(beliefs: Beliefs, policy: Policy = {}): Choice {
    return bestResponses(this.world, this.pay, beliefs, policy);
  }

  /** Beliefs of an end without the moves that leave the person who makes them worse off. */
  inOwnInterest({ beliefs, habit, isKnown }: End): Beliefs {
    const isAlone = this.informed.length === 1;
    if (isAlone && isKnown && !neglectsSlowWork(this.company, habit)) return beliefs;
    return withoutLosingMoves(this.world, this.pay, beliefs, isAlone ? ALONE : TOGETHER);
  }

  games(levels: Levels): boolean {
    return this.company.tactics.some(
      ({ productive, definition }) => !productive && levels[definition.id] > 0,
    );
  }

  /** Whether separate effects predict a month at the habit, in every counter that is paid. */
  isAsBelieved(habit: Levels): boolean {
    const [settled] = this.monthsAt([habit]);
    const believed = this.path.at(this.beliefs, habit);
    return this.slots.every((slot) => {
      const gap = Math.abs(this.settledIn(settled, slot) - believed(slot, this.settled));
      return gap <= BELIEVED_SHARE * Math.max(believed(slot, this.settled), this.beliefs.baseline[slot]);
    });
  }

  /** Measures interactions at the habit and chooses again, until the habit stays the same. */
  settle(start: Choice): End {
    let choice = start;
    let corrections: Corrections = new Map();
    let beliefs = this.beliefs;
    let isKnown = false;
    for (let round = 0; round < MOST_ROUNDS && !isKnown; round++) {
      const { levels } = choice;
      const found = this.interactionsAt(levels);
      corrections = round === 0 ? found.corrections : mixed(corrections, found.corrections);
      beliefs = corrected(this.beliefs, corrections);
      beliefs = { ...beliefs, atHabit: this.beyondEffects(beliefs, levels, found.settledAt) };
      choice = this.choice({ ...beliefs, habits: choice.habits });
      isKnown = isSame(choice.levels, levels);
    }
    const { levels: habit, habits, settles } = choice;
    return { habit, beliefs: { ...beliefs, habits }, settles, isKnown };
  }

  /** What the company and its informed planners have under each set of beliefs. */
  play(candidates: readonly Beliefs[]): PlayedEnd[] {
    return playEnds(
      this.world,
      this.pay,
      candidates,
      this.informed.map(({ name }) => name),
    );
  }

  /** Simulated months at given levels, on common random numbers; each is simulated once. */
  private monthsAt(all: readonly Levels[]): Months[] {
    const keys = all.map((levels) => canonicalJson(levels));
    const open = all.filter((_, i) => !this.played.has(keys[i]) && keys.indexOf(keys[i]) === i);
    const policies = open.map((levels): Policy => ({ levels, expectedDeals: true }));
    if (open.length > 0)
      playMonths(measuredMonths(this.world), this.beliefs, policies).forEach((months, i) => {
        this.played.set(canonicalJson(open[i]), months);
      });
    return keys.map((key) => this.played.get(key)!);
  }

  /** Settled amount of a counter: its baseline, and the change from ordinary months on the same luck. */
  private settledIn(months: Months, slot: number): number {
    const [usual] = this.monthsAt([this.usual]);
    return this.beliefs.baseline[slot] + settledAmount(months, slot) - settledAmount(usual, slot);
  }

  /** Unpredicted effects of moving each tactic from the habit, and settled amounts at the habit itself. */
  private interactionsAt(habit: Levels): {
    readonly corrections: Corrections;
    readonly settledAt: (slot: number) => number;
  } {
    const moves = this.movesFrom(habit);
    const [settled, ...moved] = this.monthsAt([
      habit,
      ...moves.map(({ id, level }) => ({ ...habit, [id]: level })),
    ]);
    const believed = this.path.at(this.beliefs, habit);
    const corrections = new Map<string, Map<number, Float64Array>>();
    moves.forEach(({ id, level }, i) => {
      const expected = this.path.at(this.beliefs, { ...habit, [id]: level });
      const way = this.path.responseOf(id, habit[id]) - this.path.responseOf(id, level);
      const bySlot = new Map<number, Float64Array>();
      for (const slot of this.slots) {
        const { mean, se } = settlingDifference(settled, moved[i], slot);
        const surprise = mean.map((gain, lag) => gain - (believed(slot, lag) - expected(slot, lag)));
        const size = Math.abs(surprise[this.settled]);
        if (!(size > LEAST_ERRORS * se && size > LEAST_SHARE * this.beliefs.baseline[slot])) continue;
        const others = this.path.othersFactor(this.beliefs, id, habit, slot);
        bySlot.set(
          slot,
          surprise.map((now, lag) => (now - (lag > 0 ? surprise[lag - 1] : 0)) / way / others),
        );
      }
      corrections.set(id, bySlot);
    });
    return { corrections, settledAt: (slot) => this.settledIn(settled, slot) };
  }

  /** One move of every tactic that somebody can change: gaming in use is stopped, unused gaming is tried. */
  private movesFrom(habit: Levels): { readonly id: string; readonly level: number }[] {
    return this.company.tactics.flatMap(
      ({ definition: { id }, productive, hoursPerMonth, maxScale, lever }) => {
        const level = habit[id];
        if (productive)
          return hoursPerMonth > 0
            ? [{ id, level: level > WORK_STEP ? level / WORK_STEP : level * WORK_STEP }]
            : [];
        if (!(maxScale > 0) || this.hasNoInteractions(lever)) return [];
        return [{ id, level: level > 0 ? 0 : this.triedLevel(id) }];
      },
    );
  }

  /** Whether gaming has no interactions: it changes reports only, and no pay depends on its scale. */
  private hasNoInteractions(lever: Lever): boolean {
    return lever.kind === 'gaming' && lever.countsOnly === true && !this.slots.includes(COUNTER.gamedScale);
  }

  /** Level at which unused gaming is tried. */
  private triedLevel(id: string): number {
    const knots = this.beliefs.knots[id];
    return knots[Math.min(GAMING_KNOT, knots.length - 1)];
  }

  /** Simulated less predicted monthly amounts at the habit: [first slot]. */
  private beyondEffects(beliefs: Beliefs, habit: Levels, settledAt: (slot: number) => number): Float64Array {
    const believed = this.path.at(beliefs, habit);
    const beyond = new Float64Array(beliefs.baseline.length);
    for (const slot of this.slots) beyond[slot] = settledAt(slot) - believed(slot, this.settled);
    return beyond;
  }
}

function isSame(one: Levels, other: Levels): boolean {
  return Object.entries(one).every(
    ([id, level]) => Math.abs(level - other[id]) <= SAME_SHARE * Math.max(1, Math.abs(level)),
  );
}
