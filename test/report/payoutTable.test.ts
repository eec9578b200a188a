import { describe, expect, test } from 'vitest';
import type { PersonPlan } from '../../src/model/plan.ts';
import { payoutTables } from '../../src/report/payoutTable.ts';
import { METRICS } from '../../src/worlds/revenue/catalogue/metrics/index.ts';

const tableOf = (pay: Omit<PersonPlan, 'baseUsdPerYear'>, quotaUsd = 100_000) =>
  payoutTables({ baseUsdPerYear: 0, ...pay }, METRICS, quotaUsd)[0];

describe('the payout table of a plan', () => {
  test('shows the bookings that a quota takes where only a part is credited', () => {
    const { points } = tableOf({ commission: { rateShare: 0.04, creditShare: 0.25 } });
    const at = points.find(({ attainment }) => attainment === 1);
    expect(at).toMatchObject({ level: 400_000, usd: 4000 });
  });

  test('ends where the metric ends', () => {
    const component = {
      metric: 'renewal-rate',
      period: 'year' as const,
      target: 0.88,
      weightShare: 1,
      payout: 'linear' as const,
    };
    const { points } = tableOf({ bonusUsdPerYear: 8800, components: [component] });
    expect(points.at(-1)).toMatchObject({ level: 1, usd: expect.closeTo(10_000, 6) });
    expect(points.every(({ level }) => level <= 1)).toBe(true);
  });

  test('says that other periods have other targets', () => {
    const component = {
      metric: 'pipeline',
      period: 'quarter' as const,
      targets: [1, 2, 3, 4],
      weightShare: 1,
      payout: 'linear' as const,
    };
    const { before } = tableOf({ bonusUsdPerYear: 1, components: [component] });
    expect(before).toContain('the targets of its other periods');
  });
});
