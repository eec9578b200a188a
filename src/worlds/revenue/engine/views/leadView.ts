import { uniform } from '../../../../random/luck.ts';
import type { LeadView } from '../../contract/views.ts';
import type { RunState } from '../state/state.ts';

/** Leads of a run, as catalogue entries see them. */
export class LeadsSeen implements LeadView {
  private readonly state: RunState;

  constructor(state: RunState) {
    this.state = state;
  }

  get day(): number {
    return this.state.day;
  }

  isReady(lead: number): boolean {
    return this.state.leads.rows.isReady[lead] === 1;
  }

  isRelabelled(lead: number): boolean {
    return this.state.leads.rows.isRelabelled[lead] === 1;
  }

  channel(lead: number): number {
    return this.state.market.channelOf(lead);
  }

  ageDays(lead: number): number {
    return this.state.day - this.state.market.dayOf(lead);
  }

  draw(lead: number, purpose: number): number {
    const { luck, entity } = this.state.market;
    return uniform(luck, entity[lead], purpose);
  }
}
