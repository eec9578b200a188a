import type { Metric } from './metric.ts';

export const partnerSatisfaction: Metric = {
  id: 'partner-satisfaction',
  title: 'Partner satisfaction',
  unit: 'share',
  most: 1,
  direction: 'higher',
  numerator: 'partnerSatisfactionYes',
  denominator: 'partnerSatisfactionAsked',
  producedBy: 'channel-marketing',
  about: 'Partners who say that they are satisfied, per partner asked.',
};
