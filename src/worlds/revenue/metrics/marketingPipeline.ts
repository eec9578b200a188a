import type { RevenueMetric } from './index.ts';

export const marketingPipeline: RevenueMetric = {
  id: 'marketing-pipeline',
  title: 'Marketing-generated pipeline',
  unit: 'USD',
  direction: 'higher',
  numerator: 'marketingPipelineUsd',
  producedBy: 'marketing-director',
  about:
    'Value of opportunities credited to marketing when they open, at list value. Captured attribution counts in the report.',
};
