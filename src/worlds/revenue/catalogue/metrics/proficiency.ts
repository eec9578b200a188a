import type { Metric } from './metric.ts';

export const proficiency: Metric = {
  id: 'proficiency',
  title: 'Proficiency score',
  unit: 'share',
  most: 1,
  direction: 'higher',
  numerator: 'proficiencyYes',
  denominator: 'proficiencyAsked',
  producedBy: 'sales-training',
  about: 'Sellers who pass a test of skill, per seller tested.',
};
