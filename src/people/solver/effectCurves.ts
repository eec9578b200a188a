/** Largest value of the cubic that rises with slope 1 at one end of a unit interval and is 0 at both. */
const BULGE = 4 / 27;

/**
 * Effects of tactics as curves over the response: one curve for each tactic and column (a numerator, a
 * denominator, later pay; see {@link Problem}), in the unit of the column. A curve is a cubic spline in
 * Hermite form, given by its values and slopes at the tactic's knots, and a straight line beyond them.
 *
 * Hermite form is linear in values and slopes: the sum of two curves is the sum of both at every knot.
 */
export class EffectCurves {
  readonly columns: number;
  /** Knots of each tactic: [tactic * most + knot], increasing; and how many. One at 0 by default. */
  private readonly knot: Float64Array;
  private readonly count: Int32Array;
  /** Value and slope at a knot: [(tactic * most + knot) * columns + column]. */
  private readonly value: Float64Array;
  private readonly slope: Float64Array;
  private readonly most: number;
  /**
   * The point evaluated last: offsets of the two knots around it, and the weights of their values and slopes.
   */
  private tactic = -1;
  private response = NaN;
  private low = 0;
  private high = 0;
  private ofLow = 0;
  private ofLowSlope = 0;
  private ofHigh = 0;
  private ofHighSlope = 0;

  /** @param mostKnots largest number of knots of a tactic */
  constructor(tactics: number, columns: number, mostKnots = 1) {
    this.columns = columns;
    this.most = mostKnots;
    this.knot = new Float64Array(tactics * mostKnots);
    this.count = new Int32Array(tactics).fill(1);
    this.value = new Float64Array(tactics * mostKnots * columns);
    this.slope = new Float64Array(this.value.length);
  }

  /** Sets the knots of a tactic, shifted to the left by a response that is already in place. */
  setKnots(k: number, knots: ArrayLike<number>, done = 0): void {
    this.count[k] = knots.length;
    for (let n = 0; n < knots.length; n++) this.knot[k * this.most + n] = knots[n] - done;
    this.forget();
  }

  set(k: number, n: number, column: number, value: number, slope: number): void {
    const at = (k * this.most + n) * this.columns + column;
    this.value[at] = value;
    this.slope[at] = slope;
  }

  /** Makes a curve the straight line through 0. The tactic has one knot. */
  setLine(k: number, column: number, slope: number): void {
    this.set(k, 0, column, 0, slope);
  }

  add(k: number, n: number, column: number, value: number, slope: number): void {
    const at = (k * this.most + n) * this.columns + column;
    this.value[at] += value;
    this.slope[at] += slope;
  }

  /** Sets the curves of one column to 0. */
  clear(column: number): void {
    for (let at = column; at < this.value.length; at += this.columns) {
      this.value[at] = 0;
      this.slope[at] = 0;
    }
  }

  /** Discards the cached point; call it when knots have changed. */
  forget(): void {
    this.tactic = -1;
  }

  knots(k: number): number {
    return this.count[k];
  }

  /** Value of a curve at a response. */
  at(k: number, column: number, u: number): number {
    if (this.tactic !== k || this.response !== u) this.locate(k, u);
    const { value, slope } = this;
    const low = this.low + column;
    const near = this.ofLow * value[low] + this.ofLowSlope * slope[low];
    if (this.ofHigh === 0 && this.ofHighSlope === 0) return near;
    const high = this.high + column;
    return near + this.ofHigh * value[high] + this.ofHighSlope * slope[high];
  }

  /** Derivative of a curve at a response. */
  slopeAt(k: number, column: number, u: number): number {
    const { value, slope } = this;
    const n = this.interval(k, u);
    if (n < 0 || n === this.count[k] - 1)
      return slope[(k * this.most + Math.max(0, n)) * this.columns + column];
    const first = k * this.most + n;
    const h = this.knot[first + 1] - this.knot[first];
    const t = (u - this.knot[first]) / h;
    const low = first * this.columns + column;
    const high = low + this.columns;
    return (
      (6 * t * (1 - t) * (value[high] - value[low])) / h +
      (1 - t) * (1 - 3 * t) * slope[low] +
      t * (3 * t - 2) * slope[high]
    );
  }

