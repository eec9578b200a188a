import { exp, log } from '../core/numeric/elementary.ts';
import { normalCdf, normalDensity } from '../core/numeric/normal.ts';
import type { PlanComponent } from '../model/plan.ts';
import { respond, type TextbookResponse } from '../worlds/textbook/respond.ts';
import { type Check, exactDecision as exact } from './check.ts';

const QUADRANT = 'Sheppard, Phil. Trans. A 192 (1899) 101, for the chance of a quadrant';
const FIRST_ORDER = 'first-order condition';
const BONUS_USD = 3;
const CORRELATION = 0.5;

const goal = (metric: string, gates: readonly string[] = []): PlanComponent => ({
  metric,
  period: 'year',
  payout: {
    points: [
      [0, 0],
      [0, 1],
    ],
  },
  target: 1,
  weightShare: 1,
  gates: gates.map((gate) => ({ metric: gate, level: 0 })),
});
const perUnit = (metric: string): PlanComponent => ({ metric, period: 'year', payout: { perUnitUsd: 1 } });

/** A band: no pay up to one half, a constant rate from there to one and a half, constant pay beyond. */
const BAND_RATE = BONUS_USD / 0.5;
const band = (metric: string): PlanComponent => ({
  ...goal(metric),
  target: 0.5,
  payout: {
    points: [
      [1, 0],
      [3, 2],
    ],
  },
});

/**
 * Response and pay of an agent whose single task moves several metrics equally; their noise is correlated.
 * Without `works`, effort is held at zero.
 */
function answer(
  metrics: number,
  components: readonly PlanComponent[],
  over: { readonly works?: boolean; readonly r?: number; readonly bonusCapUsd?: number } = {},
): TextbookResponse {
  const { works = true, r = 0, bonusCapUsd } = over;
  const names = ['first', 'second', 'third'].slice(0, metrics);
  return respond(
    {
      tasks: [{ name: 'work', valueUsd: 1, lower: 0, ...(works ? {} : { upper: 0 }) }],
      effortCost: [[1]],
      metrics: names.map((name) => ({ name, loadings: [1] })),
      noise: names.map((_, i) => names.map((__, j) => (i === j ? 1 : CORRELATION))),
      riskAversionPerUsd: r,
    },
    {
      baseUsdPerYear: 0,
      bonusUsdPerYear: BONUS_USD,
      components,
      ...(bonusCapUsd === undefined ? {} : { bonusCapUsd }),
    },
  );
}

/** Effort at which a decreasing marginal value equals the marginal cost, e. */
function whereWorth(marginal: (effort: number) => number): number {
  let low = 0;
  let high = 10;
  for (let step = 0; step < 80; step++) {
    const middle = 0.5 * (low + high);
    if (marginal(middle) > middle) low = middle;
    else high = middle;
  }
  return low;
}

const CAP_USD = 2;
/** Standard deviation of the sum of two metrics. */
const BOTH_SD = Math.sqrt(2 + 2 * CORRELATION);

