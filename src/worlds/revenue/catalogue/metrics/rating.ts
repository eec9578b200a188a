import type { Metric } from './metric.ts';

export const rating: Metric = {
  id: 'rating',
  title: 'Rating',
  unit: 'share',
  direction: 'higher',
  numerator: 'ratingSum',
  denominator: 'ratings',
  producedBy: 'marketing-director',
  about:
    'Performance as the boss judges it (the person’s judged block says how): 100% meets expectations. Of several people who are rated, the mean.',
};
