import type { RevenueMetric } from './index.ts';

export const bookings: RevenueMetric = {
  id: 'bookings',
  title: 'Bookings',
  unit: 'USD',
  direction: 'higher',
  numerator: 'bookingsUsd',
  producedBy: 'account-executive',
  about: 'Value of deals won.',
};
