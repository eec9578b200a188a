import { DIMENSIONS, type Dimension } from './dimensions.ts';
import type { RevenueWorld } from './world.ts';

/** One channel, product line or position by which outcomes are told. */
export interface Part {
  readonly dimension: Dimension;
  readonly name: string;
}

/** Those with outcomes of their own, in a comparison of companies that need not have the same. */
export interface Named {
  readonly planners: readonly string[];
  readonly parts: readonly Part[];
}

/** What is counted for each part: the place of each sum in its row. */
export const PART = { leads: 0, opened: 1, decided: 2, wins: 3, bookedUsd: 4, creditedUsd: 5, quotaUsd: 6 };
export const PART_WIDTH = 7;

/** Name of the part that self-sourced deals belong to, beside the channels. */
export const SELF_SOURCED = 'self-sourced';
/** Name of the only line of a company without a price list. */
const ONLY_LINE = 'main';

/** Parts of a company by which its outcomes are told, one row each, in order. */
export function partsOf(world: RevenueWorld): Part[] {
  return DIMENSIONS.filter((dimension) => world.toldBy?.includes(dimension)).flatMap((dimension) =>
    namesOf(world, dimension).map((name) => ({ dimension, name })),
  );
}

function namesOf({ channels, products, sales }: RevenueWorld, dimension: Dimension): string[] {
  if (dimension === 'channel') return [...channels.map(({ name }) => name), SELF_SOURCED];
  if (dimension === 'product') return products.length > 0 ? products.map(({ name }) => name) : [ONLY_LINE];
  return Array.from({ length: sales.reps }, (_, seat) => `${seat + 1}`);
}
