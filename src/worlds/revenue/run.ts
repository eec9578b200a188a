import { exponentialFrom } from '../../random/distributions.ts';
import { type LuckKey, uniform } from '../../random/luck.ts';
import { classPriors } from './classPriors.ts';
import type { Company } from './company.ts';
import { DirectorMind } from './directorMind.ts';
import type { MarketLuck } from './marketLuck.ts';
import { measureOutcomes } from './measureOutcomes.ts';
import { bringOutCollateral } from './phases/collateral.ts';
import { askForCoverage, giveUpLost } from './phases/coverage.ts';
import { expire, renew } from './phases/customers.ts';
import { pullForward, signHeld } from './phases/dealTiming.ts';
import { game, isGamed } from './phases/gaming.ts';
import { callLeads } from './phases/insideSales.ts';
import { arrive, drawVisits } from './phases/market.ts';
import { closeMonth, closeTail } from './phases/monthEnd.ts';
import { planHours, sell } from './phases/salesFloor.ts';
import { drawSkill, drawTerritories, lobby } from './phases/salesForce.ts';
import { trustAnew } from './phases/trust.ts';
import { PURPOSE } from './purposes.ts';
import { RepMind } from './repMind.ts';
import { RepPay } from './repPay.ts';
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
  private readonly unitOf: Float64Array;
  private readonly first: Era;
  private readonly second: Era | undefined;
  private era: Era;

  constructor(company: Company, market: MarketLuck) {
    this.state = new RunState(company, market);
    this.first = eraOf(company, this.state.repPay);
    this.second = company.later && eraOf(company.later.company, new RepPay(company.later.company));
    this.era = this.first;
    this.unitOf = Float64Array.from(company.tactics, (tactic) =>
      tactic.unitCounter < 0 ? 0 : Math.max(1e-9, company.beliefs?.baseline[tactic.unitCounter] ?? 1),
    );
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
    this.enter(this.first);
    this.state.reset();
    this.setOut(this.state.market.luck);
    for (let day = 0; day < this.era.company.warmUpDays; day++) this.passDay(day);
  }

  /** The months of play and the tail, from the state after the warm-up; measures the outcomes. */
  play(outcomes: Float64Array): void {
    this.enter(this.first);
    const { state, era } = this;
    const { company } = era;
    state.inPlay = true;
    state.blame.fill(0);
    era.mind.sitDown(state);
    if (era.reps.lobbiedShare > 0) lobby(state, era.reps.lobbiedShare);
    for (let day = company.warmUpDays; day < company.days; day++) this.passDay(day);
    measureOutcomes(state, outcomes);
  }

  /** The company under one of its plans, and the people who decide under it. */
  private enter(era: Era): void {
    this.era = era;
    this.state.company = era.company;
    this.state.repPay = era.repPay;
  }

  /** From today everybody is paid by the later plan: nobody games or works differently because of the old one any more. */
  private changePlans(next: Era): void {
    const { state } = this;
    const { mind } = this.era;
    this.enter(next);
    const { tactics } = next.company;
    for (let k = 0; k < tactics.length; k++) state.planned[k] = tactics[k].productive ? 1 : 0;
    state.topUp.fill(0);
    if (next.reps.lobbiedShare !== state.lobbiedShare) lobby(state, next.reps.lobbiedShare);
    next.mind.takeOver(mind, state);
  }

  private passDay(day: number): void {
    const { state, unitOf } = this;
    const { world, policy, warmUpDays, later } = this.era.company;
    const { daysPerMonth } = world.calendar;
    state.day = day;
    const dayOfMonth = day % daysPerMonth;
    const isNewMonth = dayOfMonth === 0;
    const m = Math.floor((day - warmUpDays) / daysPerMonth);
    if (later !== undefined && this.second !== undefined && isNewMonth && m === later.fromMonth)
      this.changePlans(this.second);
    const { company, mind, reps } = this.era;
    const inTail = m > world.horizonMonths - 1;
    if (isNewMonth) bringOutCollateral(state);
    if (isNewMonth && reps.holds) signHeld(state);
    const isNewWeek = dayOfMonth % DAYS_PER_WEEK === 0;
    if (isNewWeek || inTail) drawVisits(state, day);
    if (isNewWeek) {
      // Who does not choose, because of a script, say, changes nothing between two months.
      const sellersDecide = isNewMonth || reps.choosing;
      if (state.inPlay && !inTail) {
        if (isNewMonth) reps.beginMonth(state);
        if (sellersDecide) reps.decide(state, dayOfMonth);
        if (isNewMonth || mind.choosing) {
          this.choose(m, dayOfMonth);
          state.isMoving = true;
          state.isGamed = policy.motive !== 'honest' && isGamed(state);
        }
      }
      if (sellersDecide) planHours(state, reps);
    }
    arrive(state, day);
    const lastDay = dayOfMonth === daysPerMonth - 1;
    if (state.isGamed && !inTail) game(state, day, lastDay, unitOf);
    if (world.inside.reps > 0) callLeads(state, day);
    sell(state, day, reps);
    if (lastDay && reps.times && m >= 0 && m < world.horizonMonths - 1) pullForward(state, day, reps);
    expire(state, day);
    if (!lastDay && day !== company.days - 1) return;
    drawVisits(state, day + 1);
    renew(state, Math.floor(day / daysPerMonth));
    if (inTail) {
      closeTail(state);
      return;
    }
    if (m >= 0) askForCoverage(state, reps);
    giveUpLost(state);
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
    const { state } = this;
    const { company } = this.era;
    for (let rep = 0; rep < company.seats; rep++) {
      // The first opportunity of each rep is keyed apart from the later ones, which count up from 0.
      state.prospectingGoal[rep] = exponentialFrom(uniform(luck, rep, PURPOSE.prospecting | 1));
      drawSkill(state, rep);
    }
    drawTerritories(state);
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
    if (before.employed && (!state.employed || state.incumbent > incumbent))
      events.push('director dismissed');
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
    const { state } = this;
    const { company, mind } = this.era;
    const { policy, tactics, world, director } = company;
    if (policy.levels !== undefined) {
      const on = m + 1 >= (policy.fromMonth ?? 1) && m + 1 <= (policy.toMonth ?? Infinity);
      for (let k = 0; k < tactics.length; k++)
        state.level[k] = on ? policy.levels[k] : tactics[k].productive ? 1 : 0;
      return;
    }
    if (director?.motive === 'scripted' && policy.motive === undefined) this.followScript(m);
    else if (state.employed) mind.decide(state, m, dayOfMonth);
    const { vacancyShare, rampMonths } = world.marketing;
    const since = m - state.hiredMonth;
    const ramps = state.employed && state.incumbent > 0 && since < rampMonths;
    const ramp = ramps ? vacancyShare + ((1 - vacancyShare) * since) / rampMonths : 1;
    for (let k = 0; k < tactics.length; k++) {
      // What takes no hours is nobody's work, and does not stop with anybody.
      if (tactics[k].productive && tactics[k].hoursPerMonth === 0) state.level[k] = 1;
      else if (state.employed || director === undefined)
        state.level[k] = tactics[k].productive ? ramp * state.planned[k] : state.planned[k];
      else {
        state.level[k] = tactics[k].productive ? vacancyShare : 0;
        state.topUp[k] = 0;
      }
    }
  }

  private followScript(m: number): void {
    const { state } = this;
    const { company } = this.era;
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
    const { state } = this;
    const { company } = this.era;
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

/** What is in force under one plan. */
interface Era {
  readonly company: Company;
  readonly mind: DirectorMind;
  readonly reps: RepMind;
  readonly repPay: RepPay;
}

function eraOf(company: Company, repPay: RepPay): Era {
  return { company, mind: new DirectorMind(company), reps: new RepMind(company), repPay };
}

/** What sellers believe of each class of lead before any experience. */
function readyShares(company: Company): Float64Array {
  if (company.classes === SCORE_CLASSES) return classPriors(company.world);
  const { trustReady, trustUnready } = company.world.sales;
  return company.classes === 2
    ? Float64Array.of(0.01, 0.99)
    : Float64Array.of(trustReady / (trustReady + trustUnready));
}
