import { show } from '../levers/show.ts';
import { effort, mostScale, price, severity } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const impressing = {
  id: 'impressing',
  title: 'Impression management',
  fabricates: false,
  roles: ['marketing-director'],
  lever: show,
  about:
    'Hours spent on looking good to a supervisor (status reports, meetings, being seen), at the expense of work. Available to those who are paid on a rating or on visible work.',
  parameters: {
    priceUsdPerThousand: price(0),
    effortUsdEach: {
      ...effort(0),
      about: 'Own effort for an hour, beyond that of the work it replaces.',
      source: 'assumption, not data: an hour of it is as tiring as an hour of work',
    },
    severity: {
      ...severity,
      default: 0.25,
      source: 'assumption, not data: it is no fraud, and hardly ever sanctioned',
    },
    maxScale: mostScale(1),
  },
} as const satisfies Tactic;
