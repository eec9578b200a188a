import { FACTOR } from '../state/marketing.ts';
import type { RunState } from '../state/state.ts';

/** Satisfaction of a customer, 0 to 100: rises with fit; falls with waiting, unreadiness, overpromising. */
export function satisfactionOf({ company, deals }: RunState, deal: number): number {
  const { customers } = company.world;
  const { fit, isReady, waitedDays, satisfactionLoss } = deals.rows;
  const score =
    customers.satisfactionScore +
    customers.satisfactionPerFit * fit[deal] -
    (isReady[deal] === 0 ? customers.unreadySatisfactionLoss : 0) -
    customers.waitSatisfactionLoss * waitedDays[deal] -
    satisfactionLoss[deal];
  return score < 0 ? 0 : score > 100 ? 100 : score;
}

/** Chance that a customer churns when the contract ends, given today's retention work. */
export function churnOf(state: RunState, deal: number): number {
  return churnUnder(state, deal, state.marketing.factors.now[FACTOR.keep]);
}

/** The same at baseline retention work. */
export function baselineChurnOf(state: RunState, deal: number): number {
  return churnUnder(state, deal, 1);
}

function churnUnder({ company, deals }: RunState, deal: number, retention: number): number {
  const { customers } = company.world;
  const { fit, isReady, churnShift } = deals.rows;
  const base = isReady[deal] === 0 ? customers.unreadyChurnShare : customers.churnShare;
  const churn = (base + churnShift[deal] - customers.churnSharePerFit * fit[deal]) / retention;
  return churn < 0 ? 0 : churn > 1 ? 1 : churn;
}
