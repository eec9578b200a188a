import { relabelling } from '../levers/relabelling.ts';
import { effort, mostScale, price, severity } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const relabel = {
  id: 'relabel',
  title: 'Relabelled leads',
  fabricates: false,
  roles: ['marketing-director'],
  lever: relabelling,
  about: 'Leads that fail the definition, passed to sales as qualified.',
  parameters: {
    priceUsdPerThousand: price(0),
    effortUsdEach: effort(1),
    severity,
    maxScale: mostScale(4),
  },
} as const satisfies Tactic;
