import type { PlanPreset } from './planPreset.ts';

export const revenueAndQuality: PlanPreset = {
  id: 'revenue-75-quality-25',
  about: 'Three quarters of the bonus on pipeline and bookings, one quarter on satisfied customers.',
  source: 'the Catherine story; its targets fit a company of five reps and 3,000 visits a month',
  roles: {
    'marketing-director': {
      baseUsdPerYear: 100_000,
      bonusUsdPerYear: 20_000,
      components: [
        {
          metric: 'marketing-pipeline',
          period: 'quarter',
          target: 1_850_000,
          weightShare: 0.35,
          payout: { linear: true, capShare: 1.5 },
        },
        { metric: 'bookings', period: 'quarter', target: 750_000, weightShare: 0.4, payout: 'linear' },
        { metric: 'customer-satisfaction', period: 'year', target: 75, weightShare: 0.25, payout: 'linear' },
      ],
    },
  },
};
