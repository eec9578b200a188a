import { ASSUMPTION } from '../../../../model/parameter.ts';
import { cherryPickedSurveys as lever } from '../levers/cherryPickedSurveys.ts';
import { effort, lessSevere, mostScale, price } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const cherryPickedSurveys = {
  id: 'cherry-picked-surveys',
  title: 'Cherry-picked surveys',
  fabricates: false,
  roles: ['marketing-director', 'revenue-officer'],
  lever,
  about: 'Only happy customers are asked.',
  parameters: {
    priceUsdPerThousand: price(0),
    effortUsdEach: effort(3, `${ASSUMPTION}: a call`),
    severity: lessSevere(0.7),
    maxScale: mostScale(2),
  },
} as const satisfies Tactic;
