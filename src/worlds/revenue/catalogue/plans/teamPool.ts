import type { PlanPreset } from './planPreset.ts';

export const teamPool: PlanPreset = {
  id: 'team-pool',
  about: 'A quarterly bonus on the attainment of the whole team, the same for each.',
  source:
    'assumption, not data; half of pay is variable, as in usual plans of account executives (Insight Partners)',
  roles: {
    'account-executive': {
      baseUsdPerYear: 60_000,
      bonusUsdPerYear: 60_000,
      components: [
        {
          metric: 'quota-attainment',
          scope: 'team',
          period: 'quarter',
          target: 1,
          weightShare: 1,
          payout: { linear: true, capShare: 1.5 },
        },
      ],
    },
  },
};
