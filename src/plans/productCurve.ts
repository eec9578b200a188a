import { curveThroughFunction, limited } from './curveParts.ts';
import { type PayoutCurve, payoutAt } from './payoutCurve.ts';

/** Straight lines between two kinks, and how far beyond the last kink a product is followed. */
const PIECES = 8;
const BEYOND = 2;

/**
 * Pay times factors of the same metric, as a curve: gates are factors of 0 and 1. Where two parts slope, the
 * product is approximated by straight lines.
 *
 * @param mostUsd cap on the product
 */
export function productCurve(
  pay: PayoutCurve,
  factors: readonly PayoutCurve[],
  mostUsd = Infinity,
): PayoutCurve {
  if (factors.length === 0 && mostUsd === Infinity) return pay;
  const kinks = [...new Set([pay, ...factors].flatMap(({ knots }) => [...knots]))]
    .filter((knot) => knot > 0)
    .sort((a, b) => a - b);
  const last = kinks.at(-1) ?? 1;
  const ends = [0, ...kinks, BEYOND * last];
  const places = ends.flatMap((end, i) =>
    i === 0
      ? [0]
      : Array.from({ length: PIECES }, (_, k) => ends[i - 1] + ((k + 1) * (end - ends[i - 1])) / PIECES),
  );
  const of = (x: number) => {
    let usd = payoutAt(pay, x);
    for (const factor of factors) usd *= Math.max(0, payoutAt(factor, x));
    return usd;
  };
  const product = curveThroughFunction(of, [...places, ...kinks], kinks);
  return mostUsd === Infinity ? product : limited(product, -Infinity, mostUsd);
}
