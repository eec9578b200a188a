import { exponentialFrom } from '../../../random/distributions.ts';
import { uniform } from '../../../random/luck.ts';
import type { Company } from '../contract/company.ts';
import { DAYS_PER_WEEK } from '../contract/labels.ts';
import { PURPOSE } from '../contract/purposes.ts';
import { takeOver } from '../minds/planner/plannerMind.ts';
import { Diarist, type Diary } from './diary.ts';
import type { Market } from './market/market.ts';
import { arrive, drawVisits } from './phases/arrivals.ts';
import { closeMonth, closeTail } from './phases/closeMonth.ts';
import { bringOutCollateral } from './phases/collateral.ts';
import { askForCoverage, giveUpLost } from './phases/coverage.ts';
import { answerRequests } from './phases/enablement.ts';
import { expire } from './phases/expiry.ts';
import { Gaming } from './phases/gaming.ts';
import { callLeads } from './phases/insideSales.ts';
import { choosePlans, countEffort, countSellersEffort } from './phases/planning.ts';
import { drawTerritories, lobby } from './phases/quotas.ts';
import { renew } from './phases/renewals.ts';
import { addUpWork } from './phases/responses.ts';
import { planHours, sell } from './phases/salesFloor.ts';
import { drawSkill } from './phases/salesForce.ts';
import { sourceDeals } from './phases/sourced.ts';
import { sellEarlier, startPlay } from './phases/startPlay.ts';
import { trustAnew } from './phases/trust.ts';
import { PlanInForce } from './planInForce.ts';
import { SliceBooks } from './sliceBooks.ts';
import { RunState } from './state/state.ts';
import { RunRead } from './views/finishedRun.ts';
import { PlannerSeen } from './views/planners.ts';
import { watchFor } from './watch.ts';

/**
 * Simulation loop: runs one company over its horizon, replicate after replicate. A later plan may replace the
 * first on the way. Buffers are reused, but no state carries over between runs.
 *
 * @example const runner = new Runner(company, market); market.fill(luckKey('seed', 0)); runner.run(outcomes);
 */
export class Runner {
  readonly state: RunState;
  /** Optional callback at the end of every month of play, for narrating a run. */
  onMonth: ((month: number, state: RunState, diaries: readonly Diary[]) => void) | undefined;
  private readonly unitOf: Float64Array;
  private readonly gaming: Gaming;
  private readonly read: RunRead;
  private readonly views: readonly PlannerSeen[];
  /** Number of previous holders of each planner's position, before the month was closed. */
  private readonly incumbents: Int32Array;
  private readonly first: PlanInForce;
  private readonly second: PlanInForce | undefined;
  private plan: PlanInForce;

  constructor(company: Company, market: Market) {
    const { planners, assignments, tactics, beliefs, later } = company;
    const state = new RunState(company, market);
    this.state = state;
    this.first = new PlanInForce(company, state);
    this.second = later && new PlanInForce(later.company, state);
    this.plan = this.first;
    this.gaming = new Gaming(state);
    this.read = new RunRead(state);
    this.views = planners.map((planner) => new PlannerSeen(state, planner));
    this.incumbents = new Int32Array(planners.length);
    this.unitOf = Float64Array.from(assignments, ({ tactic }) => {
      const { unitSlot } = tactics[tactic];
      return unitSlot < 0 ? 0 : Math.max(1e-9, beliefs?.baseline[unitSlot] ?? 1);
    });
    state.watch = watchFor(state);
    const { sliced } = state.company;
    state.slices = sliced.length === 0 ? undefined : new SliceBooks(state, sliced);
  }

  /**
   * One replicate, on the random numbers that the market holds.
   *
   * @param outcomes receives the outcomes, in the order of `company.outcomes`; NaN where one is undefined
   */
  run(outcomes: Float64Array): void {
    this.warmUp();
    this.play(outcomes);
  }

  /** Length of the warm-up that arms can share, in days: everyone works at the baseline and nobody games. */
  get warmUpDays(): number {
    const { company, sales } = this.first;
    // Sellers shift deals in the last month before play already, so that month 1 starts like any later month.
    const { monthEnds, dealWon } = sales.played;
    const shifting = monthEnds || dealWon ? company.world.calendar.daysPerMonth : 0;
    return Math.max(0, company.warmUpDays - shifting);
  }

  /** Warm-up: the months before play. The months' books are discarded. */
  warmUp(): void {
    const { state } = this;
    this.enter(this.first);
    state.reset();
    this.setOut();
    const { warmUpDays } = this;
    for (let day = 0; day < warmUpDays; day++) this.passDay(day);
  }

  /** The months of play and the tail, from the state after the warm-up; measures the outcomes. */
  play(outcomes: Float64Array): void {
    const { state } = this;
    this.enter(this.first);
    const { company, planners, quotaOffShare } = this.plan;
    state.shiftsDeals = true;
    for (let day = this.warmUpDays; day < company.warmUpDays; day++) this.passDay(day);
    state.inPlay = true;
    state.books.blame.fill(0);
    for (let row = 0; row < planners.length; row++) planners[row].startTenure(this.views[row]);
    if (quotaOffShare > 0) lobby(state, quotaOffShare);
    startPlay(state);
    for (let day = company.warmUpDays; day < company.days; day++) this.passDay(day);
    this.measure(outcomes);
  }

  private measure(outcomes: Float64Array): void {
    const measured = this.first.company.outcomes;
    this.read.refresh();
    for (let i = 0; i < measured.length; i++) outcomes[i] = measured[i].measure(this.read);
  }

  private enter(plan: PlanInForce): void {
    this.plan = plan;
    this.state.company = plan.company;
    plan.commissions.reset();
  }

