import { tQuantile } from './tQuantile.ts';

/** Working days around a threshold: those that count, and those on either side that say what is usual. */
export interface Windows {
  /** Days on each side of the threshold in which a shift of events would show. */
  readonly near: number;
  /** Days further away on each side, with which they are compared. */
  readonly far: number;
}

/** Events of one period: their numbers by working day, first day first. */
export type DaysOfPeriod = readonly number[];

/** A bunching of events before the ends of periods, and the same measured where nothing ends. */
export interface PeriodEnds {
  /** Number of ends of periods with enough days on both sides. */
  readonly ends: number;
  /** Events in the last days of these periods, and in as many days at the usual rate of the days before. */
  readonly last: number;
  readonly usualLast: number;
  /** Events in the first days of the periods that follow, and at the usual rate of the days after. */
  readonly first: number;
  readonly usualFirst: number;
  /** Excess before the end and lack after it, averaged, as a share of the usual number. */
  readonly excessShare: number;
  /** The same at the middle of the periods, where nothing ends. */
  readonly placeboShare: number;
  /** Excess less placebo, as a share of the usual number, and its 95% interval. */
  readonly differenceShare: number;
  readonly ci95: readonly [number, number];
}

/**
 * Excess mass of events at the ends of periods, against a placebo threshold at their middle.
 *
 * A shift of events over a threshold adds to the days before it what it takes from the days after it. At
 * each threshold, the events of the `near` days on either side are compared with the rate of the `far` days
 * beyond, each side by itself, so that a different level of the next period is no excess. A trend within
 * periods shows at the middle as well and drops out of the difference.
 *
 * Formula: d = ((N_last - u_last) + (u_first - N_first)) / 2 at the end less the same at the middle, for
 * each period; mean of d over the periods with Student's interval, as a share of the mean of (u_last +
 * u_first) / 2.
 *
 * @returns undefined with fewer than three ends, or without events in the days that say what is usual
 * @source excess mass at a threshold: H. J. Kleven, "Bunching", Annual Review of Economics 8 (2016) 435
 * @example periodEnds(months, { near: 3, far: 4 })?.ci95
 */
export function periodEnds(periods: readonly DaysOfPeriod[], { near, far }: Windows): PeriodEnds | undefined {
  const needed = 2 * (near + far);
  const sums = { last: 0, usualLast: 0, first: 0, usualFirst: 0, end: 0, middle: 0 };
  const differences: number[] = [];
  for (let p = 0; p + 1 < periods.length; p++) {
    const days = periods[p];
    const next = periods[p + 1];
    if (days.length < needed || next.length < near + far) continue;
    const end = shiftAt(days, days.length, next, 0, near, far);
    const middle = Math.floor(days.length / 2);
    const placebo = shiftAt(days, middle, days, middle, near, far);
    sums.last += end.before;
    sums.usualLast += end.usualBefore;
    sums.first += end.after;
    sums.usualFirst += end.usualAfter;
    sums.end += end.shift;
    sums.middle += placebo.shift;
    differences.push(end.shift - placebo.shift);
  }
  const ends = differences.length;
  const usual = (sums.usualLast + sums.usualFirst) / 2;
  if (ends < 3 || !(usual > 0)) return undefined;
  const mean = differences.reduce((sum, each) => sum + each, 0) / ends;
  const half = tQuantile(0.975, ends - 1) * Math.sqrt(varianceOfMean(differences, mean));
  const share = (perEnd: number) => (perEnd * ends) / usual;
  return {
    ends,
    last: sums.last,
    usualLast: sums.usualLast,
    first: sums.first,
    usualFirst: sums.usualFirst,
    excessShare: sums.end / usual,
    placeboShare: sums.middle / usual,
    differenceShare: share(mean),
    ci95: [share(mean - half), share(mean + half)],
  };
}

/**
 * Variance of the mean of neighbouring differences: those of successive periods share the days between the
 * end of one and the middle of the next, so that their covariance counts too.
 */
function varianceOfMean(differences: readonly number[], mean: number): number {
  const n = differences.length;
  let own = 0;
  let withNext = 0;
  for (let i = 0; i < n; i++) {
    own += (differences[i] - mean) * (differences[i] - mean);
    if (i > 0) withNext += (differences[i] - mean) * (differences[i - 1] - mean);
  }
  // The days are shared with the same sign: a negative covariance is noise.
  return (own + 2 * Math.max(0, withNext)) / (n - 1) / n;
}

/** Events on both sides of a threshold against the rates of the days further away. */
function shiftAt(
  left: DaysOfPeriod,
  leftEnd: number,
  right: DaysOfPeriod,
  rightStart: number,
  near: number,
  far: number,
) {
  const sum = (days: DaysOfPeriod, from: number, to: number) => {
    let events = 0;
    for (let day = from; day < to; day++) events += days[day];
    return events;
  };
  const before = sum(left, leftEnd - near, leftEnd);
  const usualBefore = (near / far) * sum(left, leftEnd - near - far, leftEnd - near);
  const after = sum(right, rightStart, rightStart + near);
  const usualAfter = (near / far) * sum(right, rightStart + near, rightStart + near + far);
  return { before, usualBefore, after, usualAfter, shift: (before - usualBefore + usualAfter - after) / 2 };
}
