import { pow } from '../../core/numeric/elementary.ts';
import type { Plan } from '../../model/plan.ts';
import type { BeliefTable } from './beliefs.ts';
import { COUNTER } from './counters.ts';
import { rampOf } from './rampOf.ts';
import type { RevenueWorld } from './world.ts';

/** Fewest months that anybody is judged by. */
export const LEAST_JUDGED_MONTHS = 6;

/** Pay of the sales manager, and whom the manager parts with. */
export interface CompiledManager {
  readonly baseUsdPerMonth: number;
  /** Of the team's bookings. */
  readonly rateShare: number;
  /** Skill that a seller must be thought to have to stay, in parts of an average applicant's; -Infinity where the manager parts with nobody. */
  readonly leastSkill: number;
  /** What an average seller books in a month, in dollars. */
  readonly ordinaryUsd: number;
  /** Variances, in parts of that: of skill between people, and of one month's luck. */
  readonly skillVariance: number;
  readonly monthVariance: number;
}

/**
 * What a sales manager does, who is paid a part of the team's bookings and can put somebody else into a chair: an empty chair and a newcomer who learns the job cost months, and only who looks beyond these
 * finds that worth it.
 *
 * Formula: a seller thought to have skill s is kept where s K >= R - F / (r B), with K = sum of d^t and R = sum of d^t c(t - v) over the months t that the manager looks ahead, d what is left of a dollar
 * after a month, c the part of a full day that a newcomer works, v the months of vacancy, F what a dismissal costs the manager, r the rate and B what an average seller books in a month. See {@link skillSeen} for s.
 */
export function compileManager(
  world: RevenueWorld,
  plan: Plan,
  beliefs: BeliefTable | undefined,
): CompiledManager {
  const person = world.people.find(({ role }) => role === 'sales-manager');
  const pay =
    person === undefined ? undefined : (plan[person.name] ?? { baseUsdPerYear: person.baseUsdPerYear });
  const rateShare = pay?.commission?.rateShare ?? 0;
  const { sales } = world;
  const ordinaryUsd = (beliefs?.baseline[COUNTER.bookingsUsd] ?? 0) / sales.reps;
  const skillVariance = sales.skillCv * sales.skillCv;
  const terms = { baseUsdPerMonth: (pay?.baseUsdPerYear ?? 0) / 12, rateShare, ordinaryUsd, skillVariance };
  // Where all are alike bookings tell nothing of people.
  const judges = person?.motive === 'own-pay' && rateShare * ordinaryUsd > 0 && skillVariance > 0;
  if (beliefs === undefined || !judges) return { ...terms, leastSkill: -Infinity, monthVariance: 0 };
  let keep = 0;
  let replace = 0;
  for (let month = 1; month <= person.foresightMonths; month++) {
    const worth = pow(1 - person.discountSharePerMonth, month);
    keep += worth;
    if (month > sales.vacancyMonths) replace += worth * rampOf(sales, month - sales.vacancyMonths - 1);
  }
  return {
    ...terms,
    leastSkill: (replace - sales.dismissalUsd / (rateShare * ordinaryUsd)) / keep,
    monthVariance: beliefs.variance[COUNTER.bookingsUsd] / sales.reps / (ordinaryUsd * ordinaryUsd),
  };
}

/**
 * The skill that a manager takes a seller to have who booked so much in so many months on full days.
 *
 * Formula: s = 1 + w (bookings / (n B h) - 1), w = V / (V + v / n), V the variance of skill, v that of a month, n the months, h what the territory holds.
 *
 * @param territory in parts of an average one
 */
export function skillSeen(
  manager: CompiledManager,
  bookedUsd: number,
  months: number,
  territory: number,
): number {
  const { ordinaryUsd, skillVariance, monthVariance } = manager;
  const weight = skillVariance / (skillVariance + monthVariance / months);
  return 1 + weight * (bookedUsd / (months * ordinaryUsd * territory) - 1);
}
