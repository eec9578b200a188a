import type { PlanPreset } from './planPreset.ts';

export const drawAgainstCommission: PlanPreset = {
  id: 'draw-against-commission',
  about: 'No salary: commission with a recoverable draw of $4,000 a month.',
  source:
    'assumption, not data: 10% is the rate of the presets, and the draw is half of what quota pays at $960,000 a year',
  roles: {
    'account-executive': {
      baseUsdPerYear: 0,
      commission: { rateShare: 0.1, draw: { usdPerPeriod: 4000, recoverable: true } },
    },
  },
};
