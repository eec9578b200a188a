import { ASSUMPTION } from '../../../../model/parameter.ts';
import { fieldRegistration as lever } from '../levers/fieldRegistration.ts';
import { effort, mostScale, price, severity } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const fieldRegistration = {
  id: 'field-registration',
  title: 'Field registration',
  fabricates: false,
  roles: ['marketing-director', 'revenue-officer'],
  lever,
  about: 'Opportunities that sales found itself, registered as field-produced.',
  parameters: {
    priceUsdPerThousand: price(0),
    effortUsdEach: effort(25, `${ASSUMPTION}: as captured attribution`),
    severity,
    maxScale: mostScale(4),
  },
} as const satisfies Tactic;
