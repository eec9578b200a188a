import { quantity } from '../../../model/parameter.ts';
import type { TacticDefinition } from '../../../model/tactic.ts';

export const capturedAttribution = {
  id: 'captured-attribution',
  title: 'Captured attribution',
  kind: 'gaming',
  fabricates: false,
  role: 'marketing-director',
  lever: 'attribution',
  unitCounter: 'marketingOpportunities',
  about: 'Opportunities that sales found itself, claimed as marketing’s.',
  parameters: {
    priceUsdPerThousand: quantity(0, { unit: 'USD per 1,000', max: 1e12, about: 'Price of 1,000 units.' }),
    effortUsdEach: quantity(25, {
      unit: 'USD',
      max: 1e9,
      about: 'Own effort for one unit, in dollars: arguing for the credit.',
    }),
    severity: quantity(1, {
      unit: 'times',
      max: 100,
      about: 'Weight of this tactic in scale: how grave the person and an auditor find it.',
    }),
    maxScale: quantity(0.15, { unit: 'scale', max: 1000, about: 'Most that can be done in a month.' }),
  },
} as const satisfies TacticDefinition;
