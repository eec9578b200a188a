/**
 * Newton step towards the maximum of a function of a few variables, with derivatives from finite differences.
 * The step can be restricted to the hyperplane of constant total hours.
 */
export class NewtonStep {
  /** Free variables: how many, the tactic of each, its difference width and its Newton step. */
  free = 0;
  readonly tactic: Int32Array;
  readonly width: Float64Array;
  readonly step: Float64Array;
  private readonly gradient: Float64Array;
  /** Negated Hessian: [i * size + j], lower triangle; and the Cholesky factor of it and a ridge. */
  private readonly curvature: Float64Array;
  private readonly bend: Float64Array;
  private readonly across: Float64Array;
  private readonly size: number;
  private plane: Float64Array | undefined;

  constructor(size: number) {
    this.size = size;
    this.tactic = new Int32Array(size);
    this.width = new Float64Array(size);
    this.step = new Float64Array(size);
    this.gradient = new Float64Array(size);
    this.curvature = new Float64Array(size * size);
    this.bend = new Float64Array(size * size);
    this.across = new Float64Array(size);
  }

  /** @param plane hours of each tactic, if steps must keep total hours constant */
  start(plane: Float64Array | undefined): void {
    this.free = 0;
    this.plane = plane;
  }

  add(tactic: number, width: number): void {
    this.tactic[this.free] = tactic;
    this.width[this.free++] = width;
  }

  /** Gradient and curvature from the gains of moving variable i up and down by its width. */
  setOwn(i: number, up: number, down: number): void {
    const h = this.width[i];
    this.gradient[i] = (up - down) / (2 * h);
    this.curvature[i * this.size + i] = -(up + down) / (h * h);
  }

  /** Cross derivative from the gradient of variable j < i after variable i moved up by its width. */
  setCross(i: number, j: number, gradientAfter: number): void {
    this.curvature[i * this.size + j] = -(gradientAfter - this.gradient[j]) / this.width[i];
  }

  /** Largest curvature of a single variable, in size. */
  largest(): number {
    let most = 0;
    for (let i = 0; i < this.free; i++) most = Math.max(most, Math.abs(this.curvature[i * this.size + i]));
    return most;
  }

  /**
   * Computes the step; false if the function is not concave here.
   *
   * @param ridge added to all curvatures: shortens the step and turns it towards the gradient
   */
  solve(ridge = 0): boolean {
    const { free, size, bend, curvature, step, across, plane } = this;
    for (let i = 0; i < free; i++) {
      for (let j = 0; j <= i; j++) {
        let sum = curvature[i * size + j] + (i === j ? ridge : 0);
        for (let k = 0; k < j; k++) sum -= bend[i * size + k] * bend[j * size + k];
        if (i === j) {
          if (!(sum > 0)) return false;
          bend[i * size + i] = Math.sqrt(sum);
        } else bend[i * size + j] = sum / bend[j * size + j];
      }
    }
    this.into(step, this.gradient);
    if (plane === undefined) return true;
    for (let i = 0; i < free; i++) across[i] = plane[this.tactic[i]];
    let gained = 0;
    for (let i = 0; i < free; i++) gained += across[i] * step[i];
    this.into(across, across);
    let steep = 0;
    for (let i = 0; i < free; i++) steep += plane[this.tactic[i]] * across[i];
    if (steep > 0) for (let i = 0; i < free; i++) step[i] -= (gained / steep) * across[i];
    return true;
  }

  /** Solves with the Cholesky factor: target = (negated Hessian)^-1 source. */
  private into(target: Float64Array, source: Float64Array): void {
    const { free, size, bend } = this;
    for (let i = 0; i < free; i++) {
      let sum = source[i];
      for (let k = 0; k < i; k++) sum -= bend[i * size + k] * target[k];
      target[i] = sum / bend[i * size + i];
    }
    for (let i = free - 1; i >= 0; i--) {
      let sum = target[i];
      for (let k = i + 1; k < free; k++) sum -= bend[k * size + i] * target[k];
      target[i] = sum / bend[i * size + i];
    }
  }
}
