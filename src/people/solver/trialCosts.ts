import type { Problem } from './problem.ts';

/** Cost of intensities to the person, in dollars. */
export class TrialCosts {
  /** Cost of every tactic as the search sees it; the homotopy makes gaming cheaper for a while. */
  readonly cost: Float64Array;
  readonly trouble: Float64Array;
  private readonly problem: Problem;
  private readonly productive: Uint8Array;
  private gamingShare = 1;

  constructor(problem: Problem) {
    this.problem = problem;
    this.productive = problem.productive;
    this.cost = new Float64Array(problem.tactics);
    this.trouble = new Float64Array(problem.tactics);
  }

  /** Loads costs from the problem, scaling those of gaming by a share. */
  take(gamingShare = 1): void {
    const { productive, cost, trouble } = this.problem;
    this.gamingShare = gamingShare;
    for (let k = 0; k < cost.length; k++) {
      this.cost[k] = productive[k] === 1 ? cost[k] : gamingShare * cost[k];
      this.trouble[k] = gamingShare * trouble[k];
    }
  }

  get fixedGaming(): number {
    return this.gamingShare * this.problem.fixedGamingCost;
  }

  /** Cost of tactic k at intensity a, excluding the fixed cost of gaming. */
  of(k: number, a: number): number {
    const cost = this.cost[k];
    if (this.productive[k] === 1) return 0.5 * cost * (a - 1) * (a - 1);
    const done = this.problem.done[k];
    return (cost + this.trouble[k] * (3 * done * (done + a) + a * a)) * a;
  }

  ofAll(intensity: Float64Array): number {
    const { crossCost } = this.problem;
    const { productive } = this;
    let cost = 0;
    let games = false;
    for (let k = 0; k < productive.length; k++) {
      cost += this.of(k, intensity[k]);
      if (productive[k] === 0 && intensity[k] > 0) games = true;
      if (crossCost !== undefined && productive[k] === 1)
        cost += 0.5 * (intensity[k] - 1) * this.crossSlope(k, intensity);
    }
    return games ? cost + this.fixedGaming : cost;
  }

  /** Marginal cost of productive tactic k through its cross costs with the other tactics. */
  crossSlope(k: number, intensity: Float64Array): number {
    const { tactics, productive, crossCost } = this.problem;
    if (crossCost === undefined) return 0;
    let slope = 0;
    for (let i = 0; i < tactics; i++)
      if (i !== k && productive[i] === 1) slope += crossCost[k * tactics + i] * (intensity[i] - 1);
    return slope;
  }
}
