import { ASSUMPTION, quantity } from '../../../../model/parameter.ts';
import { paperCalls as lever } from '../levers/paperCalls.ts';
import { mostScale, price, severity } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const paperCalls = {
  id: 'paper-calls',
  title: 'Falsified call records',
  fabricates: true,
  roles: ['marketing-director', 'revenue-officer'],
  lever,
  about: 'Leads marked as called on the day they came.',
  parameters: {
    priceUsdPerThousand: price(0),
    effortUsdEach: quantity(0.5, {
      unit: 'USD',
      max: 1e9,
      about: 'Own effort for one unit.',
      source: `${ASSUMPTION}: an entry in a form`,
    }),
    severity,
    maxScale: mostScale(4),
  },
} as const satisfies Tactic;
