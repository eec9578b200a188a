/** Points of one coordinate, from 0 on. */
export interface Axis {
  readonly points: number;
  readonly step: number;
}

/** Coordinates of a state: balance of a draw, commission earned this year, bookings so far. */
export interface WorthAxes {
  readonly balance: Axis;
  readonly earned: Axis;
  readonly booked: Axis;
}

/**
 * Points of what was earned this year, and of the balance of a draw: many where a coordinate is the only one,
 * few where there are three.
 */
export function gridPoints(hasBookings: boolean, hasEarned: boolean, hasBalance: boolean) {
  if (hasBookings && hasEarned && hasBalance) return { earned: 5, balance: 9 };
  const isAlone = !hasBookings && !hasBalance;
  return { earned: hasEarned ? (isAlone ? 160 : 32) : 1, balance: hasBalance ? 24 : 1 };
}

/** Values of a state at the start of each month, in dollars; linear between grid points. */
export class WorthGrid {
  readonly axes: WorthAxes;
  /** By month: [balance][earned][booked]. */
  private readonly values: readonly Float64Array[];

  constructor(months: number, axes: WorthAxes) {
    this.axes = axes;
    const size = axes.balance.points * axes.earned.points * axes.booked.points;
    this.values = Array.from({ length: months }, () => new Float64Array(size));
  }

  /** Computes the value at every grid point of a month; `place` is the point's place in bookings. */
  fill(
    month: number,
    of: (balanceUsd: number, earnedUsd: number, bookedUsd: number, place: number) => number,
  ): void {
    const { balance, earned, booked } = this.axes;
    for (let b = 0; b < balance.points; b++)
      for (let e = 0; e < earned.points; e++)
        for (let s = 0; s < booked.points; s++)
          this.values[month][this.indexOf(b, e, s)] = of(
            b * balance.step,
            e * earned.step,
            s * booked.step,
            s,
          );
  }

  /**
   * Value of a state; beyond the grid, that of its edge. What is owed beyond the largest balance is never
   * paid back, and so it is not a cost to whom owes it.
   */
  at(month: number, balanceUsd: number, earnedUsd: number, bookedUsd: number): number {
    const { balance, earned, booked } = this.axes;
    const b = balance.points === 1 ? 0 : placeOn(balance, balanceUsd);
    const e = earned.points === 1 ? 0 : placeOn(earned, earnedUsd);
    const s = booked.points === 1 ? 0 : placeOn(booked, bookedUsd);
    const b0 = Math.floor(b);
    const beyond = Math.max(0, balanceUsd - (balance.points - 1) * balance.step);
    const low = this.alongEarned(month, b0, e, s) + (balance.points === 1 ? 0 : beyond);
    return b === b0 ? low : low + (b - b0) * (this.alongEarned(month, b0 + 1, e, s) - low);
  }

  /**
   * Continues the last month with the first: a new cycle begins with nothing booked or earned. Values count
   * from that without a balance. Returns the largest change.
   */
  closeCycle(last: number): number {
    const { balance } = this.axes;
    const [first, end] = [this.values[0], this.values[last]];
    let change = 0;
    for (let b = 0; b < balance.points; b++) {
      const from = this.indexOf(b, 0, 0);
      const worth = first[from] - first[0];
      change = Math.max(change, Math.abs(worth - end[from]));
      end.fill(worth, from, this.indexOf(b + 1, 0, 0));
    }
    return change;
  }

  private alongEarned(month: number, b: number, e: number, s: number): number {
    const e0 = Math.floor(e);
    const low = this.alongBooked(month, b, e0, s);
    return e === e0 ? low : low + (e - e0) * (this.alongBooked(month, b, e0 + 1, s) - low);
  }

  private alongBooked(month: number, b: number, e: number, s: number): number {
    const s0 = Math.floor(s);
    const at = this.indexOf(b, e, s0);
    const values = this.values[month];
    return s === s0 ? values[at] : values[at] + (s - s0) * (values[at + 1] - values[at]);
  }

  private indexOf(balance: number, earned: number, booked: number): number {
    const { axes } = this;
    return (balance * axes.earned.points + earned) * axes.booked.points + booked;
  }
}

function placeOn({ points, step }: Axis, usd: number): number {
  return Math.max(0, Math.min(usd / step, points - 1));
}
