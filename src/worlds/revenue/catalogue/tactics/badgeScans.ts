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
  about: 'Every badge scanned at an event is entered as a lead, interested or not.',
  parameters: {
    priceUsdPerThousand: price(500, `${ASSUMPTION}: a small giveaway for each badge`),
    effortUsdEach: quantity(0.3, {
      unit: 'USD',
      max: 1e9,
      about: 'Own effort for one unit.',
      source: `${ASSUMPTION}: a small giveaway for each badge`,
    }),
    severity: lessSevere(0.7),
    maxScale: mostScale(4),
  },
} as const satisfies Tactic;
