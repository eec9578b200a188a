import type { Metric } from './metric.ts';

export const quotaAttainment: Metric = {
  id: 'quota-attainment',
  title: 'Quota attainment of the team',
  unit: 'share',
  direction: 'higher',
  numerator: 'bookingsUsd',
  denominator: 'quotaUsd',
  producedBy: 'account-executive',
  about: 'Bookings per dollar of the team’s quota.',
};
