import type { Mind } from '../../../../people/mind.ts';
import type { Planner } from '../../contract/company.ts';
import type { DecisionDay, PlannerView } from '../../contract/mind.ts';
import { drawIntegrity } from './integrity.ts';

/** A planner who works at the baseline: no pay depends on their choices, or others have made them. */
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
