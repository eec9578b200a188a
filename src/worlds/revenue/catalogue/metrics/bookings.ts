import type { Metric } from './metric.ts';

export const bookings: Metric = {
  id: 'bookings',
  title: 'Bookings',
  unit: 'USD',
  direction: 'higher',
  numerator: 'bookingsUsd',
  producedBy: 'account-executive',
  about: 'Value of deals won, in all product lines.',
};
