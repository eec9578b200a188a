import type { PlanPreset } from './planPreset.ts';

export const yearToDate: PlanPreset = {
  id: 'year-to-date',
  about: 'Commission every quarter on the year so far, with an accelerator above the quota so far.',
  source: 'assumption, not data: the rates of tiered-accelerator, so that both can be compared',
  roles: {
    'account-executive': {
      baseUsdPerYear: 60_000,
      commission: {
        period: 'quarter',
        measured: 'yearToDate',
        tiers: [
          { fromShare: 0, rateShare: 0.08 },
          { fromShare: 0.5, rateShare: 0.1 },
          { fromShare: 1, rateShare: 0.15 },
        ],
      },
    },
  },
};
