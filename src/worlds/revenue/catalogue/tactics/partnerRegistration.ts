import { ASSUMPTION } from '../../../../model/parameter.ts';
import { partnerRegistration as lever } from '../levers/partnerRegistration.ts';
import { effort, mostScale, price, severity } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const partnerRegistration = {
  id: 'partner-registration',
  title: 'Partner registration',
  fabricates: false,
  roles: ['marketing-director', 'revenue-officer'],
  lever,
  about: 'Opportunities that sales found itself, registered as brought by partners.',
  parameters: {
    priceUsdPerThousand: price(0),
    effortUsdEach: effort(25, `${ASSUMPTION}: as captured attribution`),
    severity,
    maxScale: mostScale(4),
  },
} as const satisfies Tactic;
