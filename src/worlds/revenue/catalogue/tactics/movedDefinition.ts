import { ASSUMPTION, quantity } from '../../../../model/parameter.ts';
import { movedDefinition as lever } from '../levers/movedDefinition.ts';
import { mostScale, severity } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const movedDefinition = {
  id: 'moved-definition',
  title: 'Moved definition',
  fabricates: false,
  roles: ['marketing-director', 'revenue-officer'],
  lever,
  about: 'The definition of a qualified lead moves, and sales has to call more of them.',
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
      source: `${ASSUMPTION}: as relabelling`,
    }),
    severity: {
      ...severity,
      default: 0.5,
      source: 'assumption, not data: less than a fabrication',
    },
    maxScale: mostScale(4),
  },
} as const satisfies Tactic;
