import { exp, log } from '../../core/numeric/elementary.ts';
import { normalQuantile } from '../../core/numeric/normal.ts';
import type { Integrity } from '../../model/person.ts';
import { BestResponse } from '../../people/solver/bestResponse.ts';
import { Problem } from '../../people/solver/problem.ts';
import { responseTo } from '../../people/solver/response.ts';
import { uniform } from '../../random/luck.ts';
import type { BeliefTable } from './beliefs.ts';
import type { Company } from './company.ts';
import { DirectorForecast, indexOfRow, rowsOf } from './directorForecast.ts';
import { DirectorLearning } from './directorLearning.ts';
import { discoveryRate } from './discoveryRate.ts';
import { PURPOSE } from './purposes.ts';
import { COUNTER_COUNT, type RunState } from './state.ts';

/** Typical members of a population for every deviation from the median, and how many there are on either side. */
const QUARTERS = 4;
const OUTERMOST = 12;

/** Bounds of a productive tactic, in multiples of its baseline. */
const LEAST_INTENSITY = 0.05;
const MOST_INTENSITY = 6;

/**
 * The decisions of the marketing director: what to do with the rest of the month.
 *
 * Twice the same problem is solved. Once for a person's time in the chair, as if every month were alike (the *habit*): it says what this person expects to do
 * later, and what a unit of a counter is worth to them in later pay periods. Then with what has accrued, on the first day of each month for everything and every week for gaming: the
 * forecast of each metric at its next pay day is what is booked so far, plus the baseline and the habit over the days left, plus the effect of this
 * month's choice by lag; its variance shrinks with the days left.
 *
 * Pay days beyond the person's foresight do not count. Effects are the person's beliefs ({@link BeliefTable}).
 */
export class DirectorMind {
  private readonly company: Company;
  private readonly problem: Problem;
  private readonly solver: BestResponse;
  private readonly forecast: DirectorForecast;
  private readonly habit: Float64Array;
  private readonly last: Float64Array;
  /** Worth today of one unit of a component's numerator, or denominator, in a later period, in dollars: [component]. */
  private readonly worthNumerator: Float64Array;
  private readonly worthDenominator: Float64Array;
  /** Worth of a tactic's effect in a later period, and of its bend, in dollars: [(component * tactics + tactic) * lags + lag]. */
  private readonly laterWorth: Float64Array;
  private readonly laterBend: Float64Array;
  /** Whether anything is paid for that there is a choice about. */
  readonly choosing: boolean;
  /** What the director goes by: what the world does, or what experience has taught. */
  private readonly beliefs: BeliefTable | undefined;
  private readonly learning: DirectorLearning | undefined;
  /** What somebody without experience does in an ordinary month: where those who learn start to search. */
  private beginner: Float64Array | undefined;
  private canGame = false;
  /** Integrity for which the habit was worked out last; without gaming it does not matter. */
  private settledFor = NaN;
  /** Habits of typical members of a population. */
  private readonly members: Float64Array[] = [];

  constructor(company: Company) {
    this.company = company;
    const { tactics, directorPay, director, policy, beliefs } = company;
    const rows = rowsOf(directorPay.valued);
    const problem = new Problem(tactics.length, rows.length);
    this.problem = problem;
    this.solver = new BestResponse(problem);
    if (beliefs !== undefined && director?.beliefs === 'learning')
      this.learning = new DirectorLearning(company, beliefs, rows);
    this.beliefs = this.learning?.believed ?? beliefs;
    this.forecast = new DirectorForecast(company, this.beliefs, problem, rows);
    this.habit = new Float64Array(tactics.length);
    this.last = new Float64Array(tactics.length);
    this.worthNumerator = new Float64Array(directorPay.valued.length);
    this.worthDenominator = new Float64Array(directorPay.valued.length);
    const places = directorPay.valued.length * tactics.length * (beliefs?.lags ?? 0);
    this.laterWorth = new Float64Array(places);
    this.laterBend = new Float64Array(places);
    this.choosing =
      director !== undefined &&
      beliefs !== undefined &&
      policy.levels === undefined &&
      policy.motive !== 'company' &&
      director.motive !== 'scripted' &&
      directorPay.valued.length > 0;
    if (!this.choosing || director === undefined || beliefs === undefined) return;
    const world = company.world;
    const honest = policy.motive === 'honest' || director.motive === 'honest';
    this.canGame = !honest;
    problem.hoursBudget = Math.max(
      world.marketing.hoursPerMonth,
      tactics.reduce((sum, tactic) => sum + tactic.hoursPerMonth, 0),
    );
    problem.riskAversionPerUsd = director.riskAversionPerUsd;
    problem.valueScale = Math.max(1e-12, monthlyTarget(company) + director.effortCostUsdPerMonth);
    for (let k = 0; k < tactics.length; k++) {
      const tactic = tactics[k];
      problem.productive[k] = tactic.productive ? 1 : 0;
      problem.elasticity[k] = tactic.elasticity;
      problem.hours[k] = tactic.hoursPerMonth;
      const fixed = tactic.hoursPerMonth === 0;
      problem.lower[k] = tactic.productive ? (fixed ? 1 : LEAST_INTENSITY) : 0;
      problem.upper[k] = tactic.productive ? (fixed ? 1 : MOST_INTENSITY) : honest ? 0 : tactic.maxScale;
    }
    for (const component of directorPay.valued) {
      const j = problem.addComponent(indexOfRow(rows, component), component.curve);
      for (const gate of component.gates) problem.addGate(j, indexOfRow(rows, gate), gate.level, gate.sign);
    }
  }

