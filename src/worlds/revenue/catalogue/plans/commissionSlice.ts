import type { PlanPreset } from './planPreset.ts';

export const commissionSlice: PlanPreset = {
  id: 'commission-slice',
  about: 'A slice of the commission that sellers are paid: marketing earns when sales does.',
  source: 'the Catherine story; its targets fit a company of five reps and 3,000 visits a month',
  roles: {
    'marketing-director': {
      baseUsdPerYear: 100_000,
      components: [{ metric: 'commission-pool', period: 'month', payout: { perUnitUsd: 0.065 } }],
    },
  },
};
