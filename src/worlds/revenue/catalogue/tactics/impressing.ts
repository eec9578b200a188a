import { quantity } from '../../../../model/parameter.ts';
import { show } from '../levers/show.ts';
import { mostScale, severity } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const impressing = {
  id: 'impressing',
  title: 'Impressing the boss',
  fabricates: false,
  roles: ['marketing-director'],
  lever: show,
  about:
    'Hours spent on looking busy and good to whoever judges: status reports, meetings, being seen. They come out of the hours for work. Open to those who are paid by a rating or by visible work.',
  parameters: {
    priceUsdPerThousand: quantity(0, { unit: 'USD per 1,000', max: 1e12, about: 'Price of 1,000 units.' }),
    effortUsdEach: quantity(0, {
      unit: 'USD',
      max: 1e9,
      about: 'Own effort for one hour beyond that of the work it replaces.',
      source: 'assumption, not data: an hour of show is as tiring as an hour of work',
    }),
    severity: {
      ...severity,
      default: 0.25,
      source: 'assumption, not data: impressing is no fraud, and hardly anybody is sanctioned for it',
    },
    maxScale: mostScale(0.25),
  },
} as const satisfies Tactic;