  /** Switches to the later plan: from today, nobody works or games because of the old one. */
  private changePlans(next: PlanInForce): void {
    const { state } = this;
    const before = this.plan;
    this.enter(next);
    const { assignments, tactics } = next.company;
    const { planned, topUp } = state.marketing.assignments;
    for (let a = 0; a < assignments.length; a++)
      planned[a] = tactics[assignments[a].tactic].productive ? 1 : 0;
    topUp.fill(0);
    if (next.quotaOffShare !== state.floor.all.lobbiedShare) lobby(state, next.quotaOffShare);
    next.planners.forEach((mind, row) => {
      takeOver(mind, before.planners[row], this.views[row]);
    });
  }

  private setOut(): void {
    const { state } = this;
    const { company, market, floor } = state;
    for (let seat = 0; seat < company.seats; seat++) {
      // Each seller's first opportunity has a key of its own; later ones count up from 0.
      const u = uniform(market.luck, seat, PURPOSE.prospecting | 1);
      floor.seats.prospectingGoal[seat] = exponentialFrom(u);
      drawSkill(state, seat);
    }
    drawTerritories(state);
    sellEarlier(state);
    for (let seat = 0; seat <= company.seats; seat++) trustAnew(state, seat, company.readyShares);
  }

  private passDay(day: number): void {
    const { state } = this;
    const { world, warmUpDays, later, days } = this.plan.company;
    const { daysPerMonth } = world.calendar;
    state.day = day;
    const dayOfMonth = day % daysPerMonth;
    const isNewMonth = dayOfMonth === 0;
    const isLastDay = dayOfMonth === daysPerMonth - 1;
    const month = Math.floor((day - warmUpDays) / daysPerMonth);
    const inTail = month > world.horizonMonths - 1;
    if (later !== undefined && this.second !== undefined && isNewMonth && month === later.fromMonth)
      this.changePlans(this.second);
    const { sales, callers } = this.plan;
    if (isNewMonth) this.openMonth();
    const isNewWeek = dayOfMonth % DAYS_PER_WEEK === 0;
    if (isNewWeek || inTail) drawVisits(state, day);
    if (isNewWeek) this.decide(month, dayOfMonth, inTail);
    arrive(state, day);
    if (world.enablement.requestsPerOpportunity > 0) answerRequests(state);
    sourceDeals(state, day);
    if (state.marketing.all.isGamed && !inTail) this.gaming.game(month, isLastDay, this.unitOf);
    if (world.inside.reps > 0) callLeads(state, day, callers, sales.floor.leads);
    sell(state, day, sales);
    if (isLastDay && state.shiftsDeals && !inTail) this.askGamesAtMonthEnd();
    expire(state, day);
    if (isLastDay || day === days - 1) this.endMonth(day, month, inTail);
  }

  private openMonth(): void {
    const { state } = this;
    const { sales, company } = this.plan;
    bringOutCollateral(state);
    if (!sales.played.monthBegins) return;
    for (let seat = 0; seat < company.seats; seat++)
      for (const game of sales.groups[company.groupOfSeat[seat]].moments.monthBegins)
        game.monthBegins(sales.floor, seat);
  }

  private askGamesAtMonthEnd(): void {
    const { sales, company } = this.plan;
    if (!sales.played.monthEnds) return;
    for (let seat = 0; seat < company.seats; seat++)
      for (const game of sales.groups[company.groupOfSeat[seat]].moments.monthEnds)
        game.monthEnds(sales.floor, seat);
  }

  /** The first day of a week: those with choices decide; on the first day of a month, everyone does. */
  private decide(month: number, dayOfMonth: number, inTail: boolean): void {
    const { state } = this;
    const { sellers, planners, sales, company } = this.plan;
    const isNewMonth = dayOfMonth === 0;
    const sellersDecide = isNewMonth || this.plan.sellersChoose;
    if (state.inPlay && !inTail) {
      for (const { mind, desk } of sellers) {
        if (isNewMonth) mind.monthBegins(desk);
        if (isNewMonth || mind.choosing) mind.decide(desk);
      }
      if (isNewMonth || this.plan.plannersChoose) {
        const isChanged = choosePlans(state, planners, this.views, { month, dayOfMonth });
        if (isChanged) addUpWork(state);
        state.marketing.all.isGamed = company.policy.motive !== 'honest' && this.gaming.isDue();
      }
    } else if (isNewMonth && !inTail) for (const { mind, desk } of sellers) mind.workAsBefore(desk);
    if (sellersDecide) planHours(state, sales);
    if (state.inPlay && !inTail) countSellersEffort(state, dayOfMonth);
  }

  private endMonth(day: number, month: number, inTail: boolean): void {
    const { state } = this;
    const { company, sales, planners } = this.plan;
    drawVisits(state, day + 1);
    renew(state, Math.floor(day / company.world.calendar.daysPerMonth));
    if (inTail) {
      closeTail(state);
      return;
    }
    if (month >= 0) askForCoverage(state, sales);
    giveUpLost(state);
    if (month >= 0) countEffort(state, month);
    const { incumbents, views } = this;
    const { incumbent } = state.persons.chairs;
    for (let row = 0; row < planners.length; row++) {
      planners[row].monthEnds(views[row], { month, dayOfMonth: 0 });
      incumbents[row] = incumbent[row];
    }
    const diarist = this.onMonth !== undefined && month >= 0 ? new Diarist(state) : undefined;
    closeMonth(state, month, this.plan);
    if (diarist !== undefined) this.onMonth?.(month, state, diarist.write());
    for (let row = 0; row < planners.length; row++)
      if (incumbent[row] !== incumbents[row]) planners[row].startTenure(views[row]);
  }
}
