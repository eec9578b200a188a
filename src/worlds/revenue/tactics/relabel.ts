import { quantity } from '../../../model/parameter.ts';
import type { TacticDefinition } from '../../../model/tactic.ts';
import { mostScale, severity } from './parameters.ts';

export const relabel = {
  id: 'relabel',
  title: 'Relabelled leads',
  kind: 'gaming',
  fabricates: false,
  role: 'marketing-director',
  lever: 'relabel',
  unitCounter: 'sqls',
  about: 'Leads that fail the definition, passed to sales as qualified.',
  parameters: {
    priceUsdPerThousand: quantity(0, { unit: 'USD per 1,000', max: 1e12, about: 'Price of 1,000 units.' }),
    effortUsdEach: quantity(1, { unit: 'USD', max: 1e9, about: 'Own effort for one unit, in dollars.' }),
    severity,
    maxScale: mostScale(4),
  },
} as const satisfies TacticDefinition;
