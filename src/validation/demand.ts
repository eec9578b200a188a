import type { Check } from './check.ts';
import { CHAIN, exact } from './flowWorlds.ts';
import { sample, varianceFound } from './funnel.ts';

/** Coefficients of variation of demand. */
const UNEVEN_DEMAND = { day: 0.4, week: 0.2, month: 0.1 };

/** Squared coefficient of variation of the demand of a month of twenty days in four weeks. */
function monthVariation({ day, week, month }: typeof UNEVEN_DEMAND): number {
  const [ofDay, ofWeek, ofMonth] = [day, week, month].map((cv) => 1 + cv * cv);
  const days = 20;
  const sameDay = days * ofWeek * ofDay;
  const sameWeek = days * 4 * ofWeek;
  const otherWeeks = days * (days - 5);
  return (ofMonth * (sameDay + sameWeek + otherWeeks)) / (days * days) - 1;
}

/** Uneven demand against its exact variance. */
export const DEMAND: readonly Check[] = [
  exact(
    'T22-uneven',
    'Leads of a month under uneven days, weeks and months vary by mean + mean² × variation of their demand',
    'Poisson mixture (elementary)',
    ({ quick }) =>
      varianceFound(
        1000 + 1000 * 1000 * monthVariation(UNEVEN_DEMAND),
        1000,
        sample(
          {
            ...CHAIN,
            'market.dayCv': UNEVEN_DEMAND.day,
            'market.weekCv': UNEVEN_DEMAND.week,
            'market.monthCv': UNEVEN_DEMAND.month,
          },
          quick ? 400 : 8000,
          (_, outcomeOf) => outcomeOf('leadsCount'),
        ),
      ),
  ),
];
