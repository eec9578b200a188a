import { ASSUMPTION, quantity } from '../../../../model/parameter.ts';
import { loweredBar as lever } from '../levers/loweredBar.ts';
import { lessSevere, mostScale, price } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const loweredBar = {
  id: 'lowered-bar',
  title: 'Lowered MQL threshold',
  fabricates: false,
  roles: ['marketing-director', 'revenue-officer'],
  lever,
  about: 'A lower score counts as marketing-qualified.',
  parameters: {
    priceUsdPerThousand: price(0),
    effortUsdEach: quantity(0.2, {
      unit: 'USD',
      max: 1e9,
      about: 'Own effort for one unit.',
      source: `${ASSUMPTION}: an entry in a form`,
    }),
    severity: lessSevere(0.5),
    maxScale: mostScale(4),
  },
} as const satisfies Tactic;
