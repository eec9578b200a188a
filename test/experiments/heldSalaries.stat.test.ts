import { describe, expect, test } from 'vitest';
import { compare } from '../../src/experiments/commands/compare.ts';
import type { Hold } from '../../src/experiments/estimates/armColumns.ts';
import type { Bundle } from '../../src/experiments/result/bundle.ts';
import { parseRevenueScenario } from '../../src/scenario/load.ts';
import { cache, threads } from '../support/shared.ts';
import { armOf, mean, readBase, textOf } from '../support/shipped.ts';
import { isThorough, sized } from '../support/thorough.ts';

const held = (hold: Hold | undefined, set: Readonly<Record<string, unknown>> = {}): Promise<Bundle> =>
  compare(parseRevenueScenario(textOf('marketers-come-and-go.yaml'), { readBase, set }), {
    replicates: sized(24, 300),
    arms: isThorough
      ? ['salary', 'numbers', 'a-tenth-less', 'nothing']
      : ['salary', 'a-tenth-less', 'nothing'],
    counterfactuals: 'none',
    cache,
    executor: threads,
    ...(hold === undefined ? {} : { hold }),
  });

describe('salaries held at equal cost where turnover responds to pay', () => {
  test('cost agrees within half a percent, and leaving is that of the changed salary', async () => {
    const [free, equal] = [await held(undefined), await held('cost')];
    const wanted = mean(equal, 'salary', 'payUsd');
    for (const { outcomes } of equal.arms)
      expect(Math.abs(outcomes.payUsd.mean / wanted - 1)).toBeLessThan(0.005);
    // Nobody stays without pay; at the salary of the reference they stay as long as under it.
    expect(mean(free, 'nothing', 'tenureMonths')).toBe(1);
    const [paid, like] = ['nothing', 'salary'].map((arm) => mean(equal, arm, 'marketersLeftCount'));
    expect(Math.abs(paid / like - 1)).toBeLessThan(0.05);
    expect(mean(free, 'a-tenth-less', 'marketersLeftCount')).toBeGreaterThan(like);
    // Three years of a salary of 100,000, and of a tenth of it.
    expect(Math.abs(armOf(equal, 'nothing').heldUsd! / 300_000 - 1)).toBeLessThan(0.03);
    expect(Math.abs(armOf(equal, 'a-tenth-less').heldUsd! / 30_000 - 1)).toBeLessThan(0.1);
  }, 60_000);

  test.runIf(isThorough)(
    'a salary never falls below 0, and the result says so',
    async () => {
      const found = await held('cost', { 'plans.salary': { director: { baseUsdPerYear: 1000 } } });
      expect(found.warnings.join(' ')).toContain('Even with a salary of 0, a-tenth-less costs more');
      const change = armOf(found, 'a-tenth-less').heldUsd!;
      expect(change).toBeGreaterThanOrEqual(-3 * 90_000);
    },
    60_000,
  );
});
