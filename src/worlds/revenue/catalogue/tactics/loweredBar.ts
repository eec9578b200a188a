import { ASSUMPTION, quantity } from '../../../../model/parameter.ts';
import { loweredBar as lever } from '../levers/loweredBar.ts';
import { mostScale, severity } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const loweredBar = {
  id: 'lowered-bar',
  title: 'Lowered bar',
  fabricates: false,
  roles: ['marketing-director', 'revenue-officer'],
  lever,
  about: 'A lower score counts as marketing-qualified.',
  parameters: {
    priceUsdPerThousand: quantity(0, {
      unit: 'USD per 1,000',
      max: 1e12,
      about: 'Price of 1,000 units.',
    }),
    effortUsdEach: quantity(0.2, {
      unit: 'USD',
      max: 1e9,
      about: 'Own effort for one unit.',
      source: `${ASSUMPTION}: an entry in a form`,
    }),
    severity: {
      ...severity,
      default: 0.5,
      source: 'assumption, not data: less than a fabrication',
    },
    maxScale: mostScale(4),
  },
} as const satisfies Tactic;
