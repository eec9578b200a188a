import { exp } from '../../../../core/numeric/elementary.ts';
import type { PayGate } from '../../../../plans/payroll.ts';
import { uniform } from '../../../../random/luck.ts';
import type { Planner } from '../../contract/company.ts';
import { discoveryRate, targetedAuditHazard } from '../../contract/discoveryRate.ts';
import { PURPOSE } from '../../contract/purposes.ts';
import { PERSON, PERSON_COUNT, TALLY } from '../../contract/tallies.ts';
import type { RunState } from '../state/state.ts';
import { dismiss } from './chairs.ts';

/**
 * Phase 5: audits and complaints by sales discover gaming with a probability that rises with its scale,
 * independently for each planner.
 *
 * Formula: chance = 1 - exp(-scale (audit rate + transparency x complaint rate + suspicious numbers x
 * hazard of a targeted audit)), where scale = sum of units x severity over the sanctionable tactics.
 * Fabrication is always sanctionable; stretching only against a definition that both sides agreed to.
 */
export function discover(state: RunState, month: number): void {
  const { planners } = state.company;
  for (const planner of planners) discoverOne(state, planner, month);
  for (let p = 0; p < planners.length; p++)
    for (const number of planners[p].pay.suspicions)
      if (isSuspicious(state, number) && !isWatched(planners, p, number))
        state.books.tally[TALLY.targetedAudits] += 1;
}

function discoverOne(state: RunState, planner: Planner, month: number): void {
  const { company, market, marketing, persons } = state;
  const { governance } = company.world;
  const { chairs, tallies } = persons;
  const { row, values } = planner;
  const { units } = marketing.assignments;
  const at = row * PERSON_COUNT;
  let scale = 0;
  let anyScale = 0;
  let cubes = 0;
  for (let a = planner.firstAssignment; a < planner.firstAssignment + planner.assignmentCount; a++) {
    if (units[a] === 0) continue;
    const { severity, definition } = company.tactics[company.assignments[a].tactic];
    anyScale += units[a] * severity;
    cubes += severity * units[a] * units[a] * units[a];
    if (definition.fabricates || company.canSanctionStretching) scale += units[a] * severity;
  }
  if (anyScale > 0) {
    const { integrityFixedShare, troubleUsd } = values;
    tallies.sum[at + PERSON.integrityCost] +=
      chairs.integrityUsd[row] * (integrityFixedShare + (1 - integrityFixedShare) * anyScale);
    tallies.sum[at + PERSON.gamingEffort] += troubleUsd * cubes;
  }
  if (chairs.isEmployed[row] === 0) return;
  if (scale === 0) return;
  const audits = suspiciousNumbers(state, planner);
  const hazard = (discoveryRate(governance) + audits * targetedAuditHazard(governance)) * scale;
  if (company.policy.expectedDiscovery) {
    const chance = 1 - exp(-hazard);
    tallies.sum[at + PERSON.penalty] += chance * governance.penaltyUsd;
    clawBack(state, planner, month, chance);
    return;
  }
  if (uniform(market.luck, month, PURPOSE.discovery | values.place) >= 1 - exp(-hazard)) return;
  tallies.sum[at + PERSON.discoveries] += 1;
  tallies.sum[at + PERSON.penalty] += governance.penaltyUsd;
  clawBack(state, planner, month, 1);
  if (uniform(market.luck, month, PURPOSE.dismissal | values.place) < governance.dismissalShare)
    dismiss(state, row, month);
}

/** How many of the numbers that a planner is paid on are suspicious in the month that is being closed. */
function suspiciousNumbers(state: RunState, { pay: { suspicions } }: Planner): number {
  let count = 0;
  for (const number of suspicions) if (isSuspicious(state, number)) count++;
  return count;
}

function isSuspicious({ books: { month } }: RunState, number: PayGate): boolean {
  const { numerator, denominator, level, sign } = number;
  const bottom = denominator < 0 ? 1 : month[denominator];
  return bottom > 0 && sign * month[numerator] >= sign * level * bottom;
}

/** Whether one of the first planners is paid on a number too: it is audited once. */
function isWatched(planners: readonly Planner[], first: number, number: PayGate): boolean {
  for (let p = 0; p < first; p++)
    for (const { numerator, denominator } of planners[p].pay.suspicions)
      if (numerator === number.numerator && denominator === number.denominator) return true;
  return false;
}

/** Claws back a share of the bonus paid on hollow numbers in the last months, with a chance. */
function clawBack({ persons }: RunState, { row, pay }: Planner, month: number, chance: number): void {
  const { chairs, months, tallies, width } = persons;
  const { clawbackMonths, clawbackShare } = pay;
  if (!(clawbackMonths > 0)) return;
  for (let i = Math.max(chairs.hiredMonth[row], month - clawbackMonths + 1); i <= month; i++) {
    const hollow = months.hollowUsd[row * width + i];
    tallies.sum[row * PERSON_COUNT + PERSON.clawedBack] += chance * hollow * clawbackShare;
    months.hollowUsd[row * width + i] = (1 - chance) * hollow;
  }
}
