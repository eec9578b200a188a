import type { LuckKey } from '../../../../random/luck.ts';
import { uniform } from '../../../../random/luck.ts';
import type { Planner } from '../../contract/company.ts';
import type { PlannerView } from '../../contract/mind.ts';
import { PURPOSE } from '../../contract/purposes.ts';
import { integrityOf } from './population.ts';

/**
 * Integrity of a person who holds a position, or applies for it, in dollars.
 *
 * @param incumbent number of previous holders
 * @param applicant draw among applicants; 0 where there is no choice
 */
export function integrityDrawn(
  luck: LuckKey,
  { values }: Planner,
  incumbent: number,
  applicant: number,
): number {
  const draw = applicant === 0 ? incumbent : ~applicant >>> 0;
  return integrityOf(values.integrityUsd, uniform(luck, draw, PURPOSE.integrity | values.place));
}

/** Draws the integrity of a new holder of a position. */
export function drawIntegrity(view: PlannerView, planner: Planner): void {
  view.integrityUsd = integrityDrawn(view.luck, planner, view.incumbent, view.applicant);
}
