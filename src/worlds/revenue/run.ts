import { exponentialFrom } from '../../random/distributions.ts';
import { type LuckKey, uniform } from '../../random/luck.ts';
import { classPriors } from './classPriors.ts';
import type { Company } from './company.ts';
import { DirectorMind } from './directorMind.ts';
import type { MarketLuck } from './marketLuck.ts';
import { measureOutcomes } from './measureOutcomes.ts';
import { bringOutCollateral } from './phases/collateral.ts';
import { expire, renew } from './phases/customers.ts';
import { pullForward, signHeld } from './phases/dealTiming.ts';
import { game } from './phases/gaming.ts';
import { arrive, drawVisits } from './phases/market.ts';
import { closeMonth, closeTail } from './phases/monthEnd.ts';
import { sell } from './phases/salesFloor.ts';
import { drawSkill } from './phases/salesForce.ts';
import { trustAnew } from './phases/trust.ts';
import { PURPOSE } from './purposes.ts';
import { RepMind } from './repMind.ts';
import { SCORE_CLASSES } from './scoreClasses.ts';
import { RunState } from './state.ts';
import { TALLY } from './tallies.ts';

/** Working days between two decisions. */
const DAYS_PER_WEEK = 5;

/** What a month brought, for telling a run's story. */
export interface Diary {
  readonly integrityUsd: number;
  readonly units: Float64Array;
  readonly level: Float64Array;
  readonly bonusUsd: number;
  readonly hollowBonusUsd: number;
  readonly events: readonly string[];
}

/**
 * Runs one company over its horizon under one plan, again and again on different luck. Keeps its memory between runs; nothing of one run reaches the next.
 *
 * @example const runner = new Runner(company, market); market.fill(luckKey('seed', 0)); runner.run(outcomes);
 */
export class Runner {
  readonly state: RunState;
  /** Called at the end of every month of play, when somebody wants the story. */
  onMonth: ((m: number, state: RunState, diary: Diary) => void) | undefined;
  private readonly company: Company;
  private readonly mind: DirectorMind;
  private readonly unitOf: Float64Array;
  private readonly reps: RepMind;

  constructor(company: Company, market: MarketLuck) {
    this.company = company;
    this.state = new RunState(company, market);
    this.mind = new DirectorMind(company);
    this.unitOf = Float64Array.from(company.tactics, (tactic) =>
      tactic.unitCounter < 0 ? 0 : Math.max(1e-9, company.beliefs?.baseline[tactic.unitCounter] ?? 1),
    );
    this.reps = new RepMind(company);
    this.state.readyShareAtFirst.set(readyShares(company));
  }

  /**
   * One run on the luck that the market holds.
   *
   * @param outcomes receives the outcomes, in the order of the outcome catalogue; NaN where one is undefined
   */
  run(outcomes: Float64Array): void {
    this.warmUp();
    this.play(outcomes);
  }

  /** The months before play, in which everybody works at baseline and nothing is counted. */
  warmUp(): void {
    this.state.reset();
    this.setOut(this.state.market.luck);
    for (let day = 0; day < this.company.warmUpDays; day++) this.passDay(day);
  }

  /** The months of play and the tail, from the state after the warm-up; measures the outcomes. */
  play(outcomes: Float64Array): void {
    const { state, company } = this;
    state.inPlay = true;
    state.blame.fill(0);
    this.mind.sitDown(state);
    for (let day = company.warmUpDays; day < company.days; day++) this.passDay(day);
    measureOutcomes(state, outcomes);
  }

  private passDay(day: number): void {
    const { state, company, mind, unitOf } = this;
    const { world, policy } = company;
    const { daysPerMonth } = world.calendar;
    state.day = day;
    const dayOfMonth = day % daysPerMonth;
    const m = Math.floor((day - company.warmUpDays) / daysPerMonth);
    const inTail = m > world.horizonMonths - 1;
    if (dayOfMonth === 0) bringOutCollateral(state);
    if (dayOfMonth === 0 && this.reps.holds) signHeld(state);
    if (dayOfMonth % DAYS_PER_WEEK === 0 || inTail) {
      drawVisits(state, day);
      if (state.inPlay && !inTail) {
        if (dayOfMonth === 0) this.reps.beginMonth(state);
        this.reps.decide(state, dayOfMonth);
        this.choose(m, dayOfMonth);
      }
    }
    arrive(state, day);
    const lastDay = dayOfMonth === daysPerMonth - 1;
    if (state.inPlay && !inTail && policy.motive !== 'honest') game(state, day, lastDay, unitOf);
    sell(state, day, this.reps);
    if (lastDay && this.reps.times && m >= 0 && m < world.horizonMonths - 1) pullForward(state, day, this.reps);
    expire(state, day);
    if (!lastDay && day !== company.days - 1) return;
    drawVisits(state, day + 1);
    renew(state, Math.floor(day / daysPerMonth));
    if (inTail) {
      closeTail(state);
      return;
    }
    this.countEffort(m);
    mind.note(state, m);
    const incumbent = state.incumbent;
    const tell = m >= 0 ? this.onMonth : undefined;
    const before = tell && {
      units: state.units.slice(),
      level: state.level.slice(),
      tally: state.tally.slice(),
      employed: state.employed,
    };
    closeMonth(state, m);
    if (tell && before) tell(m, state, this.diaryOf(before, incumbent));
    if (state.incumbent !== incumbent) mind.sitDown(state);
  }

