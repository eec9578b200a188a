import { uniform } from '../../../../random/luck.ts';
import { ORIGIN } from '../../contract/labels.ts';
import { PURPOSE } from '../../contract/purposes.ts';
import { channelOfEntity } from '../market/leadIds.ts';
import type { RunState } from '../state/state.ts';

/** Draws the product line that an opportunity is about; 0 if there are no lines. */
export function drawProduct({ company, market, deals }: RunState, deal: number): void {
  const { ends } = company.products;
  const { entity, origin, product } = deals.rows;
  let line = 0;
  if (ends.length > 1) {
    const purpose = origin[deal] === ORIGIN.own ? PURPOSE.ownProduct : PURPOSE.product;
    const u = uniform(market.luck, entity[deal], purpose);
    while (line < ends.length - 1 && u >= ends[line]) line++;
  }
  product[deal] = line;
}

/** Deal size of a deal's channel, as a multiple of that of self-sourced deals. */
export function channelTimes({ company, deals }: RunState, deal: number): number {
  const { origin, entity } = deals.rows;
  if (origin[deal] === ORIGIN.own) return 1;
  return sourceOf(company, origin[deal], entity[deal]).dealTimes;
}

/** Deal-size and cycle multiples of a deal’s source; not for deals that the seller sourced. */
function sourceOf(
  { world }: RunState['company'],
  origin: number,
  entity: number,
): { readonly dealTimes: number; readonly cycleTimes: number } {
  if (origin === ORIGIN.field) return world.field;
  if (origin === ORIGIN.partner) return world.partners;
  return world.channels[channelOfEntity(entity)];
}

/** Sales cycle of a deal as a multiple of the usual one, by its channel and product line. */
export function cycleTimesOf({ company, deals }: RunState, deal: number): number {
  const { origin, entity, product } = deals.rows;
  const { products } = company.world;
  const times = products.length > 0 ? products[product[deal]].cycleTimes : 1;
  if (origin[deal] === ORIGIN.own) return times;
  return times * sourceOf(company, origin[deal], entity[deal]).cycleTimes;
}

/** Win chance of a deal's product line, as a multiple. */
export function chanceTimesOf({ company, deals }: RunState, deal: number): number {
  const { products } = company.world;
  return products.length > 0 ? products[deals.rows.product[deal]].chanceTimes : 1;
}

/** Price of a deal's product line, as a multiple of the company's `dealMeanUsd`. */
export function priceTimesOf({ company, deals }: RunState, deal: number): number {
  const { products } = company.world;
  return products.length > 0 ? products[deals.rows.product[deal]].dealTimes : 1;
}

/** Gross margin of a deal's product line, as a multiple of `customers.marginShare`. */
export function marginTimesOf({ company, deals }: RunState, deal: number): number {
  const { products } = company.world;
  return products.length > 0 ? products[deals.rows.product[deal]].marginTimes : 1;
}
