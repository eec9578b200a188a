import { ASSUMPTION } from '../../../../model/parameter.ts';
import { paddedCollateral as lever } from '../levers/paddedCollateral.ts';
import { effort, lessSevere, mostScale, price } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const paddedCollateral = {
  id: 'padded-collateral',
  title: 'Padded collateral',
  fabricates: false,
  roles: ['marketing-director', 'revenue-officer'],
  lever,
  about: 'Old pieces with a new cover, counted as output.',
  parameters: {
    priceUsdPerThousand: price(0),
    effortUsdEach: effort(60, `${ASSUMPTION}: an hour for a piece`),
    severity: lessSevere(0.5),
    maxScale: mostScale(4),
  },
} as const satisfies Tactic;
