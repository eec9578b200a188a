import { quantity } from '../../../../model/parameter.ts';
import { relabelling } from '../levers/relabelling.ts';
import { mostScale, severity } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const relabel = {
  id: 'relabel',
  title: 'Relabelled leads',
  fabricates: false,
  roles: ['marketing-director'],
  lever: relabelling,
  about: 'Leads that fail the definition, passed to sales as qualified.',
  parameters: {
    priceUsdPerThousand: quantity(0, { unit: 'USD per 1,000', max: 1e12, about: 'Price of 1,000 units.' }),
    effortUsdEach: quantity(1, { unit: 'USD', max: 1e9, about: 'Own effort for one unit.' }),
    severity,
    maxScale: mostScale(4),
  },
} as const satisfies Tactic;
