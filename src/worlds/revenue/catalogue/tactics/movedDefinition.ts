import { ASSUMPTION } from '../../../../model/parameter.ts';
import { movedDefinition as lever } from '../levers/movedDefinition.ts';
import { effort, lessSevere, mostScale, price } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const movedDefinition = {
  id: 'moved-definition',
  title: 'Loosened lead definition',
  fabricates: false,
  roles: ['marketing-director', 'revenue-officer'],
  lever,
  about: 'The definition of a qualified lead moves, and sales has to call more of them.',
  parameters: {
    priceUsdPerThousand: price(0),
    effortUsdEach: effort(1, `${ASSUMPTION}: as relabelling`),
    severity: lessSevere(0.5),
    maxScale: mostScale(4),
  },
} as const satisfies Tactic;
