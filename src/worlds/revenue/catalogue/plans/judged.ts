import type { PlanPreset } from './planPreset.ts';

export const judged: PlanPreset = {
  id: 'judged',
  about: 'A quarterly bonus on a rating (MBO): half on leads that sales accepts, half on visible work.',
  source:
    'assumption, not data: rating error is about as large as true differences, since interrater reliability is about one half (Viswesvaran, Ones and Schmidt, Journal of Applied Psychology 81 (1996) 557; Zhou and others, 109 (2024) 949)',
  roles: {
    'marketing-director': {
      baseUsdPerYear: 100_000,
      bonusUsdPerYear: 20_000,
      judged: {
        period: 'quarter',
        sees: [
          { metric: 'accepted-leads', target: 120, weightShare: 0.5 },
          { metric: 'visible-work', target: 480, weightShare: 0.5 },
        ],
        noiseShare: 0.2,
        leniencyShare: 0.05,
        compressionShare: 0.3,
        hoursPerRating: 6,
        keeping: 'always',
      },
      components: [
        {
          metric: 'rating',
          period: 'quarter',
          target: 1,
          weightShare: 1,
          payout: { linear: true, capShare: 1.5 },
        },
      ],
    },
  },
};
