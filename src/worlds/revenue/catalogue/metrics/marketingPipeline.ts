import type { Metric } from './metric.ts';

export const marketingPipeline: Metric = {
  id: 'marketing-pipeline',
  title: 'Marketing-generated pipeline',
  unit: 'USD',
  direction: 'higher',
  numerator: 'marketingPipelineUsd',
  producedBy: 'marketing-director',
  about:
    'Value of opportunities credited to marketing when they open, at list value. Captured attribution counts in the report.',
};
