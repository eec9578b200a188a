import type { PlanPreset } from './planPreset.ts';

export const tieredAccelerator: PlanPreset = {
  id: 'tiered-accelerator',
  about: 'A lower rate up to half of quota, one and a half times the rate above it.',
  source:
    'an accelerator of 1.5 times (BenchSights, first look, part 3); the decelerator is an assumption, not data',
  roles: {
    'account-executive': {
      baseUsdPerYear: 60_000,
      commission: {
        tiers: [
          { fromShare: 0, rateShare: 0.08 },
          { fromShare: 0.5, rateShare: 0.1 },
          { fromShare: 1, rateShare: 0.15 },
        ],
      },
    },
  },
};
