import { uniform } from '../../../../random/luck.ts';
import { ORIGIN } from '../../contract/labels.ts';
import { PURPOSE } from '../../contract/purposes.ts';
import type { Sales } from '../sales.ts';
import type { RunState } from '../state/state.ts';
import { countLuck, winShareOf } from './chances.ts';
import { countDecided } from './countDecided.ts';
import { lose } from './coverage.ts';
import { win } from './customers.ts';
import { chanceGivenDraw } from './cycle.ts';
import { chooseLine } from './lineChoice.ts';

/** Decides the deals of a position that are fully worked and old enough. */
export function close(state: RunState, seat: number, day: number, sales: Sales): void {
  const { deals, floor } = state;
  const { closeHead, closeTail } = floor.seats;
  const { dueDay, next: nextOf } = deals.rows;
  for (let deal = closeHead[seat]; deal >= 0 && dueDay[deal] <= day; ) {
    const next = nextOf[deal];
    closeHead[seat] = next;
    if (next < 0) closeTail[seat] = -1;
    closeOne(state, seat, deal, sales);
    deal = next;
  }
}

function closeOne(state: RunState, seat: number, deal: number, sales: Sales): void {
  const { company } = state;
  const chance = chooseLine(state, deal, winShareOf(state, deal), sales);
  if (company.policy.expectedDeals) {
    countDecided(state, deal);
    win(state, deal, chance);
    state.watch.dealLost?.(deal, 1 - chance);
    return;
  }
  let proposed = chance;
  if (sales.played.termsProposed && isPlayed(state, seat))
    for (const game of sales.groups[company.groupOfSeat[seat]].moments.termsProposed)
      proposed = game.termsProposed(sales.floor, deal, proposed);
  if (!decide(state, deal, proposed, 1, sales)) {
    lose(state, deal);
    return;
  }
  // A game can keep a won deal from being booked.
  if (sales.played.dealWon && state.shiftsDeals)
    for (const game of sales.groups[company.groupOfSeat[seat]].moments.dealWon)
      if (game.dealWon(sales.floor, deal)) return;
  win(state, deal, 1);
}

/**
 * Pitches a deal and decides it today by its own random draw. Booking or losing it is left to the caller.
 *
 * @param keepShare share of its value that is booked if it is won
 * @returns whether it is won
 */
export function decide(
  state: RunState,
  deal: number,
  chance: number,
  keepShare: number,
  sales: Sales,
): boolean {
  const { company, market, deals } = state;
  const { seat, origin, entity, valueUsd } = deals.rows;
  countDecided(state, deal);
  let pitched = chance;
  if (sales.played.dealPitched && isPlayed(state, seat[deal]))
    for (const game of sales.groups[company.groupOfSeat[seat[deal]]].moments.dealPitched)
      pitched = game.dealPitched(sales.floor, deal, pitched);
  const purpose = origin[deal] === ORIGIN.own ? PURPOSE.ownWin : PURPOSE.win;
  const won = uniform(market.luck, entity[deal], purpose) < pitched;
  countLuck(state, (+won - chanceGivenDraw(state, deal, pitched)) * valueUsd[deal] * keepShare);
  return won;
}

/** Whether the position is held by someone who plays for pay: not before play, and not when vacant. */
export function isPlayed({ inPlay, floor }: RunState, seat: number): boolean {
  return inPlay && floor.seats.capacity[seat] > 0;
}
