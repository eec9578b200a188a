import type { Metric } from './metric.ts';

export const ownBookings: Metric = {
  id: 'own-bookings',
  title: 'Bookings from own deals',
  unit: 'USD',
  direction: 'higher',
  numerator: 'ownBookingsUsd',
  producedBy: 'account-executive',
  about: 'Value of deals won that sellers entered as found by themselves.',
};