/** Pay that must be valued jointly: gates, caps on the total, kinks on metrics with shared noise. */
export const JOINT: readonly Check[] = [
  exact(
    'J-quadrant',
    'A bonus behind a gate, both at even odds and correlated by a half, is paid a third of the time',
    QUADRANT,
    () => ({
      expected: 1 / 3,
      simulated: answer(2, [goal('first', ['second'])], { works: false }).expectedPayUsd / BONUS_USD,
    }),
  ),
  exact('J-octant', 'and behind two gates a quarter of the time', QUADRANT, () => ({
    expected: 1 / 4,
    simulated: answer(3, [goal('first', ['second', 'third'])], { works: false }).expectedPayUsd / BONUS_USD,
  })),
  exact(
    'J-gate',
    'Effort for a bonus behind a gate: c e = 2 B phi(e) Phi(e sqrt((1 - rho) / (1 + rho)))',
    FIRST_ORDER,
    () => ({
      expected: whereWorth(
        (e) =>
          2 * BONUS_USD * normalDensity(e) * normalCdf(e * Math.sqrt((1 - CORRELATION) / (1 + CORRELATION))),
      ),
      simulated: answer(2, [goal('first', ['second'])]).effort[0],
    }),
  ),
  exact(
    'J-risk',
    'Two goals at even odds that share noise are worth -ln((1 + exp(-r B) + exp(-2 r B)) / 3) / r',
    QUADRANT,
    () => {
      const r = 0.8;
      return {
        expected: -log((1 + exp(-r * BONUS_USD) + exp(-2 * r * BONUS_USD)) / 3) / r,
        simulated: answer(2, [goal('first'), goal('second')], { works: false, r }).certaintyEquivalentUsd,
      };
    },
  ),
  exact(
    'J-cap',
    'Effort under a cap K on the total of two pieces: c e = 2 b Phi((K - 2 b e) / sd)',
    FIRST_ORDER,
    () => ({
      expected: whereWorth((e) => 2 * normalCdf((CAP_USD - 2 * e) / Math.sqrt(2 + 2 * CORRELATION))),
      simulated: answer(2, [perUnit('first'), perUnit('second')], { bonusCapUsd: CAP_USD }).effort[0],
    }),
  ),
  exact(
    'J-goals',
    'and three are worth -ln((1 + exp(-r B) + exp(-2 r B) + exp(-3 r B)) / 4) / r',
    QUADRANT,
    () => {
      const r = 0.8;
      const paid = exp(-r * BONUS_USD);
      const goals = ['first', 'second', 'third'].map((metric) => goal(metric));
      return {
        expected: -log((1 + paid + paid * paid + paid * paid * paid) / 4) / r,
        simulated: answer(3, goals, { works: false, r }).certaintyEquivalentUsd,
      };
    },
  ),
  exact('J-line', 'A dollar a unit behind a gate at even odds pays rho phi(0)', QUADRANT, () => ({
    expected: CORRELATION * normalDensity(0),
    simulated: answer(2, [{ ...perUnit('first'), gates: [{ metric: 'second', level: 0 }] }], { works: false })
      .expectedPayUsd,
  })),
  exact(
    'J-cap-pay',
    'Two pieces under a cap K pay K (1 - Phi(K / sd)) - sd phi(K / sd)',
    'arithmetic',
    () => ({
      expected: CAP_USD * (1 - normalCdf(CAP_USD / BOTH_SD)) - BOTH_SD * normalDensity(CAP_USD / BOTH_SD),
      simulated: answer(2, [perUnit('first'), perUnit('second')], { works: false, bonusCapUsd: CAP_USD })
        .expectedPayUsd,
    }),
  ),
  exact(
    'J-cap-risk',
    'and are worth -ln(exp(-r K) (1 - Phi(K / sd)) + exp(r² sd² / 2) Phi(K / sd + r sd)) / r',
    'arithmetic',
    () => {
      const r = 0.8;
      const k = CAP_USD / BOTH_SD;
      const risk = r * BOTH_SD;
      return {
        expected:
          -log(exp(-r * CAP_USD) * (1 - normalCdf(k)) + exp(0.5 * risk * risk) * normalCdf(k + risk)) / r,
        simulated: answer(2, [perUnit('first'), perUnit('second')], { works: false, r, bonusCapUsd: CAP_USD })
          .certaintyEquivalentUsd,
      };
    },
  ),
  exact(
    'J-bands',
    'Two lines from half a deviation up to one and a half pay what each pays alone, whatever ' +
      'noise they share',
    'arithmetic',
    () => ({
      expected:
        2 *
        BAND_RATE *
        (normalDensity(0.5) -
          normalDensity(1.5) -
          0.5 * (normalCdf(1.5) - normalCdf(0.5)) +
          (1 - normalCdf(1.5))),
      simulated: answer(2, [band('first'), band('second')], { works: false }).expectedPayUsd,
    }),
  ),
  exact(
    'J-bands-effort',
    'and effort for them is c e = 2 b (Phi(3/2 - e) - Phi(1/2 - e))',
    FIRST_ORDER,
    () => ({
      expected: whereWorth((e) => 2 * BAND_RATE * (normalCdf(1.5 - e) - normalCdf(0.5 - e))),
      simulated: answer(2, [band('first'), band('second')]).effort[0],
    }),
  ),
];
