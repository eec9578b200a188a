import type { Signing } from '../contract/beliefs.ts';
import type { ContractsBefore } from '../contract/company.ts';
import { LEAST_CHURN } from '../contract/labels.ts';
import type { RevenueWorld } from '../contract/world.ts';

/**
 * Contracts signed before the warm-up, by the month of play in which they first fall due.
 *
 * Steady state: of w wins a month, a share s of which renews at each end of a term of T months, those signed
 * a months before play were due (a - 1) div T times, so w s^k of them are left. Contracts signed in the
 * warm-up are simulated one by one and left out here. A stated number of customers is spread evenly over the
 * months of a term, less those that the warm-up is expected to sign.
 *
 * @param signing how contracts are signed in the company's ordinary months; without it there are none
 */
export function contractsBefore(world: RevenueWorld, signing: Signing | undefined): ContractsBefore {
  const { customers, calendar } = world;
  const { contractMonths: term } = customers;
  const { winsPerMonth = 0, usdEach = 0, churnShare = customers.churnShare } = signing ?? {};
  const kept = 1 - Math.max(LEAST_CHURN, churnShare);
  const dueInMonth = Float64Array.from({ length: term }, (_, month) => {
    // Terms ago at which the contracts due in this month were signed, before the warm-up.
    const terms = Math.floor((calendar.warmUpMonths + month) / term) + 1;
    let left = winsPerMonth;
    let signedInWarmUp = 0;
    for (let k = 1; k < terms; k++) {
      signedInWarmUp += left;
      left *= kept;
    }
    return customers.atStart === 'steady'
      ? left / (1 - kept)
      : Math.max(0, customers.countAtStart / term - signedInWarmUp);
  });
  return { dueInMonth, usdEach: usdEach > 0 ? usdEach : world.sales.dealMeanUsd, churnShare };
}
