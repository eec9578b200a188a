import { ASSUMPTION, quantity } from '../../../../model/parameter.ts';
import { fieldRegistration as lever } from '../levers/fieldRegistration.ts';
import { mostScale, severity } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const fieldRegistration = {
  id: 'field-registration',
  title: 'Field registration',
  fabricates: false,
  roles: ['marketing-director', 'revenue-officer'],
  lever,
  about: 'Opportunities that sales found itself, registered as field-produced.',
  parameters: {
    priceUsdPerThousand: quantity(0, {
      unit: 'USD per 1,000',
      max: 1e12,
      about: 'Price of 1,000 units.',
    }),
    effortUsdEach: quantity(25, {
      unit: 'USD',
      max: 1e9,
      about: 'Own effort for one unit.',
      source: `${ASSUMPTION}: as captured attribution`,
    }),
    severity,
    maxScale: mostScale(4),
  },
} as const satisfies Tactic;
