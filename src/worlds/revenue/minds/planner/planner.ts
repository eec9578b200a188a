import type { Mind } from '../../../../people/mind.ts';
import { BestResponse } from '../../../../people/solver/bestResponse.ts';
import type { Problem } from '../../../../people/solver/problem.ts';
import { responseTo } from '../../../../people/solver/response.ts';
import type { Beliefs } from '../../contract/beliefs.ts';
import type { Company, CompiledTactic, Planner } from '../../contract/company.ts';
import { discoveryRate } from '../../contract/discoveryRate.ts';
import type { DecisionDay, PlannerView } from '../../contract/mind.ts';
import { deviationOf } from '../../contract/policy.ts';
import { holdAt, scaleBy } from './deviate.ts';
import { effectTable, rowsOf, watchedBy } from './effectTable.ts';
import { type Forecast, PlannerForecast } from './forecast.ts';
import { drawIntegrity } from './integrity.ts';
import { LaterWorth } from './laterWorth.ts';
import { PlannerLearning } from './learning.ts';
import { expectingOthers } from './others.ts';
import { PayAhead } from './payAhead.ts';
import {
  effortCost,
  isHonest,
  isWithout,
  LEAST_INTENSITY,
  MOST_INTENSITY,
  monthlyTarget,
  plannerProblem,
} from './plannerProblem.ts';
import { Population } from './population.ts';

/**
 * Decision model of a planner: how to use the rest of the month.
 *
 * The problem is solved in two forms. First as if every month were alike (the *habit*): at the start of a
 * tenure, and every month for someone who learns. It gives expected later behaviour, and the value of a unit
 * of each counter in later pay periods. Then with accruals: on the first day of each month for everything,
 * and every week for gaming. The forecast of a metric at its next pay day is the amount booked so far, plus
 * baseline and habit over the days left, plus the effects of this month's choice by lag. Its variance
 * shrinks with the days left.
 *
 * Pay days beyond the person's foresight are ignored. Effects are the person's {@link Beliefs}. Other
 * planners are expected to do what they usually do.
 */
export class PlannerMind implements Mind<PlannerView, DecisionDay> {
  readonly choosing = true;
  private readonly company: Company;
  private readonly planner: Planner;
  private readonly beliefs: Beliefs;
  private readonly problem: Problem;
  private readonly solver: BestResponse;
  private readonly forecast: PlannerForecast;
  private readonly later: LaterWorth;
  private readonly learning: PlannerLearning | undefined;
  private readonly population: Population;
  private readonly tactics: readonly CompiledTactic[];
  private readonly canGame: boolean;
  private readonly ahead: PayAhead;
  /** Counters that the plan pays on. */
  private readonly watched: readonly number[];
  private readonly habit: Float64Array;
  private readonly last: Float64Array;
  /** Habit of someone without experience: the start of a learner's search. */
  private beginner: Float64Array | undefined;
  /**
   * What the plan's bonus is worth to someone who learns, as they see it this month, in dollars a month;
   * absent for everybody else, and before the first month.
   */
  worthSeenUsd: number | undefined;
  /** Integrity for which the habit was last solved, in dollars; NaN before. Irrelevant without gaming. */
  private settledFor = NaN;

  /** @param planner one for whom {@link isChoosing} holds */
  constructor(company: Company, planner: Planner) {
    const rows = rowsOf(planner.pay);
    this.watched = watchedBy(rows);
    const beliefs = expectingOthers(company, planner, this.watched);
    const truth = effectTable(company, planner, beliefs, rows);
    this.company = company;
    this.planner = planner;
    this.beliefs = company.beliefs!;
    this.canGame = !isHonest(company, planner);
    const { firstAssignment, assignmentCount, values } = planner;
    this.tactics = company.assignments
      .slice(firstAssignment, firstAssignment + assignmentCount)
      .map(({ tactic }) => company.tactics[tactic]);
    if (values.beliefs === 'learning') this.learning = new PlannerLearning(company, planner, beliefs, truth);
    const table = this.learning?.believed ?? truth;
    this.problem = plannerProblem(company, planner, rows, table.mostKnots);
    this.solver = new BestResponse(this.problem);
    this.forecast = new PlannerForecast(beliefs, table, this.problem, rows);
    this.ahead = new PayAhead(planner, this.problem, this.forecast);
    this.later = new LaterWorth(this.solver, this.forecast, table, planner);
    this.habit = new Float64Array(assignmentCount);
    this.last = new Float64Array(assignmentCount);
    this.population = new Population(
      (integrityUsd, ...starts) => this.settle(integrityUsd, ...starts),
      this.habit,
    );
  }

