import type { Metric } from './metric.ts';

export const pipeline: Metric = {
  id: 'pipeline',
  title: 'Pipeline',
  unit: 'USD',
  direction: 'higher',
  numerator: 'pipelineUsd',
  producedBy: 'account-executive',
  about: 'Value of all opportunities when they open, at list value.',
};
