import { quantity } from '../../../../model/parameter.ts';
import { botVisits as lever } from '../levers/botVisits.ts';
import { mostScale, severity } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const botVisits = {
  id: 'bot-visits',
  title: 'Bought visits',
  fabricates: true,
  roles: ['marketing-director'],
  lever,
  about: 'Visits bought from a traffic seller. They fill no forms.',
  parameters: {
    priceUsdPerThousand: quantity(2, {
      unit: 'USD per 1,000',
      max: 1e12,
      about: 'Price of 1,000 units.',
      low: 0.8,
      high: 40,
      source:
        '$0.80 to $3 per 1,000 bought visits (Technorati 2014, FouAnalytics), up to $40 (Digiday 2013-14)',
    }),
    effortUsdEach: quantity(0, { unit: 'USD', max: 1e9, about: 'Own effort for one unit.' }),
    severity,
    maxScale: mostScale(4),
  },
} as const satisfies Tactic;
