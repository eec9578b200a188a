import type { Metric } from './metric.ts';

export const meetingOpportunities: Metric = {
  id: 'meeting-opportunities',
  title: 'Opportunities from meetings',
  unit: 'opportunities',
  direction: 'higher',
  numerator: 'meetingOpportunities',
  producedBy: 'inside-sales',
  about: 'Opportunities that came of meetings arranged by inside sales.',
};
