import type { Metric } from './metric.ts';

export const otherLineBookings: Metric = {
  id: 'other-line-bookings',
  title: 'Bookings of the other product line',
  unit: 'USD',
  direction: 'higher',
  numerator: 'otherLineBookingsUsd',
  producedBy: 'account-executive',
  about: 'Value of deals won in the other product line (lines.otherShare).',
};