  /** A new person sits down: draws their integrity, works out what they expect to do in an ordinary month. */
  sitDown(state: RunState): void {
    const { director } = this.company;
    if (director === undefined) return;
    state.integrityUsd = integrityOf(
      director.integrityUsd,
      uniform(state.market.luck, state.incumbent, PURPOSE.integrity),
    );
    if (!this.choosing) return;
    if (this.learning !== undefined) {
      this.learning.sitDown(state);
      this.forecast.sumEffects();
    } else if (this.settledFor === state.integrityUsd || (!this.canGame && !Number.isNaN(this.settledFor))) {
      this.last.set(this.habit);
      return;
    }
    const { integrityUsd } = director;
    if (typeof integrityUsd === 'number' || !this.canGame) {
      if (this.learning === undefined) this.settle(state.integrityUsd);
      else {
        // What was found out in an earlier run is no part of where this one starts.
        if (this.beginner === undefined) {
          this.settle(state.integrityUsd);
          this.beginner = this.habit.slice();
        }
        this.settle(state.integrityUsd, this.beginner);
      }
    } else {
      const { median, sigma } = integrityUsd.lognormal;
      this.settleMember(state.integrityUsd, median, sigma);
    }
    this.settledFor = state.integrityUsd;
  }

  /** The same person under another plan: works out an ordinary month anew, and keeps what experience has taught. */
  takeOver(before: DirectorMind, state: RunState): void {
    this.sitDown(state);
    // Where nothing was paid for before, nothing was watched.
    if (this.learning !== undefined && before.learning !== undefined && before.choosing)
      this.learning.takeOver(before.learning);
  }

  /** Works out what a member of a population does in an ordinary month from what its two nearest typical members do, and returns what it is worth to them in dollars. */
  private settleMember(integrityUsd: number, median: number, sigma: number): number {
    if (this.members.length === 0) this.settleMembers(median, sigma);
    const place = OUTERMOST + (sigma > 0 ? (QUARTERS * log(integrityUsd / median)) / sigma : 0);
    const below = Math.max(0, Math.min(2 * OUTERMOST - 1, Math.floor(place)));
    return this.settle(integrityUsd, this.members[below], this.members[below + 1]);
  }

  /**
   * Works out what typical members of a population do in an ordinary month, a quarter deviation of integrity apart. Every fourth is worked out thoroughly, and what is found is handed on from
   * neighbour to neighbour, up and down, where it is worth more.
   */
  private settleMembers(median: number, sigma: number): void {
    const worth = new Float64Array(2 * OUTERMOST + 1).fill(-Infinity);
    const answer = (n: number, ...starts: readonly Float64Array[]) => {
      const value = this.settle(median * exp((sigma * (n - OUTERMOST)) / QUARTERS), ...starts);
      if (!(value > worth[n])) return;
      worth[n] = value;
      this.members[n] = this.habit.slice();
    };
    for (let n = 0; n < worth.length; n += QUARTERS) answer(n);
    for (let n = 1; n < worth.length; n++) answer(n, this.members[n - 1]);
    for (let n = worth.length - 2; n >= 0; n--) answer(n, this.members[n + 1]);
  }

