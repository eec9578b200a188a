import type { Issue } from '../../core/errors.ts';
import { choleskyOf } from '../../core/numeric/cholesky.ts';
import { componentCurve } from '../../plans/componentCurve.ts';
import type { TextbookWorld } from '../../worlds/textbook/world.ts';
import type { Locate } from '../places.ts';
import type { TextbookFile } from './textbookSchema.ts';

type Plan = TextbookFile['plans'][string];
type Pay = Plan[string];

/** Maximum number of metrics that are valued jointly. */
const MOST_METRICS = 3;
/** Maximum of risk aversion, per dollar, times the dollars that {@link usdAtRisk} returns. */
const MOST_AVERSION = 20;
/** Minimum standard deviation of a metric's noise given the metrics before it, as a share of its own. */
const LEAST_OWN_NOISE = 1e-4;

/** Describes pay that must be valued jointly. */
const TOGETHER = 'where components are gated, capped together, or kinked on correlated metrics';

/** Reason why pay cannot be valued, and the part of the plan concerned. */
interface Obstacle extends Pick<Issue, 'expected' | 'got'> {
  readonly at: 'drawn' | 'components';
}

/**
 * Checks that pay can be valued. Components drawn by lot need a world whose metrics all have scope `own`.
 *
 * Pay that must be valued jointly can have neither lots nor contests. It is limited to three metrics, none of
 * them a linear combination of the others, and to moderate risk aversion.
 */
export function checkTextbookValuation(
  planName: string,
  plan: Plan,
  world: TextbookWorld,
  locate: Locate,
): Issue[] {
  return Object.entries(plan).flatMap(([person, pay]): Issue[] => {
    const obstacle = findObstacle(pay, world);
    if (obstacle === undefined) return [];
    const { at, ...words } = obstacle;
    const path = ['plans', planName, person, at];
    return [{ code: 'inconsistent', ...locate(path), path: path.join('.'), ...words }];
  });
}

function findObstacle(pay: Pay, world: TextbookWorld): Obstacle | undefined {
  const { drawn } = pay;
  if (drawn !== undefined && world.metrics.some(({ scope }) => scope !== 'own'))
    return { at: 'drawn', expected: 'metrics of scope own, where components are drawn by lot' };
  const names = namesIn(pay);
  const paid = names.map((name) => placeOf(name, world));
  if (comesApart(pay, paid, world)) return undefined;
  if (drawn !== undefined) return { at: 'drawn', expected: `no components by lot ${TOGETHER}` };
  if (paid.some((m) => world.metrics[m].scope === 'best-of'))
    return { at: 'components', expected: `no metric of scope best-of ${TOGETHER}` };
  if (paid.length > MOST_METRICS)
    return {
      at: 'components',
      got: `${paid.length} metrics`,
      expected: `at most three metrics ${TOGETHER}`,
    };
  const atRisk = usdAtRisk(pay, world);
  if (world.riskAversionPerUsd * atRisk > MOST_AVERSION) {
    const most = Number((MOST_AVERSION / atRisk).toPrecision(2));
    return { at: 'components', expected: `a riskAversionPerUsd of at most ${most} ${TOGETHER}` };
  }
  const repeated = findRepeated(paid, world);
  if (repeated < 0) return undefined;
  return {
    at: 'components',
    got: names[repeated],
    expected: `metrics with noise of their own ${TOGETHER}`,
  };
}

/** Names of all metrics in components that are not drawn by lot, including gate metrics. */
function namesIn({ components = [] }: Pay): string[] {
  return [
    ...new Set(components.flatMap(({ metric, gates = [] }) => [metric, ...gates.map((gate) => gate.metric)])),
  ];
}

function placeOf(name: string, { metrics }: TextbookWorld): number {
  return metrics.findIndex((metric) => metric.name === name);
}

/**
 * Whether pay needs no joint valuation: no gates, no cap on the total, and linear pay or uncorrelated
 * metrics.
 */
function comesApart(pay: Pay, paid: readonly number[], world: TextbookWorld): boolean {
  const { components = [], drawn = [], bonusCapUsd } = pay;
  const all = [...components, ...drawn.flatMap((way) => way.components)];
  const isGated = all.some(({ gates = [] }) => gates.length > 0);
  if (isGated || bonusCapUsd !== undefined) return false;
  const isStraight = components.every(
    ({ payout }) => payout === 'linear' || (typeof payout === 'object' && 'perUnitUsd' in payout),
  );
  return isStraight || !paid.some((a) => paid.some((b) => a !== b && covarianceOf(a, b, world) !== 0));
}

/** Covariance of two metrics of one agent, from own and shared noise. */
function covarianceOf(a: number, b: number, { noise, sharedNoise }: TextbookWorld): number {
  return noise[a][b] + (sharedNoise?.[a][b] ?? 0);
}

/** Upper bound on the dollars that one standard deviation of every metric moves, jumps aside. */
function usdAtRisk({ components = [], bonusUsdPerYear = 0 }: Pay, world: TextbookWorld): number {
  return components.reduce((sum, component) => {
    const m = placeOf(component.metric, world);
    const { slopeSum } = componentCurve(component, bonusUsdPerYear, false);
    return sum + slopeSum * Math.sqrt(covarianceOf(m, m, world));
  }, 0);
}

/** Index of the first paid metric whose noise depends linearly on earlier ones; -1 if there is none. */
function findRepeated(paid: readonly number[], world: TextbookWorld): number {
  const root = choleskyOf(paid.map((a) => paid.map((b) => covarianceOf(a, b, world))));
  return root.findIndex((row, i) => {
    const sd = Math.sqrt(covarianceOf(paid[i], paid[i], world));
    return !(row[i] > LEAST_OWN_NOISE * sd);
  });
}
