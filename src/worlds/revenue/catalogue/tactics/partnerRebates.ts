import { ASSUMPTION, quantity } from '../../../../model/parameter.ts';
import { partnerRebates as lever } from '../levers/partnerRebates.ts';
import { mostScale, severity } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const partnerRebates = {
  id: 'partner-rebates',
  title: 'Rebates to friendly partners',
  fabricates: false,
  roles: ['marketing-director', 'revenue-officer'],
  lever,
  about: 'Rebates to partners who then say that they are satisfied.',
  parameters: {
    priceUsdPerThousand: quantity(30000, {
      unit: 'USD per 1,000',
      max: 1e12,
      about: 'Price of 1,000 units.',
      source: `${ASSUMPTION}: $30 for an answer, out of the person’s own pocket`,
    }),
    effortUsdEach: quantity(0, {
      unit: 'USD',
      max: 1e9,
      about: 'Own effort for one unit.',
    }),
    severity: {
      ...severity,
      default: 0.7,
      source: 'assumption, not data: less than a fabrication',
    },
    maxScale: mostScale(2),
  },
} as const satisfies Tactic;
