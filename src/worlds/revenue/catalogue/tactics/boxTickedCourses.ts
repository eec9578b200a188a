import { ASSUMPTION } from '../../../../model/parameter.ts';
import { boxTickedCourses as lever } from '../levers/boxTickedCourses.ts';
import { effort, harm, mostScale, price, severity } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const boxTickedCourses = {
  id: 'box-ticked-courses',
  title: 'Box-ticked courses',
  fabricates: true,
  roles: ['marketing-director', 'revenue-officer'],
  lever,
  about: 'Courses recorded as completed but never held.',
  parameters: {
    priceUsdPerThousand: price(0),
    effortUsdEach: effort(5, `${ASSUMPTION}: an entry in a form`),
    severity,
    maxScale: mostScale(2),
    harmPerScale: harm(0.03, 'the win chance'),
  },
} as const satisfies Tactic;
