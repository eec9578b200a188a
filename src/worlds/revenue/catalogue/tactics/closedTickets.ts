import { ASSUMPTION, quantity } from '../../../../model/parameter.ts';
import { closedTickets as lever } from '../levers/closedTickets.ts';
import { mostScale, severity } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const closedTickets = {
  id: 'closed-tickets',
  title: 'Tickets closed unsolved',
  fabricates: true,
  roles: ['marketing-director', 'revenue-officer'],
  lever,
  about: 'Requests closed unsolved: they count as answered at once, and sellers ask again.',
  parameters: {
    priceUsdPerThousand: quantity(0, {
      unit: 'USD per 1,000',
      max: 1e12,
      about: 'Price of 1,000 units.',
    }),
    effortUsdEach: quantity(1, {
      unit: 'USD',
      max: 1e9,
      about: 'Own effort for one unit.',
      source: `${ASSUMPTION}: a minute each`,
    }),
    severity,
    maxScale: mostScale(4),
    harmPerScale: quantity(0.3, {
      unit: 'per scale',
      max: 10,
      about: 'What it spoils: requests that can be answered, divided by 1 + this x scale.',
      low: 0,
      high: 0.9,
      source: `${ASSUMPTION}; range: no harm, and three times the default`,
    }),
  },
} as const satisfies Tactic;
