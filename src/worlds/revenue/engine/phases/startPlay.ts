import { exponentialFrom } from '../../../../random/distributions.ts';
import { uniform } from '../../../../random/luck.ts';
import { PURPOSE } from '../../contract/purposes.ts';
import { TALLY } from '../../contract/tallies.ts';
import type { RunState } from '../state/state.ts';
import { openDeals } from '../views/openDeals.ts';
import { FIRST_IN_PLAY } from './prospecting.ts';

/** Start of the warm-up: accounts of customers signed before it count as sold. */
export function sellEarlier({ company, customers }: RunState): void {
  for (const n of company.contractsBefore.dueInMonth) customers.all.won += n;
}

/**
 * State at the start of play: adds the customers signed before the warm-up, values the open pipeline, and
 * renumbers the draws of prospecting, so that they do not depend on the length of the warm-up. The time to a
 * seller's next own opportunity is memoryless, so drawing it again leaves its distribution as it was.
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
