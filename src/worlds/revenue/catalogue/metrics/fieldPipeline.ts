import type { Metric } from './metric.ts';

export const fieldPipeline: Metric = {
  id: 'field-pipeline',
  title: 'Field-produced pipeline',
  unit: 'USD',

  direction: 'higher',
  numerator: 'fieldPipelineUsd',

  producedBy: 'field-marketing',
  about: 'List value, at opening, of the opportunities that field marketing sourced.',
};
