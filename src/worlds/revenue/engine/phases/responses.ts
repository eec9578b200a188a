import { pow } from '../../../../core/numeric/elementary.ts';
import { RESPONSE } from '../../contract/lever.ts';
import type { RunState } from '../state/state.ts';

/** Cap on the misfit of marketing that never sees a customer, as a multiple of baseline. */
const MOST_MISFIT = 10;

/**
 * Moves the stocks of past work one day towards the levels in force, and the company's responses with them.
 * Clears `isMoving` once nothing moves.
 *
 * A stock is an exponential average, over `carryOverDays`, of the hours that all people put into a tactic,
 * relative to baseline: hours add up before diminishing returns.
 */
export function respond(state: RunState): void {
  const { company, marketing } = state;
  const { world, tactics, assignments } = company;
  const { stock, response } = marketing.tactics;
  const { level } = marketing.assignments;
  const { value } = marketing.responses;
  for (let move = 0; move < value.length; move++) value[move] = 1;
  value[RESPONSE.readiness] = 0;
  marketing.all.isMoving = false;
  for (let k = 0; k < tactics.length; k++) {
    const { lever, moves, carryOverDays, elasticity, users } = tactics[k];
    if (lever.kind !== 'productive') continue;
    let together = 0;
    for (let n = 0; n < users.length; n++) together += assignments[users[n]].weightShare * level[users[n]];
    const before = stock[k];
    stock[k] += (together - before) * (carryOverDays > 1 ? 1 / carryOverDays : 1);
    if (stock[k] !== before) {
      marketing.all.isMoving = true;
      response[k] = stock[k] === 1 ? 1 : pow(stock[k], elasticity);
    }
    if (lever.adds === undefined) value[moves] *= response[k];
    else value[moves] += lever.adds(world, response[k] - 1);
  }
  marketing.all.misfit = 1 / Math.max(1 / MOST_MISFIT, value[RESPONSE.insight]);
  marketing.all.dealMeanUsd = world.sales.dealMeanUsd * value[RESPONSE.dealValue];
}
