import { botVisits as lever } from '../levers/botVisits.ts';
import { effort, mostScale, price, severity } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const botVisits = {
  id: 'bot-visits',
  title: 'Bought visits',
  fabricates: true,
  roles: ['marketing-director'],
  lever,
  about: 'Visits bought from a traffic seller. They fill no forms.',
  parameters: {
    priceUsdPerThousand: {
      ...price(2),
      low: 0.8,
      high: 40,
      source:
        '$0.80 to $3 per 1,000 bought visits (Technorati 2014, FouAnalytics), up to $40 (Digiday 2013-14)',
    },
    effortUsdEach: effort(0),
    severity,
    maxScale: mostScale(4),
  },
} as const satisfies Tactic;
