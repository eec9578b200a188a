import { pow } from '../../core/numeric/elementary.ts';
import type { Plan } from '../../model/plan.ts';
import type { BeliefTable } from './beliefs.ts';
import { COUNTER } from './counters.ts';
import { RECORD_MONTHS, rampOf } from './phases/salesForce.ts';
import type { RevenueWorld } from './world.ts';

/** Pay of the sales manager, and whom the manager parts with. */
export interface CompiledManager {
  readonly baseUsdPerMonth: number;
  /** Of the team's bookings. */
  readonly rateShare: number;
  /** Record of attainment below which a seller has to go; -Infinity where the manager parts with nobody. */
  readonly leastRecord: number;
}

const NOBODY: CompiledManager = { baseUsdPerMonth: 0, rateShare: 0, leastRecord: -Infinity };

/**
 * What a sales manager does, who is paid a part of the team's bookings and can put somebody else into a chair: an empty chair and a newcomer who learns the job cost months, and only who looks beyond these
 * finds that worth it.
 *
 * Formula: a seller thought to have skill s is kept where s K >= R - F / (r B), with K = sum of d^t and R = sum of d^t c(t - v) over the months t that the manager looks ahead, d what is left of a dollar
 * after a month, c the part of a full day that a newcomer works, v the months of vacancy, F what a dismissal costs the manager, r the rate and B what an average seller books in a month. Of skill the manager
 * knows the record of attainment, and takes it for what it is worth: s = 1 + w (record / mean - 1), w = var / (var + noise / (2 n - 1)), n the months of the record.
 */
export function compileManager(world: RevenueWorld, plan: Plan, beliefs: BeliefTable | undefined): CompiledManager {
  const person = world.people.find(({ role }) => role === 'sales-manager');
  if (person === undefined) return NOBODY;
  const pay = plan[person.name] ?? { baseUsdPerYear: person.baseUsdPerYear };
  const rateShare = pay.commission?.rateShare ?? 0;
  const terms = { baseUsdPerMonth: pay.baseUsdPerYear / 12, rateShare };
  const { sales } = world;
  const booked = (beliefs?.baseline[COUNTER.bookingsUsd] ?? 0) / sales.reps;
  if (beliefs === undefined || !(rateShare * booked > 0) || person.motive !== 'own-pay')
    return { ...terms, leastRecord: -Infinity };
  let keep = 0;
  let replace = 0;
  for (let month = 1; month <= person.foresightMonths; month++) {
    const worth = pow(1 - person.discountSharePerMonth, month);
    keep += worth;
    if (month > sales.vacancyMonths) replace += worth * rampOf(sales, month - sales.vacancyMonths - 1);
  }
  const leastSkill = (replace - sales.dismissalUsd / (rateShare * booked)) / keep;
  const noise = beliefs.variance[COUNTER.bookingsUsd] / sales.reps / (booked * booked) / (2 * RECORD_MONTHS - 1);
  const spread = sales.skillCv * sales.skillCv;
  // Where all are alike, or nothing is known, a record says nothing.
  const weight = spread > 0 ? spread / (spread + noise) : 0;
  const meanRecord = booked / sales.quotaUsdPerMonth;
  return { ...terms, leastRecord: weight > 0 ? meanRecord * (1 + (leastSkill - 1) / weight) : -Infinity };
}
