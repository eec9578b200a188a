import { pow } from '../../../../core/numeric/elementary.ts';
import { normalQuantile } from '../../../../core/numeric/normal.ts';
import { exponentialFrom } from '../../../../random/distributions.ts';
import { uniform } from '../../../../random/luck.ts';
import { COUNTER } from '../../contract/counters.ts';
import { PURPOSE } from '../../contract/purposes.ts';
import { BLAME } from '../../contract/tallies.ts';
import type { RunState } from '../state/state.ts';
import { countLuck, plainWinShareOf, soonWon } from './chances.ts';
import { openOwn } from './opening.ts';

/** Least share of unsold accounts that prospecting reckons with. */
const LEAST_UNSOLD = 0.01;
/** Least hours of prospecting that returns are reckoned at, as a share of the usual hours. */
const LEAST_CROWDING = 0.05;
const DAYS_PER_WEEK = 5;
/** Number of bits for a position's prospects in an entity's id. */
const PROSPECT_BITS = 15;
/** What a position's first prospect in play is numbered. */
export const FIRST_IN_PLAY = 1 << (PROSPECT_BITS - 1);

/**
 * Prospecting: opportunities arrive as a Poisson process in hours worked, at a mean of one per
 * `ownHours`.
 */
export function prospect(state: RunState, seat: number, day: number, hours: number): void {
  const { company, market, marketing, floor, books } = state;
  const { sales, buyers } = company.world;
  const { luck } = market;
  const { prospecting, prospectingGoal, prospects } = floor.seats;
  const found = hours / floor.seats.ownHours[seat];
  floor.seats.prospectedHours[seat] += hours;
  prospecting[seat] += found;
  books.month[COUNTER.ownHours] += hours;
  const worth = soonWon(state, day, sales.winShare) * marketing.all.dealMeanUsd;
  countLuck(state, -worth * found);
  while (prospecting[seat] >= prospectingGoal[seat]) {
    const entity = (seat << PROSPECT_BITS) | (prospects[seat]++ & ((1 << PROSPECT_BITS) - 1));
    countLuck(state, worth);
    prospectingGoal[seat] += exponentialFrom(uniform(luck, entity, PURPOSE.prospecting));
    const fit = buyers.fitSd === 0 ? 0 : buyers.fitSd * normalQuantile(uniform(luck, entity, PURPOSE.ownFit));
    books.blame[BLAME.ownWins] += plainWinShareOf(state, fit, buyers.readyBar);
    openOwn(state, seat, entity, fit);
  }
}

/**
 * Hours in which each seller finds an opportunity today: `ownHours`. They rise with what the seller has
 * prospected lately, noticed once a week, and as the accounts left become fewer.
 *
 * Formula: prospectingHours / (territory x unsold share) x (n h / (territory x usual))^(1 - elasticity), with
 * h the seller's hours a month, fading over a month, and n the sellers among whom accounts are divided. Then
 * what a month finds is in proportion to h^elasticity.
 */
export function reckonProspecting({ company, customers, floor, day }: RunState): void {
  const { calendar, sales, market } = company.world;
  const { prospectedHours, crowding, territory, ownHours } = floor.seats;
  const kept = 1 - 1 / calendar.daysPerMonth;
  const left = 1 - customers.all.won / market.accounts;
  const hours = sales.prospectingHours / (left > LEAST_UNSOLD ? left : LEAST_UNSOLD);
  const isNoticed = sales.prospectingElasticity !== 1 && day % DAYS_PER_WEEK === 0;
  for (let seat = 0; seat < company.seats; seat++) {
    if (isNoticed) {
      const share = (sales.reps * prospectedHours[seat]) / (territory[seat] * sales.usualProspectingHours);
      crowding[seat] = pow(Math.max(LEAST_CROWDING, share), 1 - sales.prospectingElasticity);
    }
    prospectedHours[seat] *= kept;
    ownHours[seat] = (hours * crowding[seat]) / territory[seat];
  }
}