  /** Draws the person's integrity and solves for the habit, unless the last one solved still holds. */
  startTenure(view: PlannerView): void {
    const { integrityUsd } = this.planner.values;
    drawIntegrity(view, this.planner);
    this.worthSeenUsd = undefined;
    if (this.learning !== undefined) {
      this.learning.startTenure(view);
      this.forecast.sumEffects();
    } else if (this.settledFor === view.integrityUsd || (!this.canGame && !Number.isNaN(this.settledFor))) {
      this.last.set(this.habit);
      return;
    }
    if (typeof integrityUsd !== 'number' && this.canGame) {
      const { median, sigma } = integrityUsd.lognormal;
      this.population.settleMember(view.integrityUsd, median, sigma);
    } else if (this.learning === undefined) this.settle(view.integrityUsd);
    else this.settleBeginner(view.integrityUsd);
    this.settledFor = view.integrityUsd;
  }

  /**
   * What somebody of an integrity settles for in ordinary months: levels of work and amounts of gaming by
   * assignment, and what the bonus is worth to them, in dollars a month.
   */
  ordinaryAt(integrityUsd: number): { readonly habit: Float64Array; readonly worthUsd: number } {
    const worthUsd = this.settle(integrityUsd);
    this.settledFor = NaN;
    return { habit: this.habit, worthUsd };
  }

  /** What the person expects of a component's metric in an ordinary period, at the habit last settled. */
  expectedOf(component: number): Forecast {
    const { months } = this.planner.pay.valued[component];
    return this.forecast.usual(this.problem.componentRow[component], months);
  }

  /**
   * Continues the same person under another plan, and keeps what was learned. A learner's new habit is a
   * beginner's until {@link monthBegins}.
   */
  takeOver(view: PlannerView, before: PlannerMind | undefined): void {
    this.startTenure(view);
    if (this.learning === undefined) return;
    // Under a plan that paid for nothing, nothing was learned.
    if (before === undefined) this.learning.forgetWork();
    else if (before.learning !== undefined) this.learning.takeOver(before.learning);
    else this.learning.startInformed(before.watched, this.responses(before.habit));
    this.forecast.sumEffects();
  }

  monthBegins(view: PlannerView, { month }: DecisionDay): void {
    if (this.learning === undefined || !view.isEmployed) return;
    this.learning.beginMonth(view, month);
    this.forecast.sumEffects();
    this.worthSeenUsd = this.settle(view.integrityUsd, this.habit);
  }

  /** Chooses the intensities for the rest of the month and puts them into effect. */
  decide(view: PlannerView, { month, dayOfMonth }: DecisionDay): void {
    // Within a month only gaming is replanned: without it there is nothing to decide.
    if (!view.isEmployed || (dayOfMonth > 0 && !this.canGame)) return;
    const left = 1 - dayOfMonth / this.company.world.calendar.daysPerMonth;
    this.ahead.atNextPayDay(view, month, left);
    this.later.weigh(month, left, view.units);
    this.setCosts(view, dayOfMonth, left);
    this.solver.solve(this.last);
    for (let k = 0; k < this.tactics.length; k++) {
      const a = this.solver.intensity[k];
      this.last[k] = this.tactics[k].productive ? a : a / left;
      view.planned[k] = this.last[k];
    }
    const { policy } = this.company;
    if (policy.scaled !== undefined) this.deviate(view.planned, policy.scaled);
    const alone = deviationOf(policy, this.planner.name);
    if (alone?.scaled !== undefined) this.deviate(view.planned, alone.scaled);
    if (alone?.levels !== undefined) holdAt(view.planned, this.tactics, alone.levels);
  }

  private deviate(planned: Float64Array, factors: Readonly<Record<string, number>>): void {
    scaleBy(planned, factors, this.tactics, this.problem, (k) => this.isFixed(k));
  }

  monthEnds(view: PlannerView, { month }: DecisionDay): void {
    this.learning?.note(view, month, this.problem.weight);
  }

