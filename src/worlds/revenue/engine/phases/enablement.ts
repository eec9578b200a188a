import { COUNTER } from '../../contract/counters.ts';
import { RESPONSE } from '../../contract/lever.ts';
import { FACTOR } from '../state/marketing.ts';
import type { RunState } from '../state/state.ts';
import { addToAll } from './ledgers.ts';

/** Smallest spare capacity, as a share of capacity; below it the queue counts as full. */
const LEAST_SLACK = 1e-3;

/** A new opportunity: its seller asks for help, and the requests join the queue. */
export function askForHelp(state: RunState): void {
  const { company, marketing, books } = state;
  const { requestsPerOpportunity } = company.world.enablement;
  // One day less than a month, because the average fades by a day before it is first used.
  marketing.factors.now[FACTOR.requestsPerDay] +=
    requestsPerOpportunity / Math.max(1, company.world.calendar.daysPerMonth - 1);
  addToAll(books.month, COUNTER.requests, requestsPerOpportunity);
  addToAll(
    books.month,
    COUNTER.requestDays,
    requestsPerOpportunity * marketing.factors.now[FACTOR.requestDays],
  );
}

/**
 * Start of a day: how long a request from sales waits today, and what that costs in win chance.
 *
 * Formula: mean time in a queue with random arrivals and one server, T = 1 / (capacity - arrivals), where the
 * capacity a day follows the hours put into it and arrivals are an average that fades over a month; at most
 * `mostDays`. Win chances are multiplied by 1 - `lossSharePerDay` x T.
 *
 * @source the M/M/1 queue: J. D. C. Little, Operations Research 9 (1961) 383, and any text on queueing
 */
export function answerRequests({ company, marketing }: RunState): void {
  const { enablement, calendar } = company.world;
  const { now } = marketing.factors;
  now[FACTOR.requestsPerDay] *= 1 - 1 / calendar.daysPerMonth;
  const support = marketing.responses.value[RESPONSE.support];
  const capacity = (enablement.capacityPerMonth / calendar.daysPerMonth) * support;
  const slack = Math.max(LEAST_SLACK * capacity, capacity - now[FACTOR.requestsPerDay]);
  now[FACTOR.requestDays] = Math.min(enablement.mostDays, 1 / slack);
  now[FACTOR.help] = Math.max(0, 1 - enablement.lossSharePerDay * now[FACTOR.requestDays]);
  now[FACTOR.win] = now[FACTOR.unhelpedWin] * now[FACTOR.help];
}
