import { ASSUMPTION } from '../../../../model/parameter.ts';
import { partnerRebates as lever } from '../levers/partnerRebates.ts';
import { effort, lessSevere, mostScale, price } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const partnerRebates = {
  id: 'partner-rebates',
  title: 'Rebates to friendly partners',
  fabricates: false,
  roles: ['marketing-director', 'revenue-officer'],
  lever,
  about: 'Rebates to partners who then say that they are satisfied.',
  parameters: {
    priceUsdPerThousand: price(30000, `${ASSUMPTION}: $30 for an answer, out of the person’s own pocket`),
    effortUsdEach: effort(0),
    severity: lessSevere(0.7),
    maxScale: mostScale(2),
  },
} as const satisfies Tactic;
