import { pow } from '../../../core/numeric/elementary.ts';
import type { Beliefs } from '../contract/beliefs.ts';
import type { JudgeTerms } from '../contract/company.ts';
import { COUNTER } from '../contract/counters.ts';
import { rampOf } from '../contract/rampOf.ts';
import type { PersonValues, RevenueWorld } from '../contract/world.ts';

/**
 * Retention rule of a sales manager who is paid a share of the team's bookings and can replace a seller. A
 * vacancy and a ramping hire cost months, so only a manager who looks beyond them replaces anyone.
 *
 * Formula: keep a seller of estimated skill s if s K >= R - F / (r B), with K = sum of d^t and R = sum of d^t
 * c(t - v) over the months t = 1, 2, ... of foresight. Here d is the monthly discount factor, c(n) the share
 * of a full day that a new hire works in month n (0 if n < 1), v the months of vacancy, F the manager's cost
 * of a dismissal, r the manager's share of bookings, and B an average seller's monthly bookings.
 */
export function judgeTerms(
  { sales }: RevenueWorld,
  person: PersonValues,
  rateShare: number,
  beliefs: Beliefs | undefined,
  fullTime: number,
): JudgeTerms {
  const ordinaryUsd = (beliefs?.baseline[COUNTER.bookingsUsd] ?? 0) / fullTime;
  const skillVariance = sales.skillCv * sales.skillCv;
  // Without differences in skill, bookings say nothing about people.
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
    monthVariance: beliefs.variance[COUNTER.bookingsUsd] / fullTime / (ordinaryUsd * ordinaryUsd),
  };
}
