import { pow } from '../../../core/numeric/elementary.ts';
import type { Beliefs } from '../contract/beliefs.ts';
import type { JudgeTerms } from '../contract/company.ts';
import { COUNTER } from '../contract/counters.ts';
import { rampOf } from '../contract/rampOf.ts';
import type { PersonValues, RevenueWorld } from '../contract/world.ts';

/**
 * What a sales manager goes by who is paid a share of the team's bookings and can put somebody else into a
 * chair. A vacant chair and a newcomer who ramps cost months, and only who looks beyond these finds that
 * worth it.
 *
 * Formula: a seller thought to have skill s is kept where s K >= R - F / (r B), with K = sum of d^t and R =
 * sum of d^t c(t - v) over the months t that the manager looks ahead, d what is left of a dollar after a
 * month, c the share of a full day that a newcomer works, v the months of vacancy, F what a dismissal costs
 * the manager, r the rate and B what an average seller books in a month.
 */
export function judgeTerms(
  { sales }: RevenueWorld,
  person: PersonValues,
  rateShare: number,
  beliefs: Beliefs | undefined,
): JudgeTerms {
  const ordinaryUsd = (beliefs?.baseline[COUNTER.bookingsUsd] ?? 0) / sales.reps;
  const skillVariance = sales.skillCv * sales.skillCv;
  // Where all are alike bookings tell nothing of people.
  const judges = person.motive === 'own-pay' && rateShare * ordinaryUsd > 0 && skillVariance > 0;
  if (beliefs === undefined || !judges)
    return { ordinaryUsd, skillVariance, leastSkill: -Infinity, monthVariance: 0 };
  let keep = 0;
  let replace = 0;
  for (let month = 1; month <= person.foresightMonths; month++) {
    const worth = pow(1 - person.discountSharePerMonth, month);
    keep += worth;
    if (month > sales.vacancyMonths) replace += worth * rampOf(sales, month - sales.vacancyMonths - 1);
  }
  return {
    ordinaryUsd,
    skillVariance,
    leastSkill: (replace - sales.dismissalUsd / (rateShare * ordinaryUsd)) / keep,
    monthVariance: beliefs.variance[COUNTER.bookingsUsd] / sales.reps / (ordinaryUsd * ordinaryUsd),
  };
}
