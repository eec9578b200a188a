import { type PayoutCurve, payoutAt, payoutCurve } from './payoutCurve.ts';
import type { PayComponent } from './payroll.ts';

/** Smallest change of slope, relative to the steepest part, that makes a kink. */
const STRAIGHT = 1e-9;

/** A curve as a function of what is added to an amount that is there already: P(x + by). */
export function shifted(curve: PayoutCurve, by: number): PayoutCurve {
  if (by === 0) return curve;
  let slope = curve.slope;
  const kinks: { at: number; slopeChange: number; jump: number }[] = [];
  for (let i = 0; i < curve.knots.length; i++) {
    if (curve.knots[i] <= by) slope += curve.slopeChanges[i];
    else kinks.push({ at: curve.knots[i] - by, slopeChange: curve.slopeChanges[i], jump: curve.jumps[i] });
  }
  return payoutCurve(payoutAt(curve, by), slope, kinks);
}

/** A curve kept between a least and a most amount. */
export function limited(curve: PayoutCurve, least: number, most: number): PayoutCurve {
  if (least === -Infinity && most === Infinity) return curve;
  const bounds = [least, most].filter(Number.isFinite);
  const places = [...curve.knots, ...bounds.flatMap((usd) => crossingsOf(curve, usd))];
  const beyond = 2 * Math.max(1, ...places);
  const of = (x: number) => Math.max(least, Math.min(payoutAt(curve, x), most));
  return curveThroughFunction(of, [...places, beyond], [...curve.knots]);
}

/** The curve of a component within its floor and cap. */
export function limitedCurve({ curve, terms }: PayComponent): PayoutCurve {
  return terms === undefined ? curve : limited(curve, terms.floorUsd, terms.capUsd);
}

/** A curve times a factor. */
export function scaled(curve: PayoutCurve, by: number): PayoutCurve {
  if (by === 1) return curve;
  return payoutCurve(
    curve.base * by,
    curve.slope * by,
    [...curve.knots].map((at, i) => ({
      at,
      slopeChange: curve.slopeChanges[i] * by,
      jump: curve.jumps[i] * by,
    })),
  );
}

/** A curve on a metric that is some times larger: P(x / times). */
export function stretched(curve: PayoutCurve, times: number): PayoutCurve {
  if (times === 1) return curve;
  return payoutCurve(
    curve.base,
    curve.slope / times,
    [...curve.knots].map((at, i) => ({
      at: at * times,
      slopeChange: curve.slopeChanges[i] / times,
      jump: curve.jumps[i],
    })),
  );
}

/**
 * A curve of some periods, k, from that of one: k P(x / k).
 *
 * @param perUnit units of the curve's own metric for a unit of x
 */
export function overPeriods(curve: PayoutCurve, k: number, perUnit = 1): PayoutCurve {
  return payoutCurve(
    k * curve.base,
    curve.slope * perUnit,
    [...curve.knots].map((at, i) => ({
      at: (at * k) / perUnit,
      slopeChange: curve.slopeChanges[i] * perUnit,
      jump: curve.jumps[i] * k,
    })),
  );
}

/**
 * A function as a curve: straight lines between given places, from 0 on, and jumps where the function jumps
 * at one of them.
 *
 * @param places where it may bend or jump, in any order
 * @param jumpsAt those of them at which it may jump
 */
export function curveThroughFunction(
  of: (x: number) => number,
  places: readonly number[],
  jumpsAt: readonly number[] = [],
): PayoutCurve {
  const sorted = [...new Set([0, ...places])].filter((place) => place >= 0).sort((a, b) => a - b);
  const jumps = new Set(jumpsAt);
  const at = sorted.map(of);
  const shortOf = sorted.map((x, i) => (jumps.has(x) && x > 0 ? of(x * (1 - 1e-12)) : at[i]));
  const size = Math.max(...at.map(Math.abs));
  const kinks: { at: number; slopeChange: number; jump: number }[] = [];
  let slope = 0;
  let first = 0;
  let steepest = 0;
  for (let i = 0; i + 1 < sorted.length; i++)
    steepest = Math.max(steepest, Math.abs((shortOf[i + 1] - at[i]) / (sorted[i + 1] - sorted[i])));
  for (let i = 0; i < sorted.length; i++) {
    const isLast = i + 1 === sorted.length;
    const next = isLast ? slope : (shortOf[i + 1] - at[i]) / (sorted[i + 1] - sorted[i]);
    const jump = at[i] - shortOf[i];
    if (i === 0) first = next;
    else {
      const bends = Math.abs(next - slope) > STRAIGHT * steepest;
      const leaps = Math.abs(jump) > STRAIGHT * size;
      if (bends || leaps)
        kinks.push({ at: sorted[i], slopeChange: bends ? next - slope : 0, jump: leaps ? jump : 0 });
      if (!bends) continue;
    }
    slope = next;
  }
  return payoutCurve(at[0], first, kinks);
}

/** Places where a rising curve passes an amount, other than in a jump. */
export function crossingsOf(curve: PayoutCurve, usd: number): number[] {
  if (!Number.isFinite(usd)) return [];
  let level = curve.base;
  let slope = curve.slope;
  let from = 0;
  for (let i = 0; i <= curve.knots.length; i++) {
    const to = i < curve.knots.length ? curve.knots[i] : Infinity;
    const end = level + slope * (to - from);
    if (slope > 0 && level <= usd && usd < end) return [from + (usd - level) / slope];
    if (i === curve.knots.length) break;
    level = end + curve.jumps[i];
    slope += curve.slopeChanges[i];
    from = to;
  }
  return [];
}

/** Pay at a value of the metric, or its mean over the values around it, over some width. */
export function meanAround(curve: PayoutCurve, x: number, width: number): number {
  if (width === 0) return payoutAt(curve, x);
  const { base, slope, knots, slopeChanges, jumps } = curve;
  const [low, high] = [x - width / 2, x + width / 2];
  let integral = width * (base + slope * x);
  for (let i = 0; i < knots.length && knots[i] < high; i++) {
    const to = high - knots[i];
    const from = Math.max(0, low - knots[i]);
    integral += (slopeChanges[i] * (to * to - from * from)) / 2 + jumps[i] * (to - from);
  }
  return integral / width;
}
