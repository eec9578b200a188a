import { pow } from '../../../core/numeric/elementary.ts';
import type { Signing } from '../contract/beliefs.ts';
import type { ContractsBefore } from '../contract/company.ts';
import { LEAST_CHURN } from '../contract/labels.ts';
import { productMix } from '../contract/productMix.ts';
import type { RevenueWorld } from '../contract/world.ts';

const MONTHS_PER_YEAR = 12;

/**
 * Contracts signed before the warm-up, by the month of play in which they first fall due.
 *
 * Of w (1 + g)^(-a / 12) contracts signed a months before play, at a growth g a year, a share s renews at
 * each end of a term; g = 0 is the steady state. Contracts signed in the warm-up are simulated one by one,
 * at w a month, and left out here. A stated number of customers is spread evenly over the months of a term,
 * less those that the warm-up is expected to sign.
 *
 * @param signing how contracts are signed in the company's ordinary months; without it there are none
 */
export function contractsBefore(world: RevenueWorld, signing: Signing | undefined): ContractsBefore {
  const { customers, calendar } = world;
  const { contractMonths: term } = customers;
  const { winsPerMonth = 0, usdEach = 0, churnShare = customers.churnShare } = signing ?? {};
  const grown = 1 + customers.growthBeforeSharePerYear;
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
    if (customers.atStart === 'stated') return Math.max(0, customers.countAtStart / term - signedInWarmUp);
    const ago = terms * term - month;
    return (left * pow(grown, -ago / MONTHS_PER_YEAR)) / (1 - kept * pow(grown, -term / MONTHS_PER_YEAR));
  });
  const usualUsd = world.sales.dealMeanUsd * productMix(world).wonTimes;
  const before = dueInMonth.reduce((sum, number) => sum + number, 0);
  const soldAtStart = before + winsPerMonth * calendar.warmUpMonths;
  return { dueInMonth, soldAtStart, usdEach: usdEach > 0 ? usdEach : usualUsd, churnShare };
}
