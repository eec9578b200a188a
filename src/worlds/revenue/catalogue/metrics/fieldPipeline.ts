import type { Metric } from './metric.ts';

export const fieldPipeline: Metric = {
  id: 'field-pipeline',
  title: 'Field-produced pipeline',
  unit: 'USD',

  direction: 'higher',
  numerator: 'fieldPipelineUsd',

  producedBy: 'field-marketing',
  about: 'Value of opportunities that field marketing produced when they open, at list value.',
};
