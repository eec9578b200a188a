import { quantity } from '../../../../model/parameter.ts';
import { attribution } from '../levers/attribution.ts';
import { mostScale, severity } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const capturedAttribution = {
  id: 'captured-attribution',
  title: 'Captured attribution',
  fabricates: false,
  roles: ['marketing-director'],
  lever: attribution,
  about: 'Opportunities that sales found itself, claimed as marketing’s.',
  parameters: {
    priceUsdPerThousand: quantity(0, { unit: 'USD per 1,000', max: 1e12, about: 'Price of 1,000 units.' }),
    effortUsdEach: quantity(25, {
      unit: 'USD',
      max: 1e9,
      about: 'Own effort for one unit: arguing for the credit.',
    }),
    severity,
    maxScale: mostScale(4),
  },
} as const satisfies Tactic;
