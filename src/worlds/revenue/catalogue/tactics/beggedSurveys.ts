import { ASSUMPTION } from '../../../../model/parameter.ts';
import { beggedSurveys as lever } from '../levers/beggedSurveys.ts';
import { effort, lessSevere, mostScale, price } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const beggedSurveys = {
  id: 'begged-surveys',
  title: 'Survey begging',
  fabricates: false,
  roles: ['marketing-director', 'revenue-officer'],
  lever,
  about: 'Favours asked of sellers before they are asked how satisfied they are.',
  parameters: {
    priceUsdPerThousand: price(0),
    effortUsdEach: effort(10, `${ASSUMPTION}: a lunch`),
    severity: lessSevere(0.4),
    maxScale: mostScale(2),
  },
} as const satisfies Tactic;
