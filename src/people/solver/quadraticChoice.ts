/**
 * Exact solution of a quadratic program: maximises slope'd - 1/2 d'Cd over changes d within bounds and an
 * hours budget, for a positive definite cost matrix C.
 *
 * Active-set method: solves the free variables by Cholesky decomposition, activates a bound that is crossed,
 * and releases a bound whose multiplier has the wrong sign. It ends after finitely many steps; the number of
 * tactics is small. A binding budget is met by bisection on the shadow price of an hour.
 *
 * @source J. Nocedal, S. J. Wright, "Numerical Optimization" (2006), section 16.5
 */
export class QuadraticChoice {
  readonly slope: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly hours: Float64Array;
  /** Hours available to all changes together. */
  budget = Infinity;
  /** Solution. */
  readonly change: Float64Array;
  private readonly size: number;
  /** -1 at the lower bound, 1 at the upper, 0 free. */
  private readonly side: Int8Array;
  private readonly factor: Float64Array;
  private readonly right: Float64Array;
  private readonly index: Int32Array;
  private readonly solution: Float64Array;

  constructor(size: number) {
    this.size = size;
    this.slope = new Float64Array(size);
    this.lower = new Float64Array(size);
    this.upper = new Float64Array(size);
    this.hours = new Float64Array(size);
    this.change = new Float64Array(size);
    this.side = new Int8Array(size);
    this.factor = new Float64Array(size * size);
    this.right = new Float64Array(size);
    this.index = new Int32Array(size);
    this.solution = new Float64Array(size);
  }

  /** @param cost cost matrix C by rows: [i * size + j] */
  solve(cost: Float64Array): void {
    let price = 0;
    this.solveAt(cost, price);
    if (!(this.hoursUsed() > this.budget + 1e-12 * (1 + Math.abs(this.budget)))) return;
    // Demand for hours falls, piecewise linearly, with their price: bracket, then bisect to rounding error.
    let low = 0;
    let high = 1;
    for (let step = 0; step < 200; step++) {
      this.solveAt(cost, high);
      if (this.hoursUsed() <= this.budget) break;
      low = high;
      high *= 2;
    }
    for (let step = 0; step < 200 && high - low > 1e-15 * high; step++) {
      price = 0.5 * (low + high);
      this.solveAt(cost, price);
      if (this.hoursUsed() > this.budget) low = price;
      else high = price;
    }
    this.solveAt(cost, high);
  }

  private hoursUsed(): number {
    let used = 0;
    for (let i = 0; i < this.size; i++) used += this.hours[i] * this.change[i];
    return used;
  }

  /** Solution at a given shadow price of an hour, subject to bounds only. */
  private solveAt(cost: Float64Array, price: number): void {
    const { size, side, change, lower, upper } = this;
    for (let i = 0; i < size; i++) {
      side[i] = upper[i] > lower[i] ? 0 : -1;
      change[i] = Math.min(upper[i], Math.max(lower[i], 0));
      if (side[i] === -1) change[i] = lower[i];
    }
    for (let step = 0; step < 50 * (size + 1); step++) {
      this.solveFree(cost, price);
      // Largest step towards the free solution before a bound is met.
      let part = 1;
      let hit = -1;
      for (let n = 0; n < size; n++) {
        if (side[n] !== 0) continue;
        const way = this.right[n] - change[n];
        const room = way > 0 ? upper[n] - change[n] : lower[n] - change[n];
        if (way !== 0 && room / way < part) {
          part = Math.max(0, room / way);
          hit = n;
        }
      }
      for (let n = 0; n < size; n++) if (side[n] === 0) change[n] += part * (this.right[n] - change[n]);
      if (hit >= 0) {
        side[hit] = this.right[hit] > change[hit] ? 1 : -1;
        change[hit] = side[hit] === 1 ? upper[hit] : lower[hit];
        continue;
      }
      // Release the bound with the worst multiplier.
      let worst = 1e-13;
      let release = -1;
      for (let n = 0; n < size; n++) {
        if (side[n] === 0 || !(upper[n] > lower[n])) continue;
        let gradient = this.slope[n] - price * this.hours[n];
        for (let m = 0; m < size; m++) gradient -= cost[n * size + m] * change[m];
        const pull = side[n] === 1 ? -gradient : gradient;
        if (pull > worst * (1 + Math.abs(this.slope[n]))) {
          worst = pull / (1 + Math.abs(this.slope[n]));
          release = n;
        }
      }
      if (release < 0) return;
      side[release] = 0;
    }
  }

  /** Unconstrained solution over the free tactics, the others fixed; left in `right`. */
  private solveFree(cost: Float64Array, price: number): void {
    const { size, side, index, factor, right, change, solution } = this;
    let free = 0;
    for (let n = 0; n < size; n++) if (side[n] === 0) index[free++] = n;
    for (let i = 0; i < free; i++) {
      const row = index[i];
      let b = this.slope[row] - price * this.hours[row];
      for (let n = 0; n < size; n++) if (side[n] !== 0) b -= cost[row * size + n] * change[n];
      for (let j = 0; j <= i; j++) {
        let sum = cost[row * size + index[j]];
        for (let k = 0; k < j; k++) sum -= factor[i * size + k] * factor[j * size + k];
        factor[i * size + j] = i === j ? Math.sqrt(Math.max(sum, 1e-300)) : sum / factor[j * size + j];
      }
      for (let k = 0; k < i; k++) b -= factor[i * size + k] * solution[k];
      solution[i] = b / factor[i * size + i];
    }
    for (let i = free - 1; i >= 0; i--) {
      let b = solution[i];
      for (let k = i + 1; k < free; k++) b -= factor[k * size + i] * solution[k];
      solution[i] = b / factor[i * size + i];
    }
    for (let i = 0; i < free; i++) right[index[i]] = solution[i];
  }
}
