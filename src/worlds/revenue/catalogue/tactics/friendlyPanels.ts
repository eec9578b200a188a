import { ASSUMPTION, quantity } from '../../../../model/parameter.ts';
import { friendlyPanels as lever } from '../levers/friendlyPanels.ts';
import { mostScale, severity } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const friendlyPanels = {
  id: 'friendly-panels',
  title: 'Friendly panels',
  fabricates: false,
  roles: ['marketing-director', 'revenue-officer'],
  lever,
  about: 'People are asked about the company who are known to like it.',
  parameters: {
    priceUsdPerThousand: quantity(20000, {
      unit: 'USD per 1,000',
      max: 1e12,
      about: 'Price of 1,000 units.',
      source: `${ASSUMPTION}: $20 for an answer`,
    }),
    effortUsdEach: quantity(0, {
      unit: 'USD',
      max: 1e9,
      about: 'Own effort for one unit.',
    }),
    severity: {
      ...severity,
      default: 0.7,
      source: 'assumption, not data: less than a fabrication',
    },
    maxScale: mostScale(2),
  },
} as const satisfies Tactic;
