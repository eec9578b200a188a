/** A free parameter and its bounds. */
export interface Axis {
  readonly low: number;
  readonly high: number;
}

export interface Best {
  readonly point: readonly number[];
  readonly value: number;
  readonly evaluations: number;
  /** Whether the restarted search converged before it ran out of evaluations. */
  readonly settled: boolean;
}

/**
 * Maximum number of points on the initial coarse grid, which has two to seven per axis; two may exceed it.
 */
const GRID_POINTS = 81;

/**
 * Maximises a function of a few bounded parameters. Starts the Nelder-Mead simplex method at the best point
 * of a coarse grid and restarts it once from the best point found. It needs no derivatives, so it tolerates
 * kinks and a little noise. Like any local search, it may stop at a local optimum of a rugged function.
 *
 * @param value the function; NaN counts as worst (an inadmissible point)
 * @param evaluations number of calls after which no step is begun; the steps under way may take a few more
 * @param tolerance simplex size, as a share of each axis, at which the search stops
 * @source J. A. Nelder, R. Mead, "A simplex method for function minimization", Computer Journal 7 (1965)
 * 308-313
 * @example await findBest([{ low: 0, high: 4 }], async ([x]) => -((x - 1) ** 2)) // point [1]
 */
export async function findBest(
  axes: readonly Axis[],
  value: (point: readonly number[]) => Promise<number> | number,
  { evaluations = 2000, tolerance = 1e-6 }: { evaluations?: number; tolerance?: number } = {},
): Promise<Best> {
  const d = axes.length;
  let used = 0;
  const measure = async (unit: readonly number[]): Promise<number> => {
    used++;
    const found = await value(unit.map((u, i) => axes[i].low + u * (axes[i].high - axes[i].low)));
    return Number.isNaN(found) ? -Infinity : found;
  };
  const perAxis = Math.max(2, Math.min(7, Math.floor(Math.min(GRID_POINTS, evaluations / 3) ** (1 / d))));
  let top: number[] = [];
  let topValue = -Infinity;
  for (let i = 0; i < perAxis ** d && used < evaluations; i++) {
    const unit = axes.map((_, a) => ((Math.floor(i / perAxis ** a) % perAxis) + 0.5) / perAxis);
    const found = await measure(unit);
    if (found > topValue || top.length === 0) {
      top = unit;
      topValue = found;
    }
  }
  let settled = false;
  for (let round = 0; round < 2; round++) {
    const width = round === 0 ? 0.5 / perAxis : 20 * tolerance;
    let simplex = [{ at: top, value: topValue }];
    for (let a = 0; a < d; a++) {
      const at = top.map((u, i) => (i === a ? (u + width <= 1 ? u + width : u - width) : u));
      simplex.push({ at, value: await measure(at) });
    }
    settled = false;
    while (used < evaluations) {
      simplex = simplex.sort((a, b) => b.value - a.value);
      const [best] = simplex;
      const worst = simplex[d];
      const size = Math.max(
        ...simplex.map((corner) => Math.max(...corner.at.map((u, i) => Math.abs(u - best.at[i])))),
      );
      if (size < tolerance) {
        settled = true;
        break;
      }
      const middle = best.at.map(
        (_, i) => simplex.slice(0, d).reduce((sum, corner) => sum + corner.at[i], 0) / d,
      );
      const along = async (t: number) => {
        const at = middle.map((m, i) => Math.min(1, Math.max(0, m + t * (worst.at[i] - m))));
        return { at, value: await measure(at) };
      };
      const reflected = await along(-1);
      if (reflected.value > best.value) {
        const further = await along(-2);
        simplex[d] = further.value > reflected.value ? further : reflected;
      } else if (reflected.value > simplex[d - 1].value) simplex[d] = reflected;
      else {
        const nearer = await along(reflected.value > worst.value ? -0.5 : 0.5);
        if (nearer.value > Math.max(worst.value, reflected.value)) simplex[d] = nearer;
        else {
          for (let c = 1; c <= d; c++) {
            const at = simplex[c].at.map((u, i) => (u + best.at[i]) / 2);
            simplex[c] = { at, value: await measure(at) };
          }
        }
      }
    }
    simplex = simplex.sort((a, b) => b.value - a.value);
    if (simplex[0].value >= topValue) {
      top = simplex[0].at;
      topValue = simplex[0].value;
    }
  }
  return {
    point: top.map((u, i) => axes[i].low + u * (axes[i].high - axes[i].low)),
    value: topValue,
    evaluations: used,
    settled,
  };
}
