import { ASSUMPTION } from '../../../../model/parameter.ts';
import { coRegistration as lever } from '../levers/coRegistration.ts';
import { effort, lessSevere, mostScale, price } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const coRegistration = {
  id: 'co-registration',
  title: 'Co-registration',
  fabricates: false,
  roles: ['marketing-director', 'revenue-officer'],
  lever,
  about: 'Contacts who ticked a box on somebody else’s site, entered as leads.',
  parameters: {
    priceUsdPerThousand: price(1500, `${ASSUMPTION}: price: vendor offers from $1 to $5 a contact`),
    effortUsdEach: effort(0),
    severity: lessSevere(0.7),
    maxScale: mostScale(4),
  },
} as const satisfies Tactic;