  /** Works out what somebody does in an ordinary month, thoroughly or from the best of some starts, and returns what it is worth to them in dollars. */
  private settle(integrityUsd: number, ...starts: readonly Float64Array[]): number {
    const { company, problem } = this;
    const { tactics, directorPay, world } = company;
    const { beliefs } = this;
    const director = company.director!;
    const hazardUsd =
      (this.learning?.discoveryRate() ?? discoveryRate(world.governance)) *
      (world.governance.penaltyUsd +
        directorPay.clawbackShare * directorPay.clawbackMonths * monthlyTarget(company));
    for (let k = 0; k < tactics.length; k++) {
      const tactic = tactics[k];
      if (tactic.productive) {
        problem.cost[k] = (director.effortCostUsdPerMonth * tactic.hoursPerMonth) / 40;
        if (tactic.hoursPerMonth === 0) continue;
        problem.lower[k] = LEAST_INTENSITY;
        problem.upper[k] = MOST_INTENSITY;
        continue;
      }
      const unit = beliefs!.baseline[tactic.unitCounter];
      const canSanction = tactic.definition.fabricates || company.canSanctionStretching;
      problem.cost[k] =
        unit * (tactic.priceUsdEach + tactic.effortUsdEach) +
        tactic.severity * (integrityUsd + (canSanction ? hazardUsd : 0));
      if (problem.upper[k] > 0) problem.upper[k] = tactic.maxScale;
    }
    problem.shadow.fill(0);
    problem.shadowBend.fill(0);
    problem.fixedGamingCost = director.integrityFixedShare * integrityUsd;
    const foresight = director.foresightMonths;
    for (let j = 0; j < directorPay.valued.length; j++) {
      const { months } = directorPay.valued[j];
      problem.payScale[j] = Math.min(1, foresight / months) / months;
      this.forecast.fillRow(problem.componentRow[j], months);
      for (let g = 0; g < problem.gateRow.length; g++)
        if (problem.gateComponent[g] === j) this.forecast.fillRow(problem.gateRow[g], months);
    }
    let start: Float64Array | undefined = starts[0];
    if (starts.length > 1)
      for (const other of starts) if (this.solver.valueAt(other) > this.solver.valueAt(start)) start = other;
    this.solver.thorough = start === undefined;
    this.solver.polished = true;
    const worth = this.solver.solve(start);
    this.solver.thorough = false;
    this.solver.polished = false;
    this.habit.set(this.solver.intensity);
    this.last.set(this.solver.intensity);
    for (let k = 0; k < tactics.length; k++)
      this.forecast.habitResponse[k] = this.responseOf(k, this.habit[k]);
    this.measureWorth(directorPay.valued.length);
    this.weighEffects();
    return worth;
  }

  /** The month ends: somebody who learns keeps in mind what was done in it. */
  note(state: RunState, m: number): void {
    if (this.choosing) this.learning?.note(state, m);
  }

  /** Worth of every tactic's effects at every lag to each component, at the habit. */
  private weighEffects(): void {
    const { company, problem } = this;
    const { effect, bend, lags } = this.beliefs!;
    const { tactics, directorPay } = company;
    for (let j = 0; j < directorPay.valued.length; j++) {
      const { numerator, denominator } = this.forecast.rows[problem.componentRow[j]];
      for (let k = 0; k < tactics.length; k++) {
        for (let lag = 0; lag < lags; lag++) {
          const at = (j * tactics.length + k) * lags + lag;
          const top = (k * COUNTER_COUNT + numerator) * lags + lag;
          this.laterWorth[at] = this.worthNumerator[j] * effect[top];
          this.laterBend[at] = tactics[k].productive ? 0 : this.worthNumerator[j] * bend[top];
          if (denominator < 0) continue;
          const bottom = (k * COUNTER_COUNT + denominator) * lags + lag;
          this.laterWorth[at] += this.worthDenominator[j] * effect[bottom];
          if (!tactics[k].productive) this.laterBend[at] += this.worthDenominator[j] * bend[bottom];
        }
      }
    }
  }

