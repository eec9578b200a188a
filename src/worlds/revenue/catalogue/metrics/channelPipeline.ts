import type { Metric } from './metric.ts';

export const channelPipeline: Metric = {
  id: 'channel-pipeline',
  title: 'Channel pipeline',
  unit: 'USD',

  direction: 'higher',
  numerator: 'channelPipelineUsd',

  producedBy: 'channel-marketing',
  about: 'Value of opportunities that partners brought when they open, at list value.',
};
