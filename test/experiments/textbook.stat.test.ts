import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../src/core/errors.ts';
import { compare } from '../../src/experiments/commands/compare.ts';
import { optimise } from '../../src/experiments/commands/optimise.ts';
import { sweep } from '../../src/experiments/commands/sweep.ts';
import type { Bundle } from '../../src/experiments/result/bundle.ts';
import { bundleSchema } from '../../src/experiments/result/bundleSchema.ts';
import { renderHtml } from '../../src/report/html.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { renderTerminal } from '../../src/report/terminal.ts';
import { asRevenue, parseScenario } from '../../src/scenario/load.ts';
import { respond } from '../../src/worlds/textbook/respond.ts';
import { isThorough, sized } from '../support/thorough.ts';

const text = (name: string) => readFileSync(`scenarios/textbook/${name}.yaml`, 'utf8');
const ONE = text('one-task');
const FLUFF = text('fluff');
const armOf = (bundle: Bundle, name: string) => bundle.arms.find((arm) => arm.name === name)!;
const mean = (bundle: Bundle, arm: string, id: string) => armOf(bundle, arm).outcomes[id].mean;

/** A contest, a team or a relative metric: one task, two or more agents, one metric of the given scope. */
const several = (scope: string, payout: string, extra = '') => `schemaVersion: 1
world: textbook
name: Several agents
question: { outcome: surplusUsd, replicates: ${sized(400, 4000)}, seed: several }
people: { agents: { role: agent, count: 4, riskAversionPerUsd: 0.00001 } }
tasks: { work: { valueUsd: 3000, costUsd: 1000 } }
metrics: { output: { loadings: { work: 1 }, noiseSd: 1.5, sharedNoiseSd: 0.8, scope: ${scope} } }
plans: { paid: { agents: { baseUsdPerYear: 100, ${extra} components: [{ metric: output, period: year, ${payout} }] } } }
`;

