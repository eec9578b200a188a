import { ASSUMPTION, quantity } from '../../../../model/parameter.ts';
import { boxTickedCourses as lever } from '../levers/boxTickedCourses.ts';
import { mostScale, severity } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const boxTickedCourses = {
  id: 'box-ticked-courses',
  title: 'Box-ticked courses',
  fabricates: true,
  roles: ['marketing-director', 'revenue-officer'],
  lever,
  about: 'Courses ticked off instead of held.',
  parameters: {
    priceUsdPerThousand: quantity(0, {
      unit: 'USD per 1,000',
      max: 1e12,
      about: 'Price of 1,000 units.',
    }),
    effortUsdEach: quantity(5, {
      unit: 'USD',
      max: 1e9,
      about: 'Own effort for one unit.',
      source: `${ASSUMPTION}: an entry in a form`,
    }),
    severity,
    maxScale: mostScale(2),
    harmPerScale: quantity(0.03, {
      unit: 'per scale',
      max: 10,
      about: 'What it spoils: the win chance, divided by 1 + this x scale.',
      low: 0,
      high: 0.09,
      source: `${ASSUMPTION}; range: no harm, and three times the default`,
    }),
  },
} as const satisfies Tactic;
