import { ASSUMPTION } from '../../../../model/parameter.ts';
import { answeredQuizzes as lever } from '../levers/answeredQuizzes.ts';
import { effort, lessSevere, mostScale, price } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const answeredQuizzes = {
  id: 'answered-quizzes',
  title: 'Shared quiz answers',
  fabricates: false,
  roles: ['marketing-director', 'revenue-officer'],
  lever,
  about: 'Quizzes about the product, sent with the answers.',
  parameters: {
    priceUsdPerThousand: price(0),
    effortUsdEach: effort(5, `${ASSUMPTION}: an e-mail`),
    severity: lessSevere(0.4),
    maxScale: mostScale(2),
  },
} as const satisfies Tactic;
