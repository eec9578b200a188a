import { pow } from '../../../../core/numeric/elementary.ts';
import type { Company } from '../../contract/company.ts';
import { RESPONSE } from '../../contract/lever.ts';
import { FACTOR } from '../state/marketing.ts';
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
  const { world, tactics, productiveTactics } = company;
  const { work, stock, response } = marketing.tactics;
  const { value } = marketing.responses;
  for (let move = 0; move < value.length; move++) value[move] = 1;
  value[RESPONSE.readiness] = 0;
  let isMoving = false;
  for (let n = 0; n < productiveTactics.length; n++) {
    const k = productiveTactics[n];
    const { adds, moves, carryOverDays, elasticity } = tactics[k];
    const before = stock[k];
    const now = before + (work[k] - before) * (carryOverDays > 1 ? 1 / carryOverDays : 1);
    if (now !== before) {
      isMoving = true;
      stock[k] = now;
      response[k] = now === 1 ? 1 : pow(now, elasticity);
    }
    if (adds === undefined) value[moves] *= response[k];
    else value[moves] += adds(world, response[k] - 1);
  }
  spoil(company, marketing);
  restOnPerception(company, marketing);
  marketing.all.isMoving = isMoving;
  marketing.all.misfit = 1 / Math.max(1 / MOST_MISFIT, value[RESPONSE.insight]);
  marketing.all.dealMeanUsd = world.sales.dealMeanUsd * marketing.factors.now[FACTOR.value];
}

/** What gaming spoils: a response is divided by 1 + harm x scale. */
function spoil({ spoilers, assignments, tactics }: Company, marketing: RunState['marketing']): void {
  if (spoilers.length === 0) return;
  const { value, unspoilt } = marketing.responses;
  const { level } = marketing.assignments;
  unspoilt.fill(1);
  for (let n = 0; n < spoilers.length; n++) {
    const a = spoilers[n];
    if (level[a] === 0) continue;
    const { spoils, harmPerScale } = tactics[assignments[a].tactic];
    const left = 1 / (1 + harmPerScale * level[a]);
    value[spoils] *= left;
    unspoilt[spoils] *= left;
  }
}

/**
 * Market perception moves visits, win chances, deal values and retention, each with an elasticity of its own.
 *
 * @source R. Sethuraman, G. Tellis and R. Briesch, Journal of Marketing Research 48 (2011) 457: elasticities
 * of advertising
 */
function restOnPerception({ world }: Company, { responses, factors }: RunState['marketing']): void {
  const { value } = responses;
  const { now } = factors;
  const perception = value[RESPONSE.perception];
  const { visitsElasticity, winElasticity, priceElasticity, renewalElasticity } = world.brand;
  now[FACTOR.visits] = timesOf(perception, visitsElasticity);
  now[FACTOR.unhelpedWin] =
    value[RESPONSE.winChance] * value[RESPONSE.appeal] * timesOf(perception, winElasticity);
  now[FACTOR.win] = now[FACTOR.unhelpedWin] * now[FACTOR.help];
  now[FACTOR.value] = value[RESPONSE.dealValue] * timesOf(perception, priceElasticity);
  now[FACTOR.keep] = value[RESPONSE.retention] * timesOf(perception, renewalElasticity);
}

function timesOf(perception: number, elasticity: number): number {
  return perception === 1 ? 1 : pow(perception, elasticity);
}

/** Adds up the work of everyone on each productive tactic, after a level has changed. */
export function addUpWork({ company, marketing }: RunState): void {
  const { tactics, assignments, productiveTactics, showAssignments } = company;
  const { work } = marketing.tactics;
  const { level } = marketing.assignments;
  const hasShow = showAssignments.length > 0;
  let seen = 0;
  for (let n = 0; n < productiveTactics.length; n++) {
    const k = productiveTactics[n];
    const { users, hoursPerMonth, elasticity } = tactics[k];
    let sum = 0;
    for (let i = 0; i < users.length; i++) {
      const a = users[i];
      const done = hasShow ? level[a] * workShare(company, level, assignments[a].planner) : level[a];
      sum += assignments[a].weightShare * done;
    }
    work[k] = sum;
    seen += hoursPerMonth * (sum === 1 ? 1 : pow(sum, elasticity));
  }
  marketing.all.workPerDay = seen / company.world.calendar.daysPerMonth;
  marketing.all.isMoving = true;
}

/** Share of a planner's hours that are left for work after impression management. */
function workShare(
  { assignments, showAssignments, workHours }: Company,
  level: Float64Array,
  planner: number,
) {
  let shown = 0;
  let all = 0;
  for (let n = 0; n < showAssignments.length; n++) {
    const a = showAssignments[n];
    if (assignments[a].planner === planner) shown += level[a];
  }
  if (shown === 0) return 1;
  let baseline = 0;
  for (let a = 0; a < workHours.length; a++) {
    if (!(workHours[a] > 0)) continue;
    // One unit of it is the baseline hours of all marketing.
    baseline += workHours[a];
    if (assignments[a].planner === planner) all += workHours[a] * level[a];
  }
  return all > 0 ? Math.max(0, 1 - (shown * baseline) / all) : 1;
}
