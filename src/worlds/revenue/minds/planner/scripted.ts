import type { Mind } from '../../../../people/mind.ts';
import type { Company, Planner } from '../../contract/company.ts';
import type { DecisionDay, PlannerView } from '../../contract/mind.ts';
import { drawIntegrity } from './integrity.ts';

/**
 * A planner who follows the scenario's script by month of play, whoever holds the position. During a vacancy
 * the engine does not put it into force.
 */
export class ScriptedMind implements Mind<PlannerView, DecisionDay> {
  readonly choosing = false;
  private readonly planner: Planner;
  private readonly tactics: readonly { readonly id: string; readonly productive: boolean }[];

  constructor({ assignments, tactics }: Company, planner: Planner) {
    this.planner = planner;
    const { firstAssignment, assignmentCount } = planner;
    this.tactics = assignments
      .slice(firstAssignment, firstAssignment + assignmentCount)
      .map(({ tactic }) => ({
        id: tactics[tactic].definition.id,
        productive: tactics[tactic].productive,
      }));
  }

  startTenure(view: PlannerView): void {
    drawIntegrity(view, this.planner);
  }

  monthBegins(): void {}

  monthEnds(): void {}

  decide(view: PlannerView, { month }: DecisionDay): void {
    const { planned, topUp } = view;
    for (let k = 0; k < this.tactics.length; k++) {
      planned[k] = this.tactics[k].productive ? 1 : 0;
      topUp[k] = 0;
    }
    for (const { tactic, fromMonth = 1, toMonth = Infinity, level, topUpTo } of this.planner.values.script) {
      const k = this.tactics.findIndex(({ id }) => id === tactic);
      if (k < 0 || month + 1 < fromMonth || month + 1 > toMonth) continue;
      if (level !== undefined) planned[k] = level;
      if (topUpTo !== undefined) topUp[k] = topUpTo;
    }
  }
}
