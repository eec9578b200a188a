import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlanComponent } from '../../../src/model/plan.ts';
import { luckKey } from '../../../src/random/luck.ts';
import { parseRevenueScenario } from '../../../src/scenario/load.ts';
import { compileCompany } from '../../../src/worlds/revenue/company.ts';
import { measureBeliefs } from '../../../src/worlds/revenue/measureBeliefs.ts';
import { Neighbours } from '../../../src/worlds/revenue/neighbours.ts';
import { OUTCOME, OUTCOME_COUNT } from '../../../src/worlds/revenue/outcomes.ts';
import { CATHERINE } from '../../support/catherine.ts';

const { world } = parseRevenueScenario(CATHERINE, { file: 'catherine.yaml' }).arms[0];
const beliefs = measureBeliefs(world, false);
const BONUS_USD = 20_000;

/** Outcomes of three runs of the Catherine company under a director's components. */
function outcomesUnder(components: readonly PlanComponent[]): number[] {
  const pay = { director: { baseUsdPerYear: 100_000, bonusUsdPerYear: BONUS_USD, components } };
  const alone = new Neighbours([compileCompany(world, pay, beliefs)]);
  const outcomes = new Float64Array(OUTCOME_COUNT);
  return [0, 1, 2].flatMap((replicate) => {
    alone.meet(luckKey('split', replicate));
    alone.run(0, outcomes);
    return [...outcomes];
  });
}

const linear = fc.constantFrom<PlanComponent['payout']>('linear', { linear: true, capShare: 1.5 });
const curves = fc.oneof(
  linear,
  fc.constantFrom<PlanComponent['payout']>(
    'cliff',
    { linear: true, thresholdShare: 0.6 },
    {
      points: [
        [0.8, 0],
        [1, 1],
        [1.2, 1.5],
      ],
    },
  ),
);
const component = (payout: fc.Arbitrary<PlanComponent['payout']>): fc.Arbitrary<PlanComponent> =>
  fc
    .record({
      metric: fc.constantFrom('visitors', 'leads', 'sqls', 'marketing-pipeline', 'acceptance-rate'),
      period: fc.constantFrom('month' as const, 'quarter' as const),
      reach: fc.double({ min: 0.8, max: 1.6, noNaN: true }),
      payout,
    })
    .map(({ metric, period, reach, payout }) => {
      const months = period === 'quarter' ? 3 : 1;
      const usual = {
        visitors: 3000,
        leads: 320,
        sqls: 50,
        'marketing-pipeline': 600_000,
        'acceptance-rate': 0.5,
      }[metric]!;
      const target = reach * usual * (metric === 'acceptance-rate' ? 1 : months);
      return { metric, period, target, weightShare: 1, payout };
    });
const split = (whole: PlanComponent, weights: readonly number[]) =>
  weights.map((weightShare) => ({ ...whole, weightShare }));

describe('a component that is written as several on the same metric', () => {
  test('changes no outcome, to the last bit, where the parts are halves or quarters', () => {
    fc.assert(
      fc.property(component(curves), fc.constantFrom(2, 4), (whole, parts) => {
        const weights = Array.from({ length: parts }, () => 1 / parts);
        expect(outcomesUnder(split(whole, weights))).toEqual(outcomesUnder([whole]));
      }),
      { seed: 11, numRuns: 12 },
    );
  });

  test('changes no outcome by more than rounding where the parts are uneven', () => {
    fc.assert(
      fc.property(component(linear), fc.double({ min: 0.1, max: 0.9, noNaN: true }), (whole, weight) => {
        const apart = outcomesUnder(split(whole, [weight, 1 - weight]));
        const together = outcomesUnder([whole]);
        for (const [i, value] of apart.entries())
          if (!Number.isNaN(value))
            expect(Math.abs(value - together[i])).toBeLessThanOrEqual(1e-9 * Math.abs(together[i]));
      }),
      { seed: 13, numRuns: 8 },
    );
  });

  test('is worth the same where other components stand between the parts', () => {
    fc.assert(
      fc.property(component(curves), component(linear), (whole, other) => {
        const half = { ...whole, weightShare: 0.25 };
        const between = { ...other, weightShare: 0.5 };
        fc.pre(whole.metric !== other.metric);
        const apart = outcomesUnder([half, between, half]);
        const together = outcomesUnder([{ ...whole, weightShare: 0.5 }, between]);
        for (const [i, value] of apart.entries())
          if (!Number.isNaN(value)) expect(value).toBeCloseTo(together[i], 6);
      }),
      { seed: 12, numRuns: 8 },
    );
  });
});

test('two tiers as components and as one curve are gamed alike', () => {
  const tier = (target: number, weightShare: number): PlanComponent => ({
    metric: 'sqls',
    period: 'month',
    target,
    weightShare,
    payout: 'cliff',
  });
  const second = 69.5 / 59.5;
  const asCurve: PlanComponent = {
    ...tier(59.5, 1),
    payout: {
      points: [
        [0.5, 0],
        [1, 0],
        [1, 0.7],
        [second, 0.7],
        [second, 1],
      ],
    },
  };
  const [apart, together] = [[tier(59.5, 0.7), tier(69.5, 0.3)], [asCurve]].map(outcomesUnder);
  for (const id of ['revenueUsd', 'directorPayUsd', 'sqlsCount', 'hollowSqlsShare'] as const)
    for (let run = 0; run < 3; run++) {
      const at = run * OUTCOME_COUNT + OUTCOME[id];
      expect(Math.abs(apart[at] - together[at]), id).toBeLessThanOrEqual(1e-3 * Math.abs(together[at]));
    }
  // Somebody plays: a director who stopped deciding would pass this test without a hollow lead.
  expect(together[OUTCOME.hollowSqlsShare]).toBeGreaterThan(0.1);
});