  /** Costs and bounds for the rest of the month. Hours are set on its first day; gaming, every week. */
  private setCosts(view: PlannerView, dayOfMonth: number, left: number): void {
    const { problem, planner, last } = this;
    let games = false;
    for (let k = 0; k < this.tactics.length; k++) {
      if (view.units[k] > 0) games = true;
      const { productive, maxScale } = this.tactics[k];
      if (productive) {
        const hours = problem.hours[k];
        problem.cost[k] = (left * planner.values.effortCostUsdPerMonth * hours) / 40;
        if (this.isFixed(k)) continue;
        problem.lower[k] = dayOfMonth === 0 ? LEAST_INTENSITY : last[k];
        problem.upper[k] = dayOfMonth === 0 ? MOST_INTENSITY : last[k];
      } else if (problem.upper[k] > 0) {
        problem.upper[k] = maxScale * left;
        problem.done[k] = view.units[k];
        last[k] *= left;
      }
    }
    problem.fixedGamingCost = games ? 0 : planner.values.integrityFixedShare * view.integrityUsd;
  }

  /** Whether work at a tactic stays at the baseline: it has no hours, or a policy puts it out of reach. */
  private isFixed(k: number): boolean {
    return (
      (this.tactics[k].productive && this.problem.hours[k] === 0) ||
      isWithout(this.company, this.planner, this.tactics[k].definition.id)
    );
  }

  /** Solves for the habit from a beginner's, so that nothing learned in an earlier run carries over. */
  private settleBeginner(integrityUsd: number): void {
    if (this.beginner === undefined) {
      this.settle(integrityUsd);
      this.beginner = this.habit.slice();
    }
    this.settle(integrityUsd, this.beginner);
  }

  /**
   * Solves for the habit: thoroughly without starts, otherwise from the best of them. Returns its value in
   * dollars per month.
   */
  private settle(integrityUsd: number, ...starts: readonly Float64Array[]): number {
    const { solver } = this;
    this.setOrdinaryCosts(integrityUsd);
    this.ahead.inOrdinaryPeriods();
    let start: Float64Array | undefined = starts[0];
    if (starts.length > 1)
      for (const other of starts) if (solver.valueAt(other) > solver.valueAt(start)) start = other;
    solver.thorough = start === undefined;
    solver.polished = true;
    const worth = solver.solve(start);
    solver.thorough = false;
    solver.polished = false;
    this.habit.set(solver.intensity);
    this.last.set(solver.intensity);
    this.forecast.habit.take(this.responses(this.habit));
    this.later.measure(this.habit);
    return worth;
  }

  /** What levels of work and amounts of gaming bring about: the response to each tactic. */
  private responses(levels: Float64Array): Float64Array {
    return levels.map((a, k) =>
      this.tactics[k].productive ? responseTo(a, this.tactics[k].elasticity, this.problem.weight[k]) : a,
    );
  }

  /** Costs and bounds of an ordinary month. */
  private setOrdinaryCosts(integrityUsd: number): void {
    const { problem, planner, company } = this;
    const { governance } = company.world;
    const { clawbackShare, clawbackMonths } = planner.pay;
    const { integrityFixedShare, troubleUsd } = planner.values;
    const hazardUsd =
      (this.learning?.discoveryRate() ?? discoveryRate(governance)) *
      (governance.penaltyUsd + clawbackShare * clawbackMonths * monthlyTarget(planner));
    this.tactics.forEach((tactic, k) => {
      if (tactic.productive) {
        problem.cost[k] = effortCost(planner, problem.hours[k]);
        if (this.isFixed(k)) return;
        problem.lower[k] = LEAST_INTENSITY;
        problem.upper[k] = MOST_INTENSITY;
        return;
      }
      const unit = this.beliefs.baseline[tactic.unitSlot];
      const canSanction = tactic.definition.fabricates || company.canSanctionStretching;
      problem.cost[k] =
        unit * (tactic.priceUsdEach + tactic.effortUsdEach) +
        tactic.severity * ((1 - integrityFixedShare) * integrityUsd + (canSanction ? hazardUsd : 0));
      problem.trouble[k] = tactic.severity * troubleUsd;
      problem.done[k] = 0;
      if (problem.upper[k] > 0) problem.upper[k] = tactic.maxScale;
    });
    problem.effects.clear(problem.laterColumn);
    problem.fixedGamingCost = integrityFixedShare * integrityUsd;
  }
}
