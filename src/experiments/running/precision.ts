import { refuse, showValue } from '../../core/messages.ts';
import { type PairedDifference, pairedDifference } from '../../statistics/paired.ts';
import type { Precision } from '../result/bundle.ts';

/** Target precision of the differences in a comparison. */
export interface PrecisionTarget {
  /** As written: `2%` or `50000usd`. */
  readonly text: string;
  /** Maximum half-width of the interval: a share of the reference's mean or an amount. */
  readonly share?: number;
  readonly amount?: number;
}

/** Values of the primary outcome, one per replicate. */
export interface Known {
  /** Every arm but the reference, with its comparison arm. */
  readonly pairs: readonly (readonly [arm: Float64Array, reference: Float64Array])[];
  /** The arm whose mean a share refers to. */
  readonly reference: Float64Array;
}

/** Minimum number of pairs before stopping, and factor by which the sample grows between looks. */
export const LEAST_PAIRS = 100;
const GROWTH = 1.25;

/** Number of pairs at the next look; depends on nothing else, so the number of workers has no influence. */
export function nextLook(pairs: number): number {
  return Math.ceil(GROWTH * pairs);
}

/**
 * Parses a precision: `2%` of the reference's mean, `50000usd`, or a plain number in the outcome's unit.
 *
 * @throws InputError for any other form
 * @example parsePrecision('2%') // { text: '2%', share: 0.02 }
 */
export function parsePrecision(text: string, option = '--precision'): PrecisionTarget {
  const match = /^(\d+(?:\.\d+)?)(%|usd)?$/i.exec(text.trim());
  const value = Number(match?.[1]);
  if (match === null || !(value > 0) || !Number.isFinite(value))
    refuse([
      {
        code: 'usage',
        path: option,
        got: showValue(text),
        expected: 'a part of the reference arm’s mean such as 2%, or an amount such as 50000usd',
      },
    ]);
  return match[2] === '%' ? { text, share: value / 100 } : { text, amount: value };
}

/**
 * Sequential stopping rule with fixed-width intervals. The first look is at 100 pairs, and the sample grows
 * by a quarter between looks. Sampling stops once the half-width of every contrast's simultaneous interval is
 * at most the target.
 *
 * @source Y. S. Chow, H. Robbins, "On the asymptotic theory of fixed-width sequential confidence intervals
 * for the mean", Annals of Mathematical Statistics 36 (1965) 457-462
 */
export class StopRule {
  private readonly target: PrecisionTarget;
  private nextLook = LEAST_PAIRS;

  constructor(target: PrecisionTarget) {
    this.target = target;
  }

  /**
   * @param done pairs so far
   * @param known supplies the values; called at looks only
   * @returns whether to stop
   */
  isEnough(done: number, known: () => Known): boolean {
    if (done < this.nextLook) return false;
    this.nextLook = nextLook(done);
    return this.measure(known()).reached;
  }

  /** Attained precision, for the bundle. */
  measure({ pairs, reference }: Known): Precision {
    let halfWidth = 0;
    for (const [arm, other] of pairs) {
      const difference = pairedDifference(arm, other, 'neutral', pairs.length);
      halfWidth = Math.max(halfWidth, difference === undefined ? Infinity : halfWidthOf(difference));
    }
    const aimed = this.target.amount ?? (this.target.share ?? 0) * Math.abs(meanOf(reference));
    return {
      target: this.target.text,
      aimed,
      ...(Number.isFinite(halfWidth) ? { halfWidth } : {}),
      reached: halfWidth <= aimed,
    };
  }
}

function halfWidthOf({ ci95Simultaneous: [low, high] }: PairedDifference): number {
  return (high - low) / 2;
}

/** Mean of the defined values; 0 if there are none. */
function meanOf(values: Float64Array): number {
  let sum = 0;
  let n = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    sum += value;
    n++;
  }
  return sum / Math.max(1, n);
}
