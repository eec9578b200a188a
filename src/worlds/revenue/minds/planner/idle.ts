import type { Mind } from '../../../../people/mind.ts';
import type { Planner } from '../../contract/company.ts';
import type { DecisionDay, PlannerView } from '../../contract/mind.ts';
import { drawIntegrity } from './integrity.ts';

/**
 * A planner who decides nothing: they have no variable pay or no beliefs, or a policy overrides them. Work
 * stays at the baseline unless the policy fixes levels.
 */
export class IdleMind implements Mind<PlannerView, DecisionDay> {
  readonly choosing = false;
  private readonly planner: Planner;

  constructor(planner: Planner) {
    this.planner = planner;
  }

  startTenure(view: PlannerView): void {
    drawIntegrity(view, this.planner);
  }

  monthBegins(): void {}

  decide(): void {}

  monthEnds(): void {}
}
