import { ASSUMPTION, quantity } from '../../../../model/parameter.ts';
import { silentReferences as lever } from '../levers/silentReferences.ts';
import { mostScale, severity } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const silentReferences = {
  id: 'silent-references',
  title: 'Silent references',
  fabricates: false,
  roles: ['marketing-director', 'revenue-officer'],
  lever,
  about: 'Customers listed as references who speak to nobody.',
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
      source: `${ASSUMPTION}: an entry and an excuse`,
    }),
    severity: {
      ...severity,
      default: 0.7,
      source: 'assumption, not data: less than a fabrication',
    },
    maxScale: mostScale(1),
  },
} as const satisfies Tactic;
