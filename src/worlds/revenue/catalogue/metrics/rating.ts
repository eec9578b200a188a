import type { Metric } from './metric.ts';

export const rating: Metric = {
  id: 'rating',
  title: 'Performance rating',
  unit: 'share',
  direction: 'higher',
  numerator: 'ratingSum',
  denominator: 'ratings',
  producedBy: 'marketing-director',
  about:
    'Rating of performance by a supervisor, from the terms of the person’s judged block: 100% meets expectations. With several people who are rated, the mean.',
};