describe('a textbook scenario in the common pipeline', () => {
  test('the response to linear pay equals theory, and simulated pay equals expected pay', async () => {
    const bundle = bundleSchema.parse(await compare(parseScenario(ONE))) as Bundle;
    expect(mean(bundle, 'best-share', 'effort_work')).toBeCloseTo(2 / 3, 8);
    expect(mean(bundle, 'whole-output', 'effort_work')).toBeCloseTo(1, 8);
    expect(mean(bundle, 'best-share', 'surplusUsd')).toBeCloseTo(20_000 / 3, 3);
    const pay = armOf(bundle, 'best-share').outcomes.payUsd;
    expect(Math.abs(pay.mean - (40_000 / 3) * (2 / 3))).toBeLessThan(4 * pay.se);
    // Value to the agent: pay less the cost of effort and the risk premium.
    const worth = armOf(bundle, 'best-share').certaintyEquivalentUsd!;
    expect(Math.abs(worth.mean - (80_000 / 9 - 40_000 / 9 - 20_000 / 9))).toBeLessThan(4 * worth.se);
  });

  test('optimise finds the best share within one percent, and the best division between two measures', async () => {
    const path = 'plans.best.agent.components.0.payout.perUnitUsd';
    const found = await optimise((set) => parseScenario(ONE, { set }), [{ path, low: 0, high: 60_000 }]);
    expect(Math.abs(found.free[0].best / (40_000 / 3) - 1)).toBeLessThan(0.01);
    expect(found.mean).toBeGreaterThan(0.9999 * (20_000 / 3));
    expect(found.free[0].flatLow).toBeLessThan(13_000);
    // Two measures of one effort, the second with twice the noise: shares are proportional to precisions, 4
    // to 1.
    const two = ONE.replace(
      'output: { loadings: { work: 1 }, noiseSd: 0.7071067811865476 }',
      'output: { loadings: { work: 1 }, noiseSd: 0.7071067811865476 }\n  late: { loadings: { work: 1 }, noiseSd: 1.4142135623730951 }',
    ).replace(
      /best: .*/,
      'best: { agent: { baseUsdPerYear: 0, components: [{ metric: output, period: year, payout: { perUnitUsd: 1 } }, { metric: late, period: year, payout: { perUnitUsd: 1 } }] } }',
    );
    const both = await optimise(
      (set) => parseScenario(two, { set }),
      [
        { path, low: 0, high: 15_000 },
        { path: path.replace('0.payout', '1.payout'), low: 0, high: 6000 },
      ],
      { evaluations: 300 },
    );
    // b = v / (1 + r c s^2) with s^2 = 1 / (2 + 1/2): precision-weighted.
    const total = 20_000 / (1 + 1 / 2.5);
    expect(Math.abs(both.free[0].best / (0.8 * total) - 1)).toBeLessThan(0.01);
    expect(Math.abs(both.free[1].best / (0.2 * total) - 1)).toBeLessThan(0.01);
    expect(both.mean).toBeGreaterThan(0.9999 * (total / 2));
  }, 60_000);

  test('a sweep varies the world, not only the plan', async () => {
    const rows = await sweep(
      ONE,
      [{ path: 'people.agent.riskAversionPerUsd', values: [0, 1e-4] }],
      {},
      { replicates: 10 },
    );
    const surplus = rows.filter((row) => row.outcome === 'surplusUsd' && row.arm === 'best-share');
    expect(surplus.map((row) => row.mean)).toEqual([
      expect.closeTo(80_000 / 9, 2),
      expect.closeTo(40_000 / 9, 2),
    ]);
  });

  test('agents game pay on leads unless honest, and every plan falls short of first best', async () => {
    const bundle = await compare(parseScenario(FLUFF), { replicates: 200 });
    expect(mean(bundle, 'leads', 'effort_puffing')).toBeGreaterThan(1);
    expect(mean(bundle, 'leads-honest', 'effort_puffing')).toBe(0);
    expect(mean(bundle, 'leads-honest', 'hollowPayUsd')).toBe(0);
    expect(mean(bundle, 'bookings', 'effort_puffing')).toBe(0);
    // With pay of 2,000 per unit on both metrics: 300 s + 120 h + 40 p = 2000, 300 (h - 4) + 120 s = 0, 600 p
    // + 40 s = 2000, with h off its bound.
    const [s, h, p] = ['selling', 'helping', 'puffing'].map((task) =>
      mean(bundle, 'leads', `effort_${task}`),
    );
    expect(300 * s + 120 * (h - 4) + 40 * p).toBeCloseTo(2000, 4);
    expect(300 * (h - 4) + 120 * s).toBeCloseTo(0, 4);
    expect(600 * p + 40 * s).toBeCloseTo(2000, 4);
    // Earnings from gaming: three agents, 2,000 per unit.
    expect(mean(bundle, 'leads', 'hollowPayUsd')).toBeCloseTo(3 * 2000 * p, 4);
    for (const { costs } of bundle.misalignment)
      expect(costs.surplusUsd.total!.meanDifference).toBeGreaterThan(0);
    const own = bundle.misalignment.find((item) => item.arm === 'leads')!.costs.surplusUsd;
    expect(own.gaming.meanDifference).toBeCloseTo(
      mean(bundle, 'leads-honest', 'surplusUsd') - mean(bundle, 'leads', 'surplusUsd'),
      6,
    );
  });

  const SCOPES = [
    ['pooled', 'payout: { perUnitUsd: 250 }', ''],
    ['relative', 'payout: { perUnitUsd: 900 }', ''],
    ['best-of', 'target: 1, weightShare: 1, payout: cliff', 'bonusUsdPerYear: 9000,'],
    [
      'own',
      'target: 2, weightShare: 1, payout: { linear: true, thresholdShare: 0.5, capShare: 2 }',
      'bonusUsdPerYear: 4000,',
    ],
  ] as const;
  // The equilibrium of a contest takes long to find.
  const asked = SCOPES.filter(([scope]) => isThorough || scope !== 'best-of');
  test.each(asked)(
    'mean pay on a metric of scope %s equals the agents’ expectation',
    async (scope, payout, extra) => {
      const scenario = parseScenario(several(scope, payout, extra));
      if (scenario.kind !== 'textbook') throw new Error('not a textbook world');
      const bundle = await compare(scenario, { counterfactuals: 'none' });
      const answer = respond(scenario.arms[0].world, scenario.arms[0].pay.agents);
      expect(answer.settled).toBe(true);
      const pay = bundle.arms[0].outcomes.payUsd;
      expect(answer.effort[0]).toBeGreaterThan(0.05);
      // Prizes of a contest always sum to the same amount; the other scopes vary.
      expect(Math.abs(pay.mean - 4 * answer.expectedPayUsd)).toBeLessThan(
        4 * pay.se + 1e-3 * pay.mean * Number(scope === 'best-of'),
      );
      const metric = bundle.arms[0].outcomes.metric_output;
      if (scope !== 'best-of')
        expect(Math.abs(metric.mean - answer.metricMean[0])).toBeLessThan(4 * metric.se);
    },
  );

  test('pay by lot is drawn with the announced probabilities, and balances effort', async () => {
    const bundle = await compare(parseScenario(text('opacity')));
    expect(mean(bundle, 'open', 'effort_quality')).toBe(0);
    expect(mean(bundle, 'by-lot', 'effort_quality')).toBeGreaterThan(0.1);
    expect(mean(bundle, 'by-lot', 'riskPremiumUsd')).toBeGreaterThan(
      10 * mean(bundle, 'open', 'riskPremiumUsd'),
    );
    const [volume, quality] = ['volume', 'quality'].map((task) => mean(bundle, 'by-lot', `effort_${task}`));
    const pay = armOf(bundle, 'by-lot').outcomes.payUsd;
    expect(Math.abs(pay.mean - (5000 + 6000 * (volume + quality)))).toBeLessThan(4 * pay.se);
    // The two draws differ by 8,000 x (volume - quality). Half of that is the standard deviation of pay,
    // apart from measurement noise.
    expect(pay.p90 - pay.p10).toBeGreaterThan(0.8 * 8000 * (volume - quality));
    const worth = armOf(bundle, 'by-lot').certaintyEquivalentUsd!;
    expect(
      Math.abs(
        worth.mean -
          (pay.mean - mean(bundle, 'by-lot', 'effortCostUsd') - mean(bundle, 'by-lot', 'riskPremiumUsd')),
      ),
    ).toBeLessThan(4 * worth.se);
    expect(renderMarkdown(bundle)).toContain('By lot, with a chance of 50%');
  });

  test('--hold utility equalises the agents’ certainty equivalents, and --hold cost total pay', async () => {
    const utility = await compare(parseScenario(FLUFF), { replicates: 300, hold: 'utility' });
    const worths = utility.arms.map((arm) => arm.certaintyEquivalentUsd!.mean);
    for (const worth of worths) expect(worth).toBeCloseTo(worths[0], 4);
    const cost = await compare(parseScenario(FLUFF), { replicates: 300, hold: 'cost' });
    for (const arm of cost.arms)
      expect(arm.outcomes.payUsd.mean).toBeCloseTo(cost.arms[0].outcomes.payUsd.mean, 4);
  });

  test('--hold leaves the cost of gaming the same under every plan', async () => {
    const gaming = async (hold?: 'cost' | 'utility') => {
      const bundle = await compare(parseScenario(FLUFF), { replicates: 100, ...(hold && { hold }) });
      return bundle.misalignment.map(({ costs }) => costs.profitUsd.gaming.meanDifference);
    };
    const plain = await gaming();
    for (const hold of ['cost', 'utility'] as const)
      for (const [a, cost] of (await gaming(hold)).entries()) expect(cost).toBeCloseTo(plain[a], 4);
  });

  test.runIf(isThorough)(
    'a contest without a pure-strategy equilibrium is reported as such',
    async () => {
      const wild = several('best-of', 'target: 1, weightShare: 1, payout: cliff', 'bonusUsdPerYear: 100,')
        .replace('count: 4, riskAversionPerUsd: 0.00001', 'count: 2')
        .replace('costUsd: 1000', 'costUsd: 1')
        .replace(/replicates: \d+/, 'replicates: 20');
      const { warnings } = await compare(parseScenario(wild));
      expect(warnings.join(' ')).toMatch(/paid: the agents’ answers to each other do not settle/);
    },
    60_000,
  );

  test('reports speak of agents, not of a sales floor', async () => {
    const bundle = await compare(parseScenario(FLUFF), { replicates: 100 });
    const pages = [await renderHtml(bundle), renderMarkdown(bundle), renderTerminal(bundle)];
    for (const page of pages) {
      expect(page).toContain('puffing');
      expect(page).not.toMatch(/director|SQL|quota|undefined|NaN/);
    }
  });

  test('a textbook scenario is refused where a company is needed', () => {
    expect(() => asRevenue(parseScenario(ONE), 'one-task.yaml')).toThrow(InputError);
  });
});
