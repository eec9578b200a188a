import { COUNTER } from '../../contract/counters.ts';
import { PART } from '../../contract/parts.ts';
import type { RunState } from '../state/state.ts';
import { countPart } from './countParts.ts';

/** Counts a deal that is decided, one way or the other. */
export function countDecided(state: RunState, deal: number): void {
  state.slices?.begin();
  state.books.month[COUNTER.decided] += 1;
  state.slices?.endDeal(deal);
  countPart(state, deal, PART.decided, 1);
}
