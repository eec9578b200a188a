import type { Plan } from '../../../model/plan.ts';
import { compileCompany } from '../compile/company.ts';
import type { Beliefs, Levels } from '../contract/beliefs.ts';
import type { Company, Planner } from '../contract/company.ts';
import type { Policy } from '../contract/policy.ts';
import type { RevenueWorld } from '../contract/world.ts';
import { BelievedPath } from '../minds/planner/believedPath.ts';
import { rowsOf, watchedBy } from '../minds/planner/effectTable.ts';
import { isChoosing } from '../minds/planner/plannerProblem.ts';
import { bestResponses, type Choice } from './bestResponses.ts';
import { type Corrections, corrected, mixed, withinMonth } from './corrections.ts';
import { gainsClearly } from './gainFromGaming.ts';
import { HabitMonths } from './habitMonths.ts';
import { ALONE, TOGETHER, withoutLosingMoves } from './losingMoves.ts';
import { windowOf } from './ordinaryMonths.ts';
import { gamesInPlay, type PlayedEnd, type ProfitGap, playEnds, widestGap } from './playedEnds.ts';
import { neglectsSlowWork } from './slowWork.ts';
import { Surprises } from './surprises.ts';

/** Most rounds of measuring interactions and choosing again. */
const MOST_ROUNDS = 3;
/** Largest relative difference between two habits that count as the same. */
const SAME_SHARE = 0.05;
/** The same for habits that need not be simulated again. */
const NEARLY_SAME = 0.01;
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
 * its effect is corrected by the part of the change that was not predicted, see {@link Surprises}. People
 * choose again, for at most three rounds; from the second round on, corrections are averaged with earlier
 * ones.
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
  const alone = study.withoutInteractions(first);
  const ends = alone.isKnown ? [alone] : [alone, ...study.endsFrom(first)];
  const usual = ends[1] ?? alone;
  const candidates = ends.flatMap((end) =>
    study.isInDoubt(end) ? [end, { ...end, beliefs: { ...end.beliefs, refrains: true } }] : [end],
  );
  if (candidates.length === 1)
    return { beliefs: study.inOwnInterest(alone), goesTwoWays: false, settles: alone.settles };
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
  /** The habit of which people have experience, see {@link HabitMonths.lived}. */
  readonly livedAt?: Levels | undefined;
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
  private readonly months: HabitMonths;
  private readonly surprises: Surprises;

  constructor(world: RevenueWorld, pay: Plan, beliefs: Beliefs) {
    this.world = world;
    this.pay = pay;
    this.beliefs = beliefs;
    this.company = compileCompany(world, pay, beliefs);
    this.informed = this.company.planners.filter((planner) => isInformed(this.company, planner));
    const choosing = this.company.planners.filter((planner) => isChoosing(this.company, planner));
    const slots = [...new Set(choosing.flatMap((planner) => watchedBy(rowsOf(planner.pay))))];
    const path = new BelievedPath(this.company.tactics, windowOf(world).settled);
    this.months = new HabitMonths(world, beliefs, path, slots);
    this.surprises = new Surprises(this.company, beliefs, path, this.months, slots);
  }

  /** Joint best responses in ordinary months. */
  choice(beliefs: Beliefs, policy: Policy = {}): Choice {
    return bestResponses(this.world, this.pay, beliefs, policy);
  }

  /**
   * Beliefs of people with experience of an end, without the moves that leave the person who makes them worse
   * off.
   */
  inOwnInterest({ beliefs: believed, habit: usual, livedAt, isKnown }: End): Beliefs {
    const habit = believed.refrains === true ? this.choice(believed).levels : usual;
    let beliefs = believed;
    if (livedAt === undefined || !isSame(livedAt, habit, NEARLY_SAME)) {
      const lived = this.months.lived(believed, habit);
      beliefs = { ...lived, habits: this.choice(lived).habits };
    }
    const isAlone = this.informed.length === 1;
    if (isAlone && isKnown && !neglectsSlowWork(this.company, habit)) return beliefs;
    const held = withoutLosingMoves(this.world, this.pay, beliefs, isAlone ? ALONE : TOGETHER);
    return isAlone && held !== beliefs ? this.settledWithout(held) : held;
  }

  /**
   * Beliefs of a person who has dropped some moves: with interactions measured again at the behaviour that
   * remains, if the person’s net is higher then.
   */
  private settledWithout(held: Beliefs): Beliefs {
    const { leaves } = held;
    const { beliefs } = this.settle(this.choice(held), { ...this.beliefs, leaves });
    const [before, after] = this.play([held, beliefs]);
    return after.net > before.net ? beliefs : held;
  }

  games(levels: Levels): boolean {
    return this.company.tactics.some(
      ({ productive, definition }) => !productive && levels[definition.id] > 0,
    );
  }

  /**
   * The end without interactions. It is known if separate effects predict the month at the habit, and
   * people with experience of that month choose the same.
   */
  withoutInteractions(first: Choice): End {
    let choice = first;
    for (let round = 0; round < MOST_ROUNDS && this.months.areAsBelieved(choice.levels); round++) {
      const { levels } = choice;
      const lived = this.months.lived({ ...this.beliefs, habits: choice.habits }, levels);
      choice = this.choice(lived);
      const { habits, settles } = choice;
      if (isSame(choice.levels, levels))
        return {
          habit: choice.levels,
          livedAt: levels,
          beliefs: { ...lived, habits },
          settles,
          isKnown: true,
        };
    }
    const { levels: habit, habits, settles } = first;
    return { habit, beliefs: { ...this.beliefs, habits }, settles, isKnown: false };
  }

  /** Whether people game at an end, and what they gain by it is unknown or little. */
  isInDoubt({ habit, beliefs, isKnown }: End): boolean {
    const isHabit = this.games(habit);
    if (isHabit && !isKnown) return true;
    // What several people do is tried move by move.
    const [person, ...others] = this.informed;
    if (others.length > 0) return false;
    return isHabit
      ? !gainsClearly(this.world, this.pay, beliefs, person.name)
      : gamesInPlay(this.world, this.pay, beliefs);
  }

  /** Ends of searches from the usual choice, from what pays within one month, and from the honest choice. */
  endsFrom(first: Choice): End[] {
    const ends = [this.settle(first)];
    const myopic = this.choice(withinMonth(this.beliefs));
    if (!isSame(myopic.levels, first.levels)) ends.push(this.settle(myopic));
    if (this.games(first.levels) || this.games(ends[0].habit))
      ends.push(this.settle(this.choice(this.beliefs, { motive: 'honest' })));
    return ends;
  }

  /**
   * Measures interactions at the habit and chooses again, until the habit stays the same.
   *
   * @param alone beliefs without interactions
   */
  private settle(start: Choice, alone: Beliefs = this.beliefs): End {
    let choice = start;
    let corrections: Corrections = new Map();
    let beliefs = alone;
    let livedAt: Levels | undefined;
    let isKnown = false;
    for (let round = 0; round < MOST_ROUNDS && !isKnown; round++) {
      const { levels } = choice;
      const found = this.surprises.at(levels);
      corrections = round === 0 ? found : mixed(corrections, found);
      beliefs = this.months.lived(corrected(alone, corrections), levels);
      livedAt = levels;
      choice = this.choice({ ...beliefs, habits: choice.habits });
      isKnown = isSame(choice.levels, levels);
    }
    const { levels: habit, habits, settles } = choice;
    return { habit, livedAt, beliefs: { ...beliefs, habits }, settles, isKnown };
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
}

function isSame(one: Levels, other: Levels, share = SAME_SHARE): boolean {
  return Object.entries(one).every(
    ([id, level]) => Math.abs(level - other[id]) <= share * Math.max(1, Math.abs(level)),
  );
}
