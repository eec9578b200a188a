import { ORIGIN } from '../../contract/labels.ts';
import { FIRST_SOURCE, PART, PART_WIDTH } from '../../contract/parts.ts';
import { channelOfEntity } from '../market/leadIds.ts';
import type { RunState } from '../state/state.ts';

/** Adds an amount to a deal's channel, product line and seller, if reported; only in the months of play. */
export function countPart(state: RunState, deal: number, measure: number, amount: number): void {
  const { partRows } = state.company;
  if (partRows === undefined || !state.inMonths) return;
  const { seat, product, origin, entity } = state.deals.rows;
  const { parts } = state.books;
  const { channel, product: line, seller } = partRows;
  if (channel >= 0) {
    const own = state.company.world.channels.length;
    let source = own;
    if (origin[deal] !== ORIGIN.own) {
      source = channelOfEntity(entity[deal]);
      if (source >= FIRST_SOURCE) source += own + 1 - FIRST_SOURCE;
    }
    parts[(channel + source) * PART_WIDTH + measure] += amount;
  }
  if (line >= 0) parts[(line + product[deal]) * PART_WIDTH + measure] += amount;
  countSeller(state, seat[deal], measure, amount, seller);
}

/** Adds an amount to a sales position, if reported. Positions opened during the run are left out. */
export function countSeller(
  state: RunState,
  seat: number,
  measure: number,
  amount: number,
  row = state.company.partRows?.seller ?? -1,
): void {
  if (row >= 0 && state.inMonths && seat < state.company.world.sales.reps)
    state.books.parts[(row + seat) * PART_WIDTH + measure] += amount;
}

/** Counts the day's leads by channel, if reported. */
export function countLeads(state: RunState, arrived: number): void {
  const row = state.company.partRows?.channel ?? -1;
  if (row < 0 || !state.inMonths) return;
  const { market, books } = state;
  for (let n = 0; n < arrived; n++)
    books.parts[(row + market.channelOf(market.today[n])) * PART_WIDTH + PART.leads] += 1;
}
