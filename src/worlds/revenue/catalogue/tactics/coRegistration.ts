import { ASSUMPTION, quantity } from '../../../../model/parameter.ts';
import { coRegistration as lever } from '../levers/coRegistration.ts';
import { mostScale, severity } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const coRegistration = {
  id: 'co-registration',
  title: 'Co-registration',
  fabricates: false,
  roles: ['marketing-director', 'revenue-officer'],
  lever,
  about: 'Contacts who ticked a box on somebody else’s site, entered as leads.',
  parameters: {
    priceUsdPerThousand: quantity(1500, {
      unit: 'USD per 1,000',
      max: 1e12,
      about: 'Price of 1,000 units.',
      source: `${ASSUMPTION}: price: vendor offers from $1 to $5 a contact`,
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
