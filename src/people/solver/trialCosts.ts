import type { Problem } from './problem.ts';

/** What intensities cost the person, less what they are worth in later pay periods. In dollars. */
export class TrialCosts {
  /** Cost of every tactic as the search sees it: gaming may be made cheaper for a while. */
  readonly cost: Float64Array;
  private readonly problem: Problem;
  private gamingShare = 1;

  constructor(problem: Problem) {
    this.problem = problem;
    this.cost = new Float64Array(problem.tactics);
  }

  /** Takes costs from the problem, those of gaming at a share of what they are. */
  take(gamingShare = 1): void {
    const { productive, cost } = this.problem;
    this.gamingShare = gamingShare;
    for (let k = 0; k < cost.length; k++)
      this.cost[k] = productive[k] === 1 ? cost[k] : gamingShare * cost[k];
  }

  get fixedGaming(): number {
    return this.gamingShare * this.problem.fixedGamingCost;
  }

  /** Cost of tactic k at intensity a and response u, without the fixed cost of gaming at all. */
  of(k: number, a: number, u: number): number {
    const { productive, shadow, shadowBend } = this.problem;
    const direct = productive[k] === 1 ? 0.5 * this.cost[k] * (a - 1) * (a - 1) : this.cost[k] * a;
    return direct - (shadow[k] + shadowBend[k] * u) * u;
  }

  ofAll(intensity: Float64Array, response: Float64Array): number {
    const { tactics, productive, crossCost } = this.problem;
    let cost = 0;
    let games = false;
    for (let k = 0; k < tactics; k++) {
      cost += this.of(k, intensity[k], response[k]);
      if (productive[k] === 0 && intensity[k] > 0) games = true;
      if (crossCost !== undefined && productive[k] === 1)
        cost += 0.5 * (intensity[k] - 1) * this.crossSlope(k, intensity);
    }
    return games ? cost + this.fixedGaming : cost;
  }

  /** What one part more of productive tactic k costs through the other tactics. */
  crossSlope(k: number, intensity: Float64Array): number {
    const { tactics, productive, crossCost } = this.problem;
    if (crossCost === undefined) return 0;
    let slope = 0;
    for (let i = 0; i < tactics; i++)
      if (i !== k && productive[i] === 1) slope += crossCost[k * tactics + i] * (intensity[i] - 1);
    return slope;
  }
}
