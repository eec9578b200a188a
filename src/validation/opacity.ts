import { log } from '../core/numeric/elementary.ts';
import { respond } from '../worlds/textbook/respond.ts';
import { rates } from './agencyWorlds.ts';
import { type Check, exactDecision as exact } from './check.ts';

const OPACITY = 'Ederer, Holden & Meyer, RAND J. Econ. 49 (2018) 819';

/**
 * Effort in two tasks that are perfect substitutes in the agent's cost, the second a fifth costlier per unit,
 * under a fair lottery over the given pairs of rates, in dollars per unit.
 */
function underOpacity(weights: readonly (readonly [number, number])[]): readonly number[] {
  return respond(
    {
      tasks: [
        { name: 'first', valueUsd: 1, lower: 0 },
        { name: 'second', valueUsd: 1, lower: 0 },
      ],
      effortCost: [
        [1, 1.2],
        [1.2, 1.44],
      ],
      metrics: [
        { name: 'first', loadings: [1, 0] },
        { name: 'second', loadings: [0, 1] },
      ],
      noise: [
        [0, 0],
        [0, 0],
      ],
      riskAversionPerUsd: 2,
    },
    {
      baseUsdPerYear: 0,
      drawn: weights.map(([first, second]) => ({
        chanceShare: 1 / weights.length,
        components: rates({ first, second }).components ?? [],
      })),
    },
  ).effort;
}

/** Opaque incentives: weights are drawn by lot and unknown to the agent. */
export const OPACITY_CHECKS: readonly Check[] = [
  exact(
    'T27',
    'Not knowing which of two measures will count balances effort: ln((l - k) / (1 - l k)) / (r b ' +
      '(1 - k)) between them',
    OPACITY,
    () => {
      const [first, second] = underOpacity([
        [1, 0.2],
        [0.2, 1],
      ]);
      return { expected: log((1.2 - 0.2) / (1 - 1.2 * 0.2)) / (2 * 0.8), simulated: first - second };
    },
  ),
  exact('T27-sum', 'and their weighted sum is b (1 + k) / (1 + l)', OPACITY, () => {
    const [first, second] = underOpacity([
      [1, 0.2],
      [0.2, 1],
    ]);
    return { expected: 1.2 / 2.2, simulated: first + 1.2 * second };
  }),
  exact('T27-open', 'With equal weights that are known everything goes to the cheaper task', OPACITY, () => {
    const [first, second] = underOpacity([
      [0.6, 0.6],
      [0.6, 0.6],
    ]);
    return { expected: 0, simulated: second / first };
  }),
];
