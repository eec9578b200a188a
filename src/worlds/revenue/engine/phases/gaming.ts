import { COUNTER, REPORTED } from '../../contract/counters.ts';
import { LEAD, ORIGIN } from '../../contract/labels.ts';
import type { GamingHandle } from '../../contract/lever.ts';
import { slotInThree } from '../../contract/slots.ts';
import { PERSON, PERSON_COUNT } from '../../contract/tallies.ts';
import { RELABEL_CLASSES } from '../state/leads.ts';
import type { RunState } from '../state/state.ts';
import { passToSales } from './handOver.ts';

/** Counters of each source that deals of sales can be claimed for. */
const BOOKS_OF = {
  field: { number: COUNTER.fieldOpportunities, usd: COUNTER.fieldPipelineUsd },
  partner: { number: COUNTER.channelOpportunities, usd: COUNTER.channelPipelineUsd },
};

/** Rounding tolerance for a whole item. */
const ALMOST = 1e-9;

/** Execution of gaming tactics in a run. */
export class Gaming implements GamingHandle {
  private readonly state: RunState;

  constructor(state: RunState) {
    this.state = state;
  }

  /**
   * Executes today's gaming in whole items, pro rata of the plans for the month. Fractions of an item carry
   * over, so that totals are met to within one item.
   *
   * @param month month of play, 0-based
   * @param unitOf honest monthly amount of each assignment's counter: items in one unit of gaming
   */
  game(month: number, isLastDay: boolean, unitOf: Float64Array): void {
    const { company, marketing, books } = this.state;
    const { tactics, assignments, gamingAssignments, world } = company;
    const { level, carry, topUp } = marketing.assignments;
    for (let n = 0; n < gamingAssignments.length; n++) {
      const a = gamingAssignments[n];
      const isToppedUp = isLastDay && topUp[a] > 0;
      if (level[a] === 0 && carry[a] < 1 && !isToppedUp) continue;
      const { lever, unitSlot } = tactics[assignments[a].tactic];
      if (lever.kind !== 'gaming') continue;
      carry[a] += (level[a] * unitOf[a]) / world.calendar.daysPerMonth;
      if (isToppedUp) carry[a] += Math.max(0, topUp[a] - books.month[unitSlot + REPORTED]);
      if (!isLastDay && lever.waitsForMonthEnd?.(world)) continue;
      const whole = Math.floor(carry[a] + ALMOST);
      if (whole < 1) continue;
      const done = lever.execute(this, whole);
      carry[a] -= whole;
      this.account(a, done, unitOf[a], month);
    }
  }

  /** Whether {@link game} has anything to do until levels change. */
  isDue(): boolean {
    const { company, marketing } = this.state;
    const { level, carry, topUp } = marketing.assignments;
    for (let n = 0; n < company.gamingAssignments.length; n++) {
      const a = company.gamingAssignments[n];
      if (level[a] !== 0 || carry[a] >= 1 || topUp[a] !== 0) return true;
    }
    return false;
  }

  report(counter: string, amount: number): void {
    const { company, books } = this.state;
    const slot = slotInThree(company.slots, counter) + REPORTED;
    books.month[slot] += amount;
    this.state.slices?.spread(slot, amount);
  }

  passUnqualified(wanted: number): number {
    const { state } = this;
    const { market, leads, day } = state;
    const { today } = market;
    fileArrivals(state);
    const { relabelHead } = leads.lists;
    let done = 0;
    let listed = 0;
    for (let box = RELABEL_CLASSES - 1; box >= 0 && done < wanted; ) {
      const lead = relabelHead[box];
      if (lead < 0) {
        box--;
        continue;
      }
      relabelHead[box] = leads.rows.next[lead];
      if (leads.rows.status[lead] !== LEAD.unqualified) continue;
      today[listed++] = lead;
      done++;
      if (listed === today.length) {
        passToSales(state, today, listed, day, true);
        listed = 0;
      }
    }
    passToSales(state, today, listed, day, true);
    return done;
  }

  soFar(counter: string): number {
    const { company, books } = this.state;
    return books.month[slotInThree(company.slots, counter) + REPORTED];
  }

  claimSalesDeals(wanted: number, source?: 'field' | 'partner'): number {
    const { company, marketing, deals, books } = this.state;
    const { month } = books;
    const { deal: claims } = marketing.claims;
    const { all } = marketing;
    const { origin, valueUsd } = deals.rows;
    let done = 0;
    while (done < wanted && all.claimFrom < all.claimTo) {
      const deal = claims[all.claimFrom++ % claims.length];
      if (origin[deal] < ORIGIN.own) continue;
      this.state.slices?.begin();
      if (origin[deal] === ORIGIN.taken) {
        // A deal that a seller took from marketing is only taken back.
        month[COUNTER.takenOpportunities] -= 1;
        month[COUNTER.takenPipelineUsd] -= valueUsd[deal];
      }
      month[COUNTER.marketingPipelineUsd + REPORTED] += valueUsd[deal];
      if (source !== undefined) {
        month[BOOKS_OF[source].number + REPORTED] += 1;
        month[BOOKS_OF[source].usd + REPORTED] += valueUsd[deal];
      }
      month[COUNTER.marketingOpportunities + REPORTED] += 1;
      month[COUNTER.effectiveness + REPORTED] += 1 / company.world.marketing.campaignStandardShare;
      this.state.slices?.endDeal(deal);
      done++;
    }
    return done;
  }

  /** Books the cost of the items to the person, who also pays for them, and the hollow amount. */
  private account(a: number, done: number, unit: number, month: number): void {
    const { company, marketing, books, persons } = this.state;
    const { planner, tactic } = company.assignments[a];
    const { priceUsdEach, effortUsdEach, severity, definition } = company.tactics[tactic];
    marketing.assignments.units[a] += done / unit;
    if (definition.fabricates || company.canSanctionStretching)
      books.month[COUNTER.gamedScale] += (severity * done) / unit;
    persons.tallies.sum[planner * PERSON_COUNT + PERSON.gamingEffort] +=
      done * (priceUsdEach + effortUsdEach);
    books.months[books.assignmentsAt + month * company.assignments.length + a] += done;
  }
}

/**
 * Adds newly arrived unqualified leads to the lists for relabelling; each list is newest first. There is one
 * list per score class if the best scores are relabelled first, otherwise a single list.
 */
function fileArrivals({ company, market, leads, day }: RunState): void {
  const { marketing, buyers } = company.world;
  const { status, score, next } = leads.rows;
  const { relabelHead } = leads.lists;
  const bar = company.sqlBar + (company.policy.barShift ?? 0);
  const byScore = marketing.relabelOrder === 'best-score';
  const spread = buyers.readinessSd + marketing.scoreNoiseSd + 1e-9;
  const end = market.dayStart[day + 1];
  for (let lead = leads.filedTo; lead < end; lead++) {
    if (status[lead] !== LEAD.unqualified) continue;
    let box = RELABEL_CLASSES - 1;
    if (byScore) {
      box = Math.floor(RELABEL_CLASSES * (1 - (bar - score[lead]) / (3 * spread)));
      if (box < 0) box = 0;
      if (box > RELABEL_CLASSES - 1) box = RELABEL_CLASSES - 1;
    }
    next[lead] = relabelHead[box];
    relabelHead[box] = lead;
  }
  leads.filedTo = end;
}
