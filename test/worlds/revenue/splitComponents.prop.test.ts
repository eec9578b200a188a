import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlanComponent } from '../../../src/model/plan.ts';
import { luckKey } from '../../../src/random/luck.ts';
import { parseRevenueScenario } from '../../../src/scenario/load.ts';
import { compileCompany } from '../../../src/worlds/revenue/compile/company.ts';
import type { Company } from '../../../src/worlds/revenue/contract/company.ts';
import { outcomeValue as outcomeOf } from '../../../src/worlds/revenue/contract/outcome.ts';
import { SharedMarket } from '../../../src/worlds/revenue/engine/sharedMarket.ts';
import { measureBeliefs } from '../../../src/worlds/revenue/preparation/measureBeliefs.ts';
import { CATHERINE } from '../../support/catherine.ts';

const { world } = parseRevenueScenario(CATHERINE, { file: 'catherine.yaml' }).arms[0];
const beliefs = measureBeliefs(world);
const BONUS_USD = 20_000;

/** The Catherine company with the given components for its director. */
const companyUnder = (components: readonly PlanComponent[]) =>
  compileCompany(
    world,
    { director: { baseUsdPerYear: 100_000, bonusUsdPerYear: BONUS_USD, components } },
    beliefs,
  );

/** Outcomes of three runs of a company. */
function runsOf(company: Company): Float64Array[] {
  const alone = new SharedMarket([company]);
  return [0, 1, 2].map((replicate) => {
    const outcomes = new Float64Array(company.outcomes.length);
    alone.meet(luckKey('split', replicate));
    alone.run(0, outcomes);
    return outcomes;
  });
}

const outcomesUnder = (components: readonly PlanComponent[]): number[] =>
  runsOf(companyUnder(components)).flatMap((outcomes) => [...outcomes]);

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

describe('a component split into several on the same metric', () => {
  test('splitting a component into halves or quarters changes no outcome, to the last bit', () => {
    fc.assert(
      fc.property(component(curves), fc.constantFrom(2, 4), (whole, parts) => {
        const weights = Array.from({ length: parts }, () => 1 / parts);
        expect(outcomesUnder(split(whole, weights))).toEqual(outcomesUnder([whole]));
      }),
      { seed: 11, numRuns: 12 },
    );
  });

  test('splitting a linear component into unequal parts changes outcomes only by rounding', () => {
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

  test('the parts of a split component act as one even with another component between them', () => {
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

test('two tiers are gamed alike as two components and as one curve', () => {
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
  const [apart, together] = [[tier(59.5, 0.7), tier(69.5, 0.3)], [asCurve]].map((components) => {
    const company = companyUnder(components);
    return runsOf(company).map((outcomes) => (id: string) => outcomeOf(company, outcomes, id));
  });
  for (const id of ['revenueUsd', 'directorPayUsd', 'sqlsCount', 'hollowSqlsShare'])
    for (const [run, of] of apart.entries()) {
      const wanted = together[run](id);
      expect(Math.abs(of(id) - wanted), id).toBeLessThanOrEqual(1e-3 * Math.abs(wanted));
    }
  // There must be gaming: a director who no longer decided would pass this test without hollow leads.
  expect(together[0]('hollowSqlsShare')).toBeGreaterThan(0.1);
});
