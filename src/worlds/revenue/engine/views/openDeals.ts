import type { OpenDeals } from '../../contract/outcome.ts';
import { winShareOf } from '../phases/chances.ts';
import { laterMarginOf, marginUsdOf } from '../phases/contractWorth.ts';
import { chanceGivenDraw } from '../phases/cycle.ts';
import type { RunState } from '../state/state.ts';

/** The deals open today. */
export function openDeals(state: RunState): OpenDeals {
  const { company, floor, deals } = state;
  const { workHead, closeHead } = floor.seats;
  const { next, valueUsd } = deals.rows;
  let usd = 0;
  let marginUsd = 0;
  let count = 0;
  for (let seat = 0; seat < company.seats; seat++)
    for (const head of [workHead[seat], closeHead[seat]])
      for (let deal = head; deal >= 0; deal = next[deal]) {
        const chance = chanceGivenDraw(state, deal, winShareOf(state, deal));
        usd += chance * valueUsd[deal];
        marginUsd += chance * (marginUsdOf(state, deal) + laterMarginOf(state, deal));
        count++;
      }
  return { count, usd, marginUsd };
}
