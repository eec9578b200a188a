import { exponentialFrom } from '../../../../random/distributions.ts';
import { uniform } from '../../../../random/luck.ts';
import { PURPOSE } from '../../contract/purposes.ts';
import { TALLY } from '../../contract/tallies.ts';
import type { RunState } from '../state/state.ts';
import { openDeals } from '../views/openDeals.ts';
import { FIRST_IN_PLAY } from './prospecting.ts';

/**
 * The first day of play: customers from before the warm-up are there, the deals that are open are valued,
 * and luck is numbered anew, so that the months of play have the same luck after any warm-up. The time to a
 * seller's next own opportunity is exponential, so drawing it again changes nothing else.
 */
export function startPlay(state: RunState): void {
  const { company, customers, floor, books, market } = state;
  const { number } = customers.older;
  number.set(company.contractsBefore.dueInMonth);
  for (const n of number) customers.all.customers += n;
  books.tally[TALLY.openAtStart] = openDeals(state).marginUsd;
  const { prospecting, prospectingGoal, prospects } = floor.seats;
  for (let seat = 0; seat < company.seats; seat++) {
    prospecting[seat] = 0;
    prospects[seat] = FIRST_IN_PLAY;
    prospectingGoal[seat] = exponentialFrom(uniform(market.luck, seat, PURPOSE.prospecting | 2));
  }
}
