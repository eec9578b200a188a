import type { RevenueMetric } from './index.ts';

export const quotaAttainment: RevenueMetric = {
  id: 'quota-attainment',
  title: 'Quota attainment of the team',
  unit: 'share',
  direction: 'higher',
  numerator: 'bookingsUsd',
  denominator: 'quotaUsd',
  producedBy: 'account-executive',
  about: 'Bookings per dollar of the team’s quota.',
};
