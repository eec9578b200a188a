import { describe, expect, test } from 'vitest';
import { compare } from '../../../src/experiments/commands/compare.ts';
import { parseRevenueScenario } from '../../../src/scenario/load.ts';
import { PRESETS } from '../../../src/worlds/revenue/catalogue/presets/index.ts';
import { threads } from '../../support/shared.ts';
import { isThorough, sized } from '../../support/thorough.ts';

const company = (preset: string) => `
schemaVersion: 1
name: As it comes
extends: preset:${preset}
question: { outcome: revenueUsd, seed: presets }
plans: { salaries: { director: { baseUsdPerYear: 150000 } } }
arms: { only: { plan: salaries } }
`;

/** Conversion rates of the honest funnel. */
async function funnelOf(preset: string) {
  const bundle = await compare(parseRevenueScenario(company(preset)), {
    replicates: sized(16, 150),
    executor: threads,
  });
  const of = (id: string) => bundle.arms[0].outcomes[id].mean;
  const marketing = of('opportunitiesCount') * (1 - of('ownWinsShare'));
  return {
    of,
    leadsPerVisit: of('leadsCount') / of('visitsCount'),
    qualified: of('mqlsCount') / of('leadsCount'),
    accepted: of('acceptedCount') / (of('sqlsCount') * (1 - of('leadsDroppedShare'))),
    opportunities: marketing / of('acceptedCount'),
    won: of('winsCount') / of('opportunitiesCount'),
  };
}

describe('the mid-market company', () => {
  test.runIf(isThorough)(
    'the mid-market company has typical conversion rates at every stage of the funnel',
    async () => {
      const funnel = await funnelOf('midmarket-software');
      expect(funnel.leadsPerVisit).toBeCloseTo(0.02, 3);
      expect(funnel.qualified).toBeCloseTo(0.25, 2);
      expect(Math.abs(funnel.accepted - 0.5)).toBeLessThan(0.02);
      expect(Math.abs(funnel.opportunities - 0.5)).toBeLessThan(0.04);
      expect(Math.abs(funnel.won - 0.2)).toBeLessThan(0.02);
      // About one lead in a hundred buys, and sellers make quota in a quarter to 60% of their months.
      const { of } = funnel;
      expect(of('winsCount') / of('leadsCount')).toBeGreaterThan(0.008);
      expect(of('winsCount') / of('leadsCount')).toBeLessThan(0.02);
      expect(of('repMonthsAtQuotaShare')).toBeGreaterThan(0.25);
      expect(of('repMonthsAtQuotaShare')).toBeLessThan(0.6);
    },
    60_000,
  );
});

test.runIf(isThorough).each(Object.keys(PRESETS))(
  'every main outcome of the preset %s is positive without overrides',
  async (preset) => {
    const { of } = await funnelOf(preset);
    for (const id of [
      'revenueUsd',
      'profitUsd',
      'repPayUsd',
      'winsCount',
      'quotaAttainmentShare',
      'trustShare',
    ])
      expect(of(id)).toBeGreaterThan(0);
  },
  60_000,
);
