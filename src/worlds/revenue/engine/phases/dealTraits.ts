import { ORIGIN } from '../../contract/labels.ts';
import type { RunState } from '../state/state.ts';

/** Size and sales cycle of the deals of a channel, as multiples of those of self-sourced deals. */
export interface DealTraits {
  readonly dealTimes: number;
  readonly cycleTimes: number;
}

const SELF_SOURCED: DealTraits = { dealTimes: 1, cycleTimes: 1 };

/** Traits of the channel that a deal came from. */
export function traitsOf({ company, market, deals }: RunState, deal: number): DealTraits {
  const { origin, entity } = deals.rows;
  return origin[deal] === ORIGIN.own
    ? SELF_SOURCED
    : company.world.channels[market.channelOfEntity(entity[deal])];
}
