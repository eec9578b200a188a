import { ASSUMPTION, quantity } from '../../../../model/parameter.ts';
import { badgeScans as lever } from '../levers/badgeScans.ts';
import { lessSevere, mostScale, price } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const badgeScans = {
  id: 'badge-scans',
  title: 'Scanned badges',
  fabricates: false,
  roles: ['marketing-director', 'revenue-officer'],
  lever,
  about: 'Badges scanned at an event, whoever wore them, entered as leads.',
  parameters: {
    priceUsdPerThousand: price(500, `${ASSUMPTION}: a bowl of sweets`),
    effortUsdEach: quantity(0.3, {
      unit: 'USD',
      max: 1e9,
      about: 'Own effort for one unit.',
      source: `${ASSUMPTION}: a bowl of sweets`,
    }),
    severity: lessSevere(0.7),
    maxScale: mostScale(4),
  },
} as const satisfies Tactic;
