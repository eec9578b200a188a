import { normalQuantile } from '../../../../core/numeric/normal.ts';
import { exponentialFrom } from '../../../../random/distributions.ts';
import { uniform } from '../../../../random/luck.ts';
import { COUNTER } from '../../contract/counters.ts';
import { PURPOSE } from '../../contract/purposes.ts';
import { BLAME } from '../../contract/tallies.ts';
import type { RunState } from '../state/state.ts';
import { countLuck, plainWinShareOf, soonWon } from './chances.ts';
import { openOwn } from './opening.ts';

/** Number of bits for a position's prospects in an entity's id. */
const PROSPECT_BITS = 14;

/**
 * Prospecting: opportunities arrive as a Poisson process in hours worked, at a mean of one per
 * `prospectingHours` in an average territory.
 */
export function prospect(state: RunState, seat: number, day: number, hours: number): void {
  const { company, market, marketing, floor, books } = state;
  const { sales, buyers } = company.world;
  const { luck } = market;
  const { prospecting, prospectingGoal, prospects, territory } = floor.seats;
  prospecting[seat] += (hours * territory[seat]) / sales.prospectingHours;
  books.month[COUNTER.ownHours] += hours;
  const worth = soonWon(state, day, sales.winShare) * marketing.all.dealMeanUsd;
  countLuck(state, (-worth * hours * territory[seat]) / sales.prospectingHours);
  while (prospecting[seat] >= prospectingGoal[seat]) {
    const entity = (seat << PROSPECT_BITS) | (prospects[seat]++ & ((1 << PROSPECT_BITS) - 1));
    countLuck(state, worth);
    prospectingGoal[seat] += exponentialFrom(uniform(luck, entity, PURPOSE.prospecting));
    const fit = buyers.fitSd === 0 ? 0 : buyers.fitSd * normalQuantile(uniform(luck, entity, PURPOSE.ownFit));
    books.blame[BLAME.ownWins] += plainWinShareOf(state, fit, buyers.readyBar);
    openOwn(state, seat, entity, fit);
  }
}
