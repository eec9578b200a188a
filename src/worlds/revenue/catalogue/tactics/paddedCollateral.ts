import { ASSUMPTION, quantity } from '../../../../model/parameter.ts';
import { paddedCollateral as lever } from '../levers/paddedCollateral.ts';
import { mostScale, severity } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const paddedCollateral = {
  id: 'padded-collateral',
  title: 'Padded collateral',
  fabricates: false,
  roles: ['marketing-director', 'revenue-officer'],
  lever,
  about: 'Old pieces with a new cover, counted as output.',
  parameters: {
    priceUsdPerThousand: quantity(0, {
      unit: 'USD per 1,000',
      max: 1e12,
      about: 'Price of 1,000 units.',
    }),
    effortUsdEach: quantity(60, {
      unit: 'USD',
      max: 1e9,
      about: 'Own effort for one unit.',
      source: `${ASSUMPTION}: an hour for a piece`,
    }),
    severity: {
      ...severity,
      default: 0.5,
      source: 'assumption, not data: less than a fabrication',
    },
    maxScale: mostScale(4),
  },
} as const satisfies Tactic;
