import { uniform } from '../../../../random/luck.ts';
import type { Planner } from '../../contract/company.ts';
import type { PlannerView } from '../../contract/mind.ts';
import { PURPOSE } from '../../contract/purposes.ts';
import { integrityOf } from './population.ts';

/** Draws the integrity of a new holder of a position. */
export function drawIntegrity(view: PlannerView, { values }: Planner): void {
  const u = uniform(view.luck, view.incumbent, PURPOSE.integrity | values.place);
  view.integrityUsd = integrityOf(values.integrityUsd, u);
}
