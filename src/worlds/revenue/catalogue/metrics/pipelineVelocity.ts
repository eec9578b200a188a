import type { Metric } from './metric.ts';

export const pipelineVelocity: Metric = {
  id: 'pipeline-velocity',
  title: 'Pipeline velocity',
  unit: 'USD per day',

  direction: 'higher',
  numerator: 'velocityUsd',

  producedBy: 'account-executive',
  about: 'Value of deals won, each divided by the working days from opening to signature (at least 1).',
};
