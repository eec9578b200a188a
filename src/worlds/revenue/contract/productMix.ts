import type { RevenueWorld } from './world.ts';

/** Averages over a company's product lines. Without any, multiples are 1 and `dealCv` is that of `sales`. */
export interface ProductMix {
  /** Cumulative shares of opportunities by line, ending with 1. */
  readonly ends: Float64Array;
  /** Expected bookings of an opportunity, as a multiple of `winShare` x `dealMeanUsd`. */
  readonly worthTimes: number;
  /** Mean size and margin of a won deal, as multiples of `dealMeanUsd` and `marginShare`. */
  readonly wonTimes: number;
  readonly marginTimes: number;
  /** Coefficient of variation of the size of won deals. */
  readonly dealCv: number;
}

/**
 * Means over product lines.
 *
 * Formula: with shares q, chances c, prices t and margins g of the lines: worth = sum q c t, won = worth /
 * sum q c, margin = sum q c t g / worth, 1 + cv^2 = (1 + dealCv^2) (sum q c t^2 / sum q c) / won^2. Chances
 * are taken as below 1.
 */
export function productMix({ products, sales }: Pick<RevenueWorld, 'products' | 'sales'>): ProductMix {
  const all = products.reduce((sum, { weight }) => sum + weight, 0);
  const ends = new Float64Array(Math.max(1, products.length)).fill(1);
  let passed = 0;
  let chance = 0;
  let worth = 0;
  let margin = 0;
  let square = 0;
  products.forEach(({ weight, dealTimes, chanceTimes, marginTimes }, line) => {
    passed += weight / all;
    if (line < products.length - 1) ends[line] = passed;
    const won = (weight / all) * chanceTimes;
    chance += won;
    worth += won * dealTimes;
    margin += won * dealTimes * marginTimes;
    square += won * dealTimes * dealTimes;
  });
  // Lines of which none is ever won have no mean deal.
  if (!(worth > 0)) return { ends, worthTimes: products.length > 0 ? 0 : 1, ...ONE, dealCv: sales.dealCv };
  const wonTimes = worth / chance;
  const spread = ((1 + sales.dealCv * sales.dealCv) * square) / chance / (wonTimes * wonTimes) - 1;
  return {
    ends,
    worthTimes: worth,
    wonTimes,
    marginTimes: margin / worth,
    dealCv: Math.sqrt(Math.max(0, spread)),
  };
}

const ONE = { wonTimes: 1, marginTimes: 1 };
