import { refuse, showValue } from '../core/messages.ts';
import type { LoadOptions } from '../scenario/load.ts';
import { parseScenario } from '../scenario/load.ts';
import type { PairedDifference } from '../statistics/paired.ts';
import type { Bundle } from './bundle.ts';
import { type CompareOptions, compare } from './compare.ts';
import { WorldBook } from './worldBook.ts';

/** One axis of a grid: a path of the scenario and the values it takes. */
export interface GridAxis {
  readonly path: string;
  readonly values: readonly number[];
}

/** One number of a sweep, in tidy form: one row an axis point, arm and outcome. */
export interface SweepRow {
  readonly point: readonly number[];
  readonly arm: string;
  /** The arm that differences are taken from. */
  readonly reference: string;
  readonly outcome: string;
  readonly unit: string;
  readonly mean: number;
  readonly se: number;
  readonly low95: number;
  readonly high95: number;
  readonly n: number;
  readonly title: string;
  /** Paired difference from the reference arm at the same point; absent for the reference. */
  readonly difference?: PairedDifference;
}

/** Most points of one grid. */
const MAX_POINTS = 10_000;

/**
 * Reads `path=low:high:n`: n values from low to high, evenly spaced.
 *
 * @throws InputError when it is written otherwise
 * @example parseAxis('governance.auditRatePerMonth=0:0.05:3').values // [0, 0.025, 0.05]
 */
export function parseAxis(text: string): GridAxis {
  const match = /^([A-Za-z][\w.-]*)=([^:]+):([^:]+):([^:]+)$/.exec(text);
  const [low, high, n] = (match?.slice(2) ?? []).map(Number);
  if (
    match === null ||
    !Number.isFinite(low) ||
    !Number.isFinite(high) ||
    !Number.isInteger(n) ||
    n < 1 ||
    n > MAX_POINTS
  ) {
    refuse([
      {
        code: 'usage',
        path: '--vary',
        got: showValue(text),
        expected: `path=low:high:n with n from 1 to ${MAX_POINTS}, such as governance.auditRatePerMonth=0:0.05:6`,
      },
    ]);
  }
  return {
    path: match[1],
    values: Array.from({ length: n }, (_, i) => (n === 1 ? low : low + ((high - low) * i) / (n - 1))),
  };
}

/**
 * Runs a comparison at every point of a grid, on the same luck everywhere.
 *
 * @param text the scenario file
 * @param axes at least one; the grid is their product, the last axis fastest
 * @param onPoint called after each point with its bundle
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
  const book = new WorldBook();
  for (let index = 0; index < total; index++) {
    let rest = index;
    const point = new Array<number>(axes.length);
    for (let a = axes.length - 1; a >= 0; a--) {
      point[a] = axes[a].values[rest % axes[a].values.length];
      rest = Math.floor(rest / axes[a].values.length);
    }
    const set = { ...load.set, ...Object.fromEntries(axes.map((axis, a) => [axis.path, point[a]])) };
    const bundle = await compare(parseScenario(text, { ...load, set }), {
      book,
      counterfactuals: 'none',
      ...options,
    });
    for (const arm of bundle.arms) {
      const contrast = bundle.contrasts.find((candidate) => candidate.arm === arm.name);
      for (const [outcome, { unit, title, mean, se, ci95, n }] of Object.entries(arm.outcomes)) {
        const difference = contrast?.outcomes[outcome];
        const base = {
          point,
          arm: arm.name,
          reference: contrast?.reference ?? bundle.scenario.reference,
          outcome,
          title,
          unit,
          mean,
          se,
          low95: ci95[0],
          high95: ci95[1],
          n,
        };
        rows.push(difference === undefined ? base : { ...base, difference });
      }
    }
    if (onPoint(index + 1, total, bundle) === false) break;
  }
  return rows;
}
