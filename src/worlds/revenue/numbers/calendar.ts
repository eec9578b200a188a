import { ASSUMPTION, count } from '../../../model/parameter.ts';

export const calendarParameters = {
  daysPerMonth: count(21, { unit: 'working days', min: 1, max: 31, about: 'Working days in a month.' }),
  warmUpMonths: count(6, {
    unit: 'months',
    max: 60,
    about:
      'Months under honest salaried people before month 1, so that queues, pipeline and trust are steady.',
    source: `${ASSUMPTION}: several times the longest mean cycle`,
  }),
  tailDays: count(0, {
    unit: 'working days',
    max: 60,
    about: 'Days simulated after the last month; their bookings count for revenue and for no month.',
  }),
};
