import { Climb } from './climb.ts';
import { Polish } from './polish.ts';
import type { Problem } from './problem.ts';
import { reachForJumps } from './reachForJumps.ts';
import { Scatter } from './scatter.ts';
import { Value } from './value.ts';

/** Default number of points sampled from the feasible set in a thorough search of a rugged problem. */
const SCATTERED = 400;
/**
 * Homotopy paths: multiples of the gaming cost at which the optimum is tracked, from cheap and from dear
 * gaming.
 */
const FROM_CHEAP = [0.1, 0.3, 0.5, 0.7, 0.85, 1];
const FROM_DEAR = [8, 4, 2.5, 1.6, 1.25, 1];

/** Starting points of a search. */
const FROM_WARM_START = 0;
const FROM_BASELINE = 1;
const FROM_JUMPS = 2;
const STARTS = 3;

/**
 * Best response of one person: the maximum of a {@link Problem}, sought globally by multistart ascent.
 *
 * @example const solver = new BestResponse(problem); solver.solve(); solver.intensity;
 */
export class BestResponse {
  /** Whether to ascend from every start, try exchanges, search globally and polish; true by default. */
  get thorough(): boolean {
    return this.climbing.thorough;
  }
  set thorough(thorough: boolean) {
    this.climbing.thorough = thorough;
  }
  /** Whether to polish the solution to full precision, as a thorough search does. */
  polished = false;
  /** Number of points that a thorough search of a rugged problem samples first. */
  scattered = SCATTERED;
  /** Solution of the last {@link solve}. */
  readonly intensity: Float64Array;
  readonly value: Value;
  readonly problem: Problem;
  private readonly climbing: Climb;
  private readonly scatter: Scatter;
  private readonly polish: Polish;

  constructor(problem: Problem) {
    this.problem = problem;
    this.value = new Value(problem);
    this.climbing = new Climb(this.value);
    this.scatter = new Scatter(this.value);
    this.polish = new Polish(this.value);
    this.intensity = new Float64Array(problem.tactics);
  }

  /**
   * Ascends from `warmStart`, from the baseline, and from a start that reaches for every jump at once. A
   * search that is not thorough leaves out the baseline if there is a warm start. It leaves out the reach for
   * jumps if the warm start games.
   *
   * A thorough search of a rugged problem also ascends from the best of many points spread over the feasible
   * set, and tracks the optimum as gaming goes from cheap to full cost.
   *
   * @param warmStart intensities of a further start, such as last week's
   * @returns value of the objective, in dollars
   * @throws RangeError if the objective is not a finite number
   */
  solve(warmStart?: Float64Array): number {
    const { value, climbing } = this;
    climbing.prepare();
    climbing.hours.allocation.slack = this.thorough || this.polished ? 1e-8 : 1e-4;
    let best = -Infinity;
    for (let start = 0; start < STARTS; start++) {
      if (!this.isOfUse(start, warmStart) || !this.startFrom(start, warmStart, best)) continue;
      climbing.climb();
      best = this.keep(best);
    }
    // Every comparison with NaN is false, so the search would silently keep its starting point.
    if (!Number.isFinite(best)) throw new RangeError(`the objective of a decision is ${best}`);
    if (!this.thorough && !this.polished) return best;
    if (this.thorough && isRugged(this.problem)) best = this.searchEverywhere(best);
    value.placeAll(this.intensity);
    value.refresh();
    this.polish.polish();
    this.intensity.set(value.intensity);
    return value.total;
  }

  /** Objective at given intensities, in dollars; budget and bounds are not checked. */
  valueAt(intensity: Float64Array): number {
    return this.value.of(intensity);
  }

  private isOfUse(start: number, warmStart: Float64Array | undefined): boolean {
    if (start === FROM_WARM_START) return warmStart !== undefined;
    // From one week to the next the warm start suffices, plus a reach for jumps while nothing is gamed.
    if (start === FROM_BASELINE) return warmStart === undefined || this.thorough;
    return this.thorough || !gamesIn(this.problem, warmStart);
  }

  /**
   * Moves the trial point to a start; false if it repeats an earlier climb or there is no jump to reach for.
   */
  private startFrom(start: number, warmStart: Float64Array | undefined, best: number): boolean {
    const { value, problem } = this;
    let differs = start !== FROM_BASELINE || best === -Infinity;
    for (let k = 0; k < problem.tactics; k++) {
      const base = value.clamp(k, problem.productive[k]);
      if (start === FROM_BASELINE && Math.abs(value.clamp(k, warmStart?.[k] ?? base) - base) > 1e-6)
        differs = true;
      value.place(k, start === FROM_WARM_START ? value.clamp(k, warmStart![k]) : base);
    }
    if (!differs) return false;
    this.climbing.hours.allocation.reset(start === FROM_WARM_START ? warmStart : undefined);
    value.shrinkToBudget();
    value.refresh();
    return start !== FROM_JUMPS || reachForJumps(value);
  }

  /**
   * Global search: ascends from the best of many points, then tracks the optimum from cheap and dear gaming.
   */
  private searchEverywhere(found: number): number {
    let best = found;
    for (let n = this.scatter.spread(this.scattered) - 1; n >= 0; n--) {
      this.scatter.place(n);
      best = this.climbFromPiece(best);
    }
    if (!canGame(this.problem)) return best;
    return this.followGamingCost(FROM_DEAR, this.followGamingCost(FROM_CHEAP, best));
  }

  /** Climbs within the current segment of pay first; a line search would leave it for a distant one. */
  private climbFromPiece(best: number): number {
    const { value, climbing } = this;
    climbing.hours.allocation.reset();
    value.shrinkToBudget();
    value.refresh();
    climbing.hours.move(true);
    climbing.climb();
    return this.keep(best);
  }

  /**
   * Homotopy in the cost of gaming: solves at the first multiple of the cost and tracks the optimum to the
   * cost itself. From cheap gaming it finds optima that need several tactics at once, from dear gaming those
   * that need few.
   */
  private followGamingCost(costs: readonly number[], best: number): number {
    const { value, climbing } = this;
    value.placeAll(this.intensity);
    climbing.hours.allocation.reset();
    for (const share of costs) {
      value.costs.take(share);
      value.refresh();
      climbing.climb();
      this.polish.polish();
    }
    return this.keep(best);
  }

  /** Accepts the trial point if it beats the best so far, and returns the best value. */
  private keep(best: number): number {
    const { total, intensity } = this.value;
    if (!(best === -Infinity || total > best + 1e-12 * Math.abs(best))) return best;
    this.intensity.set(intensity);
    return total;
  }
}

function canGame({ tactics, productive, upper }: Problem): boolean {
  for (let k = 0; k < tactics; k++) if (productive[k] === 0 && upper[k] > 0) return true;
  return false;
}

function gamesIn({ productive }: Problem, intensity: Float64Array | undefined): boolean {
  return intensity?.some((a, k) => productive[k] === 0 && a > 1e-6) ?? false;
}

/** Whether there may be several local maxima: convex kinks, jumps, or gates. */
function isRugged({ gateComponent, componentCurve }: Problem): boolean {
  if (gateComponent.length > 0) return true;
  for (const { knots, jumps, slopeChanges } of componentCurve)
    for (let i = 0; i < knots.length; i++) if (jumps[i] !== 0 || slopeChanges[i] > 0) return true;
  return false;
}
