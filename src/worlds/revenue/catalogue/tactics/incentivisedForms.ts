import { ASSUMPTION } from '../../../../model/parameter.ts';
import { incentivisedForms as lever } from '../levers/incentivisedForms.ts';
import { effort, lessSevere, mostScale, price } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const incentivisedForms = {
  id: 'incentivised-forms',
  title: 'Forms filled in for a gift',
  fabricates: false,
  roles: ['marketing-director', 'revenue-officer'],
  lever,
  about: 'Form fills bought with gift cards from people who want the gift.',
  parameters: {
    priceUsdPerThousand: price(8000, `${ASSUMPTION}: a gift of $8`),
    effortUsdEach: effort(0),
    severity: lessSevere(0.7),
    maxScale: mostScale(4),
  },
} as const satisfies Tactic;
