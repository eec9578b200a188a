import type { Metric } from './metric.ts';

export const pipelineCoverage: Metric = {
  id: 'pipeline-coverage',
  title: 'Pipeline coverage',
  unit: 'times',

  direction: 'higher',
  numerator: 'openPipelineUsd',
  denominator: 'quotaUsd',
  producedBy: 'account-executive',
  about: 'Open pipeline at the month’s end per dollar of the team’s quota.',
};
