import type { PlanPreset } from './planPreset.ts';

export const fluff: PlanPreset = {
  id: 'fluff',
  about: 'The plan of the story: visits, SQLs and leads, a third each, all or nothing every month.',
  source: 'the Catherine story; its targets fit a company of five reps and 3,000 visits a month',
  roles: {
    'marketing-director': {
      baseUsdPerYear: 100_000,
      bonusUsdPerYear: 20_000,
      components: [
        { metric: 'visitors', period: 'month', target: 5000, weightShare: 0.34, payout: 'cliff' },
        { metric: 'sqls', period: 'month', target: 100, weightShare: 0.33, payout: 'cliff' },
        { metric: 'leads', period: 'month', target: 300, weightShare: 0.33, payout: 'cliff' },
      ],
    },
  },
};
