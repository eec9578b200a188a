import { ASSUMPTION } from '../../../../model/parameter.ts';
import { silentReferences as lever } from '../levers/silentReferences.ts';
import { effort, lessSevere, mostScale, price } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const silentReferences = {
  id: 'silent-references',
  title: 'Silent references',
  fabricates: false,
  roles: ['marketing-director', 'revenue-officer'],
  lever,
  about: 'Customers listed as references who speak to nobody.',
  parameters: {
    priceUsdPerThousand: price(0),
    effortUsdEach: effort(10, `${ASSUMPTION}: time to list the customer and to deflect one request`),
    severity: lessSevere(0.7),
    maxScale: mostScale(1),
  },
} as const satisfies Tactic;
