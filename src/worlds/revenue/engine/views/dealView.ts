import { uniform } from '../../../../random/luck.ts';
import { ORIGIN } from '../../contract/labels.ts';
import type { DealPurposes } from '../../contract/purposes.ts';
import type { DealView } from '../../contract/views.ts';
import type { RunState } from '../state/state.ts';

/** Deals of a run, as catalogue entries see them. */
export class DealsSeen implements DealView {
  protected readonly state: RunState;

  constructor(state: RunState) {
    this.state = state;
  }

  get day(): number {
    return this.state.day;
  }

  valueUsd(deal: number): number {
    return this.state.deals.rows.valueUsd[deal];
  }

  isReady(deal: number): boolean {
    return this.state.deals.rows.isReady[deal] === 1;
  }

  isRelabelled(deal: number): boolean {
    const origin = this.state.deals.rows.origin[deal];
    return origin === ORIGIN.relabelled || origin === ORIGIN.takenRelabelled;
  }

  isOwn(deal: number): boolean {
    return this.state.deals.rows.origin[deal] === ORIGIN.own;
  }

  seat(deal: number): number {
    return this.state.deals.rows.seat[deal];
  }

  openedDay(deal: number): number {
    return this.state.deals.rows.openedDay[deal];
  }

  waitedDays(deal: number): number {
    return this.state.deals.rows.waitedDays[deal];
  }

  draw(deal: number, { fromLead, own }: DealPurposes): number {
    const { market, deals } = this.state;
    return uniform(market.luck, deals.rows.entity[deal], this.isOwn(deal) ? own : fromLead);
  }
}
