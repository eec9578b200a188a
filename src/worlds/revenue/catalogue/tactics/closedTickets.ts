import { ASSUMPTION } from '../../../../model/parameter.ts';
import { closedTickets as lever } from '../levers/closedTickets.ts';
import { effort, harm, mostScale, price, severity } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const closedTickets = {
  id: 'closed-tickets',
  title: 'Tickets closed unsolved',
  fabricates: true,
  roles: ['marketing-director', 'revenue-officer'],
  lever,
  about: 'Requests closed unsolved: they count as answered at once, and sellers ask again.',
  parameters: {
    priceUsdPerThousand: price(0),
    effortUsdEach: effort(1, `${ASSUMPTION}: a minute each`),
    severity,
    maxScale: mostScale(4),
    harmPerScale: harm(0.3, 'requests that can be answered'),
  },
} as const satisfies Tactic;