  /** Chooses the intensities for the rest of the month and puts them into force. */
  decide(state: RunState, m: number, dayOfMonth: number): void {
    if (!this.choosing) return;
    const { company, problem } = this;
    const { tactics, directorPay, director, world } = company;
    const { beliefs } = this;
    if (beliefs === undefined || director === undefined) return;
    // Between first days of months only gaming is replanned: without it there is nothing to decide.
    if (dayOfMonth > 0 && !this.canGame) return;
    if (this.learning !== undefined && dayOfMonth === 0) {
      this.learning.beginMonth(state, m);
      this.forecast.sumEffects();
      this.settle(state.integrityUsd, this.habit);
    }
    const { lags } = beliefs;
    const left = 1 - dayOfMonth / world.calendar.daysPerMonth;
    const discount = 1 - director.discountSharePerMonth;
    problem.shadow.fill(0);
    problem.shadowBend.fill(0);
    for (let j = 0; j < directorPay.valued.length; j++) {
      const component = directorPay.valued[j];
      const later = component.months - 1 - (m % component.months);
      const payable = left + later <= director.foresightMonths && m + later < world.horizonMonths;
      problem.payScale[j] = payable ? 1 - director.discountSharePerMonth * later : 0;
      this.forecast.accrue(state, problem.componentRow[j], m, component.months, left, later);
      for (let g = 0; g < problem.gateRow.length; g++) {
        if (problem.gateComponent[g] === j)
          this.forecast.accrue(state, problem.gateRow[g], m, component.months, left, later);
      }
    }
    // What this month's work does to later pay periods, at the habit's worth.
    for (let j = 0; j < directorPay.valued.length; j++) {
      const { months } = directorPay.valued[j];
      const later = months - 1 - (m % months);
      for (let k = 0; k < tactics.length; k++) {
        const amount = tactics[k].productive ? left : 1;
        let weight = 1;
        for (let lag = 0; lag < lags; lag++, weight *= discount) {
          if (lag <= later || lag > director.foresightMonths || m + lag >= world.horizonMonths) continue;
          const at = (j * tactics.length + k) * lags + lag;
          const bend = this.laterBend[at];
          // Gaming crowds with what was done this month already.
          const worth = this.laterWorth[at] + 2 * state.units[k] * bend;
          problem.shadowBend[k] += weight * bend;
          problem.shadow[k] += amount * weight * worth;
        }
      }
    }
    for (let k = 0; k < tactics.length; k++) {
      if (tactics[k].productive) {
        problem.cost[k] = (left * director.effortCostUsdPerMonth * tactics[k].hoursPerMonth) / 40;
        if (tactics[k].hoursPerMonth === 0) continue;
        // Working hours are scheduled on the first day of a month; gaming is replanned every week.
        problem.lower[k] = dayOfMonth === 0 ? LEAST_INTENSITY : this.last[k];
        problem.upper[k] = dayOfMonth === 0 ? MOST_INTENSITY : this.last[k];
      } else if (problem.upper[k] > 0) {
        problem.upper[k] = tactics[k].maxScale * left;
        this.last[k] *= left;
      }
    }
    const alreadyGaming = state.units.some((units) => units > 0);
    problem.fixedGamingCost = alreadyGaming ? 0 : director.integrityFixedShare * state.integrityUsd;
    this.solver.solve(this.last);
    for (let k = 0; k < tactics.length; k++) {
      const a = this.solver.intensity[k];
      state.planned[k] = tactics[k].productive ? a : a / left;
      this.last[k] = state.planned[k];
    }
  }

  private responseOf(k: number, a: number): number {
    const tactic = this.company.tactics[k];
    return tactic.productive ? responseTo(a, tactic.elasticity) : a;
  }

  /** Worth of one more unit of each component's counters in an ordinary period, by differences of the pay at the habit. */
  private measureWorth(components: number): void {
    const { problem } = this;
    for (let j = 0; j < components; j++) {
      const r = problem.componentRow[j];
      this.worthNumerator[j] = this.worthOf(j, problem.numerator, r);
      this.worthDenominator[j] =
        this.forecast.rows[r].denominator < 0 ? 0 : this.worthOf(j, problem.denominator, r);
    }
  }

  private worthOf(j: number, forecast: Float64Array, r: number): number {
    const { problem } = this;
    const before = forecast[r];
    const step = 0.001 * Math.max(1e-9, Math.abs(before));
    const scale = problem.payScale.slice();
    for (let i = 0; i < scale.length; i++) problem.payScale[i] = i === j ? 1 : 0;
    forecast[r] = before + step;
    const up = this.solver.valueAt(this.habit);
    forecast[r] = before - step;
    const down = this.solver.valueAt(this.habit);
    forecast[r] = before;
    for (let i = 0; i < scale.length; i++) problem.payScale[i] = scale[i];
    return (up - down) / (2 * step);
  }
}

/** Monthly target bonus of the director, in dollars. */
function monthlyTarget(company: Company): number {
  return company.directorPay.valued.reduce(
    (sum, component) => sum + component.targetUsd / component.months,
    0,
  );
}

/** A person's integrity, in dollars forgone to avoid a month of gaming at scale 1. */
export function integrityOf(integrity: Integrity, u: number): number {
  if (typeof integrity === 'number') return integrity;
  return integrity.lognormal.median * exp(integrity.lognormal.sigma * normalQuantile(u));
}