  /** Whether a tactic has any effect on a column. */
  moves(k: number, column: number): boolean {
    for (let n = 0; n < this.count[k]; n++) {
      const at = (k * this.most + n) * this.columns + column;
      if (this.value[at] !== 0 || this.slope[at] !== 0) return true;
    }
    return false;
  }

  /** Whether a curve is a straight line. */
  isLine(k: number, column: number): boolean {
    return this.count[k] === 1 || !this.moves(k, column);
  }

  /**
   * Upper bound c on the rise from 0 of a combination of two curves, f(u) = times first(u) + otherTimes
   * other(u): f(u) <= c u for all responses u from 0 to `most`. Both curves are 0 at 0.
   */
  steepestRise(k: number, most: number, column: number, times = 1, other = column, otherTimes = 0): number {
    const { knot, value, slope, columns } = this;
    const count = this.count[k];
    const first = k * this.most;
    let x = knot[first];
    let at = first * columns;
    let height = times * value[at + column] + otherTimes * value[at + other];
    let tilt = times * slope[at + column] + otherTimes * slope[at + other];
    let rise = x > 0 || count === 1 ? tilt : -Infinity;
    for (let n = 1; n < count && x < most; n++) {
      at += columns;
      const end = knot[first + n];
      const nextHeight = times * value[at + column] + otherTimes * value[at + other];
      const nextTilt = times * slope[at + column] + otherTimes * slope[at + other];
      if (end > 0) {
        const width = end - x;
        if (x <= 0) rise = Math.max(rise, steepest(tilt, nextTilt, (nextHeight - height) / width));
        else {
          const top =
            Math.max(height, nextHeight) + BULGE * width * (Math.max(0, tilt) + Math.max(0, -nextTilt));
          rise = Math.max(rise, top > 0 ? top / x : top / end);
        }
      }
      x = end;
      height = nextHeight;
      tilt = nextTilt;
    }
    // Beyond the last knot a curve is a line.
    if (count > 1 && x < most) rise = Math.max(rise, tilt, x > 0 ? height / x : tilt);
    return rise;
  }

  /** Index of the last knot at or below a response; -1 if there is none. */
  private interval(k: number, u: number): number {
    const first = k * this.most;
    let n = this.count[k] - 1;
    while (n >= 0 && this.knot[first + n] > u) n--;
    return n;
  }

  private locate(k: number, u: number): void {
    const n = this.interval(k, u);
    const first = k * this.most + Math.max(0, n);
    this.tactic = k;
    this.response = u;
    this.low = first * this.columns;
    this.high = this.low + this.columns;
    if (n < 0 || n === this.count[k] - 1) {
      this.ofLow = 1;
      this.ofLowSlope = u - this.knot[first];
      this.ofHigh = 0;
      this.ofHighSlope = 0;
      return;
    }
    const h = this.knot[first + 1] - this.knot[first];
    const t = (u - this.knot[first]) / h;
    const rest = 1 - t;
    this.ofLow = (1 + 2 * t) * rest * rest;
    this.ofLowSlope = h * t * rest * rest;
    this.ofHigh = t * t * (3 - 2 * t);
    this.ofHighSlope = -h * t * t * rest;
  }
}

/** Largest slope of a cubic on an interval, from the slopes at its ends and the secant. */
function steepest(start: number, end: number, secant: number): number {
  const a = 3 * (start + end) - 6 * secant;
  const b = 6 * secant - 4 * start - 2 * end;
  const most = Math.max(start, end);
  const t = a < 0 ? -b / (2 * a) : -1;
  return t > 0 && t < 1 ? Math.max(most, start + t * (b + t * a)) : most;
}
