import { ASSUMPTION } from '../../../../model/parameter.ts';
import { taughtToTest as lever } from '../levers/taughtToTest.ts';
import { effort, harm, lessSevere, mostScale, price } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const taughtToTest = {
  id: 'taught-to-test',
  title: 'Teaching to the test',
  fabricates: false,
  roles: ['marketing-director', 'revenue-officer'],
  lever,
  about: 'Answers of a test taught instead of the skill.',
  parameters: {
    priceUsdPerThousand: price(0),
    effortUsdEach: effort(5, `${ASSUMPTION}: an hour for ten sellers`),
    severity: lessSevere(0.4),
    maxScale: mostScale(2),
    harmPerScale: harm(0.03, 'the win chance'),
  },
} as const satisfies Tactic;
