import type { Mind } from '../../../../people/mind.ts';
import type { Company, Planner } from '../../contract/company.ts';
import type { DecisionDay, PlannerView } from '../../contract/mind.ts';
import { IdleMind } from './idle.ts';
import { PlannerMind } from './planner.ts';
import { isChoosing } from './plannerProblem.ts';
import { ScriptedMind } from './scripted.ts';

/** The mind of a planner under the plan in force. */
export function plannerMind(company: Company, planner: Planner): Mind<PlannerView, DecisionDay> {
  if (isChoosing(company, planner)) return new PlannerMind(company, planner);
  const isScripted = planner.values.motive === 'scripted' && company.policy.motive === undefined;
  return isScripted ? new ScriptedMind(company, planner) : new IdleMind(planner);
}

/** What the bonus is worth to somebody who still learns, as they see it, in dollars a month; else absent. */
export function worthSeenUsd(mind: Mind<PlannerView, DecisionDay>): number | undefined {
  return mind instanceof PlannerMind ? mind.worthSeenUsd : undefined;
}

/** Continues the same person under another plan, keeping what was learned. */
export function takeOver(
  next: Mind<PlannerView, DecisionDay>,
  before: Mind<PlannerView, DecisionDay>,
  view: PlannerView,
): void {
  if (next instanceof PlannerMind) next.takeOver(view, before instanceof PlannerMind ? before : undefined);
  else next.startTenure(view);
}
