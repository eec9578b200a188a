import { ASSUMPTION, quantity } from '../../../../model/parameter.ts';
import { cherryPickedSurveys as lever } from '../levers/cherryPickedSurveys.ts';
import { mostScale, severity } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const cherryPickedSurveys = {
  id: 'cherry-picked-surveys',
  title: 'Cherry-picked surveys',
  fabricates: false,
  roles: ['marketing-director', 'revenue-officer'],
  lever,
  about: 'Only happy customers are asked.',
  parameters: {
    priceUsdPerThousand: quantity(0, {
      unit: 'USD per 1,000',
      max: 1e12,
      about: 'Price of 1,000 units.',
    }),
    effortUsdEach: quantity(3, {
      unit: 'USD',
      max: 1e9,
      about: 'Own effort for one unit.',
      source: `${ASSUMPTION}: a call`,
    }),
    severity: {
      ...severity,
      default: 0.7,
      source: 'assumption, not data: less than a fabrication',
    },
    maxScale: mostScale(2),
  },
} as const satisfies Tactic;
