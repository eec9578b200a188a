import { ASSUMPTION, quantity } from '../../../../model/parameter.ts';
import { answeredQuizzes as lever } from '../levers/answeredQuizzes.ts';
import { mostScale, severity } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const answeredQuizzes = {
  id: 'answered-quizzes',
  title: 'Quizzes with answers',
  fabricates: false,
  roles: ['marketing-director', 'revenue-officer'],
  lever,
  about: 'Quizzes about the product, sent with the answers.',
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
      source: `${ASSUMPTION}: an e-mail`,
    }),
    severity: {
      ...severity,
      default: 0.4,
      source: 'assumption, not data: less than a fabrication',
    },
    maxScale: mostScale(2),
  },
} as const satisfies Tactic;
