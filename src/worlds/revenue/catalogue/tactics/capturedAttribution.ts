import { attribution } from '../levers/attribution.ts';
import { effort, mostScale, price, severity } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const capturedAttribution = {
  id: 'captured-attribution',
  title: 'Captured attribution',
  fabricates: false,
  roles: ['marketing-director'],
  lever: attribution,
  about: 'Opportunities that sales found itself, claimed as marketing’s.',
  parameters: {
    priceUsdPerThousand: price(0),
    effortUsdEach: {
      ...effort(25),
      about: 'Own effort for one unit: arguing for the credit.',
    },
    severity,
    maxScale: mostScale(4),
  },
} as const satisfies Tactic;
