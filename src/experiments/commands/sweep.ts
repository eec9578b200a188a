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
    values: Array.from({ length: n }, (_, i) => (n === 1 ? low : low + ((high - low) * i) / (n - 1))),
  };
}

/**
 * Runs a comparison at every point of a grid, under common random numbers throughout.
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
  const total = axes.reduce((product, axis) => product * axis.values.length, 1);
  if (axes.length === 0)
    refuse([{ code: 'usage', path: '--vary', expected: 'at least one --vary path=low:high:n' }]);
  if (total > MAX_POINTS)
    refuse([
      { code: 'too-large', path: '--vary', got: `${total} points`, expected: `at most ${MAX_POINTS}` },
    ]);
  const rows: SweepRow[] = [];
  const cache = new PreparationCache();
  for (let index = 0; index < total; index++) {
    const point = pointAt(axes, index);
    const set = { ...load.set, ...Object.fromEntries(axes.map((axis, a) => [axis.path, point[a]])) };
    const scenario = parseScenario(text, { ...load, set });
    const bundle = await compare(scenario, { cache, counterfactuals: 'none', ...options });
    rows.push(...rowsOf(bundle, point));
    if (onPoint(index + 1, total, bundle) === false) break;
  }
  return rows;
}

function pointAt(axes: readonly GridAxis[], index: number): number[] {
  let rest = index;
  const point = new Array<number>(axes.length);
  for (let a = axes.length - 1; a >= 0; a--) {
    point[a] = axes[a].values[rest % axes[a].values.length];
    rest = Math.floor(rest / axes[a].values.length);
  }
  return point;
}

function rowsOf({ arms, contrasts, scenario }: Bundle, point: readonly number[]): SweepRow[] {
  return arms.flatMap(({ name, outcomes }) => {
    const contrast = contrasts.find((candidate) => candidate.arm === name);
    return Object.entries(outcomes).map(([outcome, { unit, title, mean, se, ci95, n }]): SweepRow => {
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
        n,
        ...(difference === undefined ? {} : { difference }),
      };
    });
  });
}