  private setOut(luck: LuckKey): void {
    const { state, company } = this;
    for (let rep = 0; rep < company.seats; rep++) {
      // The first opportunity of each rep is keyed apart from the later ones, which count up from 0.
      state.prospectingGoal[rep] = exponentialFrom(uniform(luck, rep, PURPOSE.prospecting | 1));
      drawSkill(state, rep);
    }
    for (let rep = 0; rep <= company.seats; rep++) trustAnew(state, rep);
  }

  private diaryOf(
    before: { units: Float64Array; level: Float64Array; tally: Float64Array; employed: boolean },
    incumbent: number,
  ): Diary {
    const { state } = this;
    const gained = (index: number) => state.tally[index] - before.tally[index];
    const events: string[] = [];
    if (gained(TALLY.discoveries) > 0) events.push('gaming discovered');
    if (before.employed && (!state.employed || state.incumbent > incumbent)) events.push('director dismissed');
    if (state.incumbent > incumbent) events.push('new director hired');
    return {
      integrityUsd: state.integrityUsd,
      units: before.units,
      level: before.level,
      bonusUsd: gained(TALLY.bonusEarned),
      hollowBonusUsd: gained(TALLY.bonusHollow),
      events,
    };
  }

  private choose(m: number, dayOfMonth: number): void {
    const { state, company, mind } = this;
    const { policy, tactics, world, director } = company;
    if (policy.levels !== undefined) {
      const on = m + 1 >= (policy.fromMonth ?? 1) && m + 1 <= (policy.toMonth ?? Infinity);
      for (let k = 0; k < tactics.length; k++) state.level[k] = on ? policy.levels[k] : tactics[k].productive ? 1 : 0;
      return;
    }
    if (director?.motive === 'scripted' && policy.motive === undefined) this.followScript(m);
    else if (state.employed) mind.decide(state, m, dayOfMonth);
    const { vacancyShare, rampMonths } = world.marketing;
    const since = m - state.hiredMonth;
    const ramps = state.employed && state.incumbent > 0 && since < rampMonths;
    const ramp = ramps ? vacancyShare + ((1 - vacancyShare) * since) / rampMonths : 1;
    for (let k = 0; k < tactics.length; k++) {
      if (state.employed || director === undefined)
        state.level[k] = tactics[k].productive ? ramp * state.planned[k] : state.planned[k];
      else {
        state.level[k] = tactics[k].productive ? vacancyShare : 0;
        state.topUp[k] = 0;
      }
    }
  }

  private followScript(m: number): void {
    const { state, company } = this;
    const { tactics, director } = company;
    for (let k = 0; k < tactics.length; k++) {
      state.planned[k] = tactics[k].productive ? 1 : 0;
      state.topUp[k] = 0;
      for (const line of director!.script) {
        if (line.tactic !== tactics[k].definition.id) continue;
        if (m + 1 < (line.fromMonth ?? 1) || m + 1 > (line.toMonth ?? Infinity)) continue;
        if (line.level !== undefined) state.planned[k] = line.level;
        if (line.topUpTo !== undefined) state.topUp[k] = line.topUpTo;
      }
    }
  }

  /** Adds up what the month's work beyond the baseline cost the director. */
  private countEffort(m: number): void {
    const { state, company } = this;
    const { director, tactics } = company;
    if (m < 0 || director === undefined || !state.employed) return;
    let cost = 0;
    for (let k = 0; k < tactics.length; k++) {
      if (!tactics[k].productive) continue;
      const change = state.planned[k] - 1;
      cost += (0.5 * director.effortCostUsdPerMonth * tactics[k].hoursPerMonth * change * change) / 40;
    }
    state.tally[TALLY.effortCost] += cost;
  }
}

/** What sellers believe of each class of lead before any experience. */
function readyShares(company: Company): Float64Array {
  if (company.classes === SCORE_CLASSES) return classPriors(company.world);
  const { trustReady, trustUnready } = company.world.sales;
  return company.classes === 2
    ? Float64Array.of(0.01, 0.99)
    : Float64Array.of(trustReady / (trustReady + trustUnready));
}
