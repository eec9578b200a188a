import { refuse, showValue } from '../core/messages.ts';
import { pairedDifference } from '../statistics/paired.ts';

/** How exactly a comparison is to know its differences. */
export interface PrecisionTarget {
  /** As it was written: `2%` or `50000usd`. */
  readonly text: string;
  /** Largest half-width of the interval, in parts of the reference's mean, or in the outcome's unit. */
  readonly share?: number;
  readonly amount?: number;
}

/** What became of it. */
export interface Precision {
  readonly target: string;
  /** Half-width that was aimed at, and the largest one there is, in the outcome's unit; absent where some arm has no difference. */
  readonly aimed: number;
  readonly halfWidth?: number;
  readonly reached: boolean;
}

/** What is known of the asked outcome, one value a replicate. */
export interface Sample {
  /** Of every arm, and of the one that it is compared with. */
  readonly pairs: readonly (readonly [arm: Float64Array, reference: Float64Array])[];
  /** Of the arm whose mean a share is taken of. */
  readonly reference: Float64Array;
}

/** Fewest pairs before a comparison may stop, and how much larger the sample is at each next look. */
export const LEAST_PAIRS = 100;
const GROWTH = 1.25;

/** The number of pairs at which a comparison is looked at next: it depends on nothing else, so that the number of workers changes nothing. */
export function nextLook(pairs: number): number {
  return Math.ceil(GROWTH * pairs);
}

/**
 * Reads a precision: `2%` of the reference's mean, `50000usd`, or a plain number in the outcome's unit.
 *
 * @throws InputError when it is none
 * @example parsePrecision('2%') // { text: '2%', share: 0.02 }
 */
export function parsePrecision(text: string, option = '--precision'): PrecisionTarget {
  const match = /^(\d+(?:\.\d+)?)(%|usd)?$/i.exec(text.trim());
  const value = Number(match?.[1]);
  if (match === null || !(value > 0) || !Number.isFinite(value)) {
    refuse([
      {
        code: 'usage',
        path: option,
        got: showValue(text),
        expected: 'a part of the reference arm’s mean such as 2%, or an amount such as 50000usd',
      },
    ]);
  }
  return match[2] === '%' ? { text, share: value / 100 } : { text, amount: value };
}

/**
 * Decides when a comparison has run enough pairs: at looks that lie a quarter farther apart each time, from 100 pairs on, once every contrast's interval (valid for all
 * together) is at most the target either side of its mean. Looks depend on the number of pairs only, so that the number of workers changes nothing.
 *
 * @source Y. S. Chow, H. Robbins, "On the asymptotic theory of fixed-width sequential confidence intervals for the mean", Annals of Mathematical Statistics 36 (1965) 457-462
 */
export class StopRule {
  private readonly target: PrecisionTarget;
  private nextLook = LEAST_PAIRS;

  constructor(target: PrecisionTarget) {
    this.target = target;
  }

  /**
   * @param done pairs so far
   * @param sample reads what is known: asked for at looks only
   * @returns whether to stop
   */
  isEnough(done: number, sample: () => Sample): boolean {
    if (done < this.nextLook) return false;
    this.nextLook = nextLook(done);
    return this.measure(sample()).reached;
  }

  /** What was reached, for the bundle. */
  measure({ pairs, reference }: Sample): Precision {
    let halfWidth = 0;
    let mean = 0;
    let n = 0;
    for (const value of reference) {
      if (Number.isNaN(value)) continue;
      mean += value;
      n++;
    }
    mean /= Math.max(1, n);
    for (const [arm, other] of pairs) {
      const difference = pairedDifference(arm, other, 'neutral', pairs.length);
      halfWidth = Math.max(
        halfWidth,
        difference === undefined
          ? Infinity
          : (difference.ci95Simultaneous[1] - difference.ci95Simultaneous[0]) / 2,
      );
    }
    const aimed = this.target.amount ?? (this.target.share ?? 0) * Math.abs(mean);
    const known = Number.isFinite(halfWidth) ? { halfWidth } : {};
    return { target: this.target.text, aimed, ...known, reached: halfWidth <= aimed };
  }
}
