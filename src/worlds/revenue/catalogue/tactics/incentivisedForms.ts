import { ASSUMPTION, quantity } from '../../../../model/parameter.ts';
import { incentivisedForms as lever } from '../levers/incentivisedForms.ts';
import { mostScale, severity } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const incentivisedForms = {
  id: 'incentivised-forms',
  title: 'Forms filled in for a gift',
  fabricates: false,
  roles: ['marketing-director', 'revenue-officer'],
  lever,
  about: 'Form fills bought with gift cards from people who want the gift.',
  parameters: {
    priceUsdPerThousand: quantity(8000, {
      unit: 'USD per 1,000',
      max: 1e12,
      about: 'Price of 1,000 units.',
      source: `${ASSUMPTION}: a gift of $8`,
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
    maxScale: mostScale(4),
  },
} as const satisfies Tactic;
