import { refuse, showValue } from '../../core/messages.ts';
import { type LoadOptions, parseScenario } from '../../scenario/load.ts';
import type { Bundle } from '../result/bundle.ts';
import type { SweepRow } from '../result/sweep.ts';
import { PreparationCache } from '../running/preparationCache.ts';
import { type CompareOptions, compare } from './compare.ts';

/** One axis of a grid: a scenario path and its values. */
export interface GridAxis {
  readonly path: string;
  readonly values: readonly number[];
}

/** Maximum number of points in one grid. */
const MAX_POINTS = 10_000;

/**
 * Parses `path=low:high:n`: n evenly spaced values from low to high.
 *
 * @throws InputError for any other form
 * @example parseAxis('governance.auditRatePerMonth=0:0.05:3').values // [0, 0.025, 0.05]
 */
export function parseAxis(text: string): GridAxis {
  const match = /^([A-Za-z][\w.-]*)=([^:]+):([^:]+):([^:]+)$/.exec(text);
  const [low, high, n] = (match?.slice(2) ?? []).map(Number);
  const isCount = Number.isInteger(n) && n >= 1 && n <= MAX_POINTS;
  if (match === null || !Number.isFinite(low) || !Number.isFinite(high) || !isCount)
    refuse([
      {
        code: 'usage',
        path: '--vary',
        got: showValue(text),
        expected:
          `path=low:high:n with n from 1 to ${MAX_POINTS}, such as ` +
          'governance.auditRatePerMonth=0:0.05:6',
      },
    ]);
  return {
    path: match[1],
    values: Array.from({ length: n }, (_, i) => (n === 1 ? low : tidy(low + ((high - low) * i) / (n - 1)))),
  };
}

/** The number that is meant: 0.1, not 0.09999999999999999. */
const tidy = (value: number) => Number(value.toPrecision(12));

/** A finished point of a grid. */
export interface SweptPoint {
  readonly done: number;
  readonly of: number;
  readonly bundle: Bundle;
  readonly rows: readonly SweepRow[];
}

/**
 * Runs a comparison at every point of a grid, under common random numbers throughout, and keeps all rows. For
 * grids that are too large to keep, use {@link sweepPoints}.
 *
 * @param text the scenario file
 * @param axes at least one; the grid is their product, the last axis fastest
 * @param onPoint called after each point with its bundle; false stops
 */
export async function sweep(
  text: string,
  axes: readonly GridAxis[],
  load: LoadOptions = {},
  options: CompareOptions = {},
  onPoint: (done: number, of: number, bundle: Bundle) => boolean | undefined = () => true,
): Promise<SweepRow[]> {
  const rows: SweepRow[] = [];
  for await (const point of sweepPoints(text, axes, load, options)) {
    rows.push(...point.rows);
    if (onPoint(point.done, point.of, point.bundle) === false) break;
  }
  return rows;
}

/** Runs a comparison at every point of a grid and gives them one by one. @see sweep */
export async function* sweepPoints(
  text: string,
  axes: readonly GridAxis[],
  load: LoadOptions = {},
  options: CompareOptions = {},
): AsyncGenerator<SweptPoint> {
  checkGrid(axes);
  const total = pointsOf(axes);
  const cache = new PreparationCache();
  for (let index = 0; index < total; index++) {
    const at = pointAt(axes, index);
    const set = { ...load.set, ...at };
    const scenario = parseScenario(text, { ...load, set });
    const bundle = await compare(scenario, { cache, counterfactuals: 'none', ...options });
    yield { done: index + 1, of: total, bundle, rows: rowsOf(bundle, Object.values(at)) };
  }
}

/** @throws InputError for a grid without an axis, with one twice, or with too many points */
export function checkGrid(axes: readonly GridAxis[]): void {
  const total = pointsOf(axes);
  const twice = axes.find(({ path }, i) => axes.findIndex((axis) => axis.path === path) < i);
  if (twice !== undefined)
    refuse([{ code: 'usage', path: '--vary', got: `${twice.path} twice`, expected: 'each path once' }]);
  if (axes.length === 0)
    refuse([{ code: 'usage', path: '--vary', expected: 'at least one --vary path=low:high:n' }]);
  if (total > MAX_POINTS)
    refuse([
      { code: 'too-large', path: '--vary', got: `${total} points`, expected: `at most ${MAX_POINTS}` },
    ]);
}

/** Number of points of a grid. */
export function pointsOf(axes: readonly GridAxis[]): number {
  return axes.reduce((product, axis) => product * axis.values.length, 1);
}

/** Overrides of the scenario at a point of a grid, by path; the last axis varies fastest. */
export function pointAt(axes: readonly GridAxis[], index: number): Readonly<Record<string, number>> {
  let rest = index;
  const point = new Array<number>(axes.length);
  for (let a = axes.length - 1; a >= 0; a--) {
    point[a] = axes[a].values[rest % axes[a].values.length];
    rest = Math.floor(rest / axes[a].values.length);
  }
  return Object.fromEntries(axes.map(({ path }, a) => [path, point[a]]));
}

function rowsOf({ arms, contrasts, scenario }: Bundle, point: readonly number[]): SweepRow[] {
  return arms.flatMap(({ name, outcomes }) => {
    const contrast = contrasts.find((candidate) => candidate.arm === name);
    return Object.entries(outcomes).map(
      ([outcome, { unit, title, mean, se, ci95, p10, p50, p90, n }]): SweepRow => {
        const difference = contrast?.outcomes[outcome];
        return {
          point,
          arm: name,
          reference: contrast?.reference ?? scenario.reference,
          outcome,
          title,
          unit,
          mean,
          se,
          low95: ci95[0],
          high95: ci95[1],
          p10,
          p50,
          p90,
          n,
          ...(difference === undefined ? {} : { difference }),
        };
      },
    );
  });
}
