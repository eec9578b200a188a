import { ASSUMPTION } from '../../../../model/parameter.ts';
import { friendlyPanels as lever } from '../levers/friendlyPanels.ts';
import { effort, lessSevere, mostScale, price } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const friendlyPanels = {
  id: 'friendly-panels',
  title: 'Biased survey panels',
  fabricates: false,
  roles: ['marketing-director', 'revenue-officer'],
  lever,
  about: 'Only people known to like the company are surveyed.',
  parameters: {
    priceUsdPerThousand: price(20000, `${ASSUMPTION}: $20 for an answer`),
    effortUsdEach: effort(0),
    severity: lessSevere(0.7),
    maxScale: mostScale(2),
  },
} as const satisfies Tactic;
