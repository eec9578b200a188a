import type { PayoutCurve } from '../../../../plans/payoutCurve.ts';
import type { Expectation, Floor } from '../../contract/game.ts';
import { judgedMonthsOf } from '../../contract/judging.ts';
import { LINE } from '../../contract/labels.ts';
import { TALLY } from '../../contract/tallies.ts';
import type { LeadView } from '../../contract/views.ts';
import type { Commissions } from '../commissions.ts';
import { creditedUsd, winShareOf } from '../phases/chances.ts';
import { decide } from '../phases/closing.ts';
import { lose } from '../phases/coverage.ts';
import { win } from '../phases/customers.ts';
import { chanceWonBefore } from '../phases/cycle.ts';
import { chooseLine } from '../phases/lineChoice.ts';
import type { Sales } from '../sales.ts';
import type { RunState } from '../state/state.ts';
import { DealsSeen } from './dealView.ts';
import { LeadsSeen } from './leadView.ts';

/** The sales floor of a run, for use by games and sellers' minds. */
export class FloorSeen extends DealsSeen implements Floor {
  readonly leads: LeadView;
  /** Groups and games of the view's own plan; set after construction, since they hold this view. */
  sales: Sales | undefined;
  private readonly commissions: Commissions;

  constructor(state: RunState, commissions: Commissions) {
    super(state);
    this.leads = new LeadsSeen(state);
    this.commissions = commissions;
  }

  get seats(): number {
    return this.state.floor.all.seats;
  }

  isFilled(seat: number): boolean {
    return this.state.floor.seats.capacity[seat] > 0;
  }

  capacityShare(seat: number): number {
    return this.state.floor.seats.capacity[seat];
  }

  ability(seat: number): number {
    const { skill, territory } = this.state.floor.seats;
    return skill[seat] * territory[seat];
  }

  territory(seat: number): number {
    return this.state.floor.seats.territory[seat];
  }

  recentAttainment(seat: number): number {
    return this.state.floor.seats.record[seat];
  }

  judgedMonths(seat: number): number {
    const { company, day, floor } = this.state;
    const { careers, hired } = floor.seats;
    const month = Math.floor(day / company.world.calendar.daysPerMonth);
    return Math.max(0, judgedMonthsOf(company, careers[seat], hired[seat], month - 1));
  }

  judgedUsd(seat: number): number {
    const { totalUsd, judgedFromUsd } = this.state.floor.seats;
    return totalUsd[seat] - judgedFromUsd[seat];
  }

  commission(seat: number): PayoutCurve {
    return this.commissions.worthOf(this.state, seat);
  }

  commissionNext(seat: number): PayoutCurve {
    return this.commissions.nextWorthOf(this.state, seat);
  }

  bookingsUntil(seat: number, day: number, undecidedFactor: number, into: Expectation): void {
    const { state } = this;
    const { closeHead, workHead, bookedUsd } = state.floor.seats;
    const { next, line } = state.deals.rows;
    let mean = bookedUsd[seat];
    let variance = 0;
    for (let queue = 0; queue < 2; queue++) {
      for (let deal = queue === 0 ? closeHead[seat] : workHead[seat]; deal >= 0; deal = next[deal]) {
        const chance = chanceWonBefore(state, deal, day);
        if (chance === 0) continue;
        const factor = (line[deal] & LINE.decided) > 0 ? 1 : undecidedFactor;
        const credited = factor * creditedUsd(state, deal);
        mean += chance * credited;
        variance += chance * (1 - chance) * credited * credited;
      }
    }
    into.sureUsd = bookedUsd[seat];
    into.meanUsd = mean;
    into.variance = variance;
  }

  bookedUsd(seat: number): number {
    return this.state.floor.seats.bookedUsd[seat];
  }

  creditedUsd(deal: number): number {
    return creditedUsd(this.state, deal);
  }

  winChance(deal: number): number {
    return winShareOf(this.state, deal);
  }

  daysToDecision(deal: number): number {
    const { day, deals } = this.state;
    return deals.rows.dueDay[deal] - day;
  }

  scaleValue(deal: number, times: number): void {
    this.state.deals.rows.valueUsd[deal] *= times;
  }

  sour(deal: number, churnShare: number, satisfactionLoss: number): void {
    this.state.deals.rows.churnShift[deal] += churnShare;
    this.state.deals.rows.satisfactionLoss[deal] += satisfactionLoss;
  }

  countWhenWon(deal: number, slot: number): void {
    const mark = this.state.company.markedSlots.indexOf(slot);
    if (mark < 0)
      throw new RangeError(`no game declares the counter at slot ${slot} that it counts deals in`);
    this.state.deals.rows.marks[deal] |= 1 << mark;
  }

  count(slot: number, amount: number): void {
    this.state.books.month[slot] += amount;
  }

  fine(usd: number): void {
    this.state.books.tally[TALLY.sellerPay] -= usd;
  }

  chooseLine(deal: number, chance: number): number {
    return chooseLine(this.state, deal, chance, this.sales!);
  }

  decide(deal: number, chance: number, keepShare: number): boolean {
    return decide(this.state, deal, chance, keepShare, this.sales!);
  }

  book(deal: number): void {
    win(this.state, deal, 1);
  }

  lose(deal: number): void {
    lose(this.state, deal);
  }

  eachWaitingDeal(seat: number, take: (deal: number) => boolean): void {
    const { closeHead, closeTail } = this.state.floor.seats;
    const { next: nextOf } = this.state.deals.rows;
    let previous = -1;
    for (let deal = closeHead[seat]; deal >= 0; ) {
      const next = nextOf[deal];
      if (take(deal)) {
        if (previous < 0) closeHead[seat] = next;
        else nextOf[previous] = next;
        if (next < 0) closeTail[seat] = previous;
      } else previous = deal;
      deal = next;
    }
  }

  hold(deal: number): void {
    const { seat, next } = this.state.deals.rows;
    const { heldHead } = this.state.floor.seats;
    next[deal] = heldHead[seat[deal]];
    heldHead[seat[deal]] = deal;
  }

  heldUsd(seat: number): number {
    const { next } = this.state.deals.rows;
    let usd = 0;
    for (let deal = this.state.floor.seats.heldHead[seat]; deal >= 0; deal = next[deal])
      usd += creditedUsd(this.state, deal);
    return usd;
  }

  releaseHeld(seat: number, release: (deal: number) => void): void {
    const { heldHead } = this.state.floor.seats;
    const { next: nextOf } = this.state.deals.rows;
    let deal = heldHead[seat];
    heldHead[seat] = -1;
    while (deal >= 0) {
      const next = nextOf[deal];
      release(deal);
      deal = next;
    }
  }
}
