import { ASSUMPTION, quantity } from '../../../../model/parameter.ts';
import { beggedSurveys as lever } from '../levers/beggedSurveys.ts';
import { mostScale, severity } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const beggedSurveys = {
  id: 'begged-surveys',
  title: 'Begged surveys',
  fabricates: false,
  roles: ['marketing-director', 'revenue-officer'],
  lever,
  about: 'Favours asked of sellers before they are asked how satisfied they are.',
  parameters: {
    priceUsdPerThousand: quantity(0, {
      unit: 'USD per 1,000',
      max: 1e12,
      about: 'Price of 1,000 units.',
    }),
    effortUsdEach: quantity(10, {
      unit: 'USD',
      max: 1e9,
      about: 'Own effort for one unit.',
      source: `${ASSUMPTION}: a lunch`,
    }),
    severity: {
      ...severity,
      default: 0.4,
      source: 'assumption, not data: less than a fabrication',
    },
    maxScale: mostScale(2),
  },
} as const satisfies Tactic;
