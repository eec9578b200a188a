import type { RevenueMetric } from './index.ts';

export const pipeline: RevenueMetric = {
  id: 'pipeline',
  title: 'Pipeline',
  unit: 'USD',
  direction: 'higher',
  numerator: 'pipelineUsd',
  producedBy: 'account-executive',
  about: 'Value of all opportunities when they open, at list value.',
};
