import { pow } from '../../../../core/numeric/elementary.ts';
import { normalQuantile } from '../../../../core/numeric/normal.ts';
import { exponentialFrom } from '../../../../random/distributions.ts';
import { uniform } from '../../../../random/luck.ts';
import type { Company } from '../../contract/company.ts';
import { COUNTER } from '../../contract/counters.ts';
import { DAYS_PER_WEEK } from '../../contract/labels.ts';
import { PURPOSE } from '../../contract/purposes.ts';
import { BLAME } from '../../contract/tallies.ts';
import type { RunState } from '../state/state.ts';
import { accountsLeft } from './accountsLeft.ts';
import { countLuck, plainWinShareOf, soonWon } from './chances.ts';
import { openOwn } from './opening.ts';

/** Lower bound on the unsold share of accounts. */
const LEAST_UNSOLD = 0.01;
/** Lower bound on prospecting hours in the law of returns, as a share of the usual hours. */
const LEAST_CROWDING = 0.05;
/** Number of bits for a position's prospects in an entity's id. */
const PROSPECT_BITS = 15;
/** Number of a position's first prospect in play. */
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
  const { worthTimes } = company.products;
  const worth = soonWon(state, day, sales.winShare) * worthTimes * marketing.all.dealMeanUsd;
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
 * Updates `ownHours`, the mean hours of prospecting per opportunity of each seller today. They rise with the
 * hours that the seller prospected recently (updated once a week) and with the share of accounts already won.
 *
 * Formula: prospectingHours / (territory x unsold share) x (n h / (territory x usual))^(1 - elasticity),
 * with h the seller's hours a month, fading over a month, and n the sellers among whom accounts are
 * divided. A month of prospecting then yields opportunities in proportion to h^elasticity.
 */
export function updateProspecting({ company, customers, floor, day }: RunState): void {
  const { calendar, sales } = company.world;
  const { prospectedHours, crowding, territory, ownHours, capacity } = floor.seats;
  const kept = 1 - 1 / calendar.daysPerMonth;
  const left = accountsLeft(company, customers.all.won);
  const hours = sales.prospectingHours / (left > LEAST_UNSOLD ? left : LEAST_UNSOLD);
  const isNewWeek = sales.prospectingElasticity !== 1 && day % DAYS_PER_WEEK === 0;
  const atWork = isNewWeek ? fullTimeAtWork(company, capacity) : 0;
  for (let seat = 0; seat < company.seats; seat++) {
    if (isNewWeek) {
      const held = company.timeShares[seat] * territory[seat];
      const share = (atWork * prospectedHours[seat]) / (held * sales.usualProspectingHours);
      crowding[seat] = pow(Math.max(LEAST_CROWDING, share), 1 - sales.prospectingElasticity);
    }
    prospectedHours[seat] *= kept;
    ownHours[seat] = (hours * crowding[seat]) / territory[seat];
  }
}

/** Sellers at work in full-time equivalents, among whom accounts are divided. */
function fullTimeAtWork({ timeShares }: Company, capacity: Float64Array): number {
  let sum = 0;
  for (let seat = 0; seat < timeShares.length; seat++) if (capacity[seat] > 0) sum += timeShares[seat];
  return sum > 0 ? sum : 1;
}
