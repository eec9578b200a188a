import type { Problem } from '../../../../people/solver/problem.ts';
import type { CompiledTactic } from '../../contract/company.ts';
import { LEAST_INTENSITY } from './plannerProblem.ts';

/** Puts fixed levels in the place of what was chosen: work that is not named at 1, gaming at 0. */
export function holdAt(
  planned: Float64Array,
  tactics: readonly CompiledTactic[],
  levels: Readonly<Record<string, number>>,
): void {
  tactics.forEach(({ definition, productive }, k) => {
    planned[k] = levels[definition.id] ?? (productive ? 1 : 0);
  });
}

/**
 * Scales what was chosen, within bounds; hours that the others then lack are taken from all of them alike.
 *
 * @param factors by tactic
 * @param isFixed whether work at a tactic stays as it is, by row
 */
export function scaleBy(
  planned: Float64Array,
  factors: Readonly<Record<string, number>>,
  tactics: readonly CompiledTactic[],
  { hours, hoursBudget }: Problem,
  isFixed: (k: number) => boolean,
): void {
  let scaled = 0;
  let others = 0;
  tactics.forEach(({ definition, productive, maxScale }, k) => {
    const factor = factors[definition.id];
    if (factor !== undefined && !isFixed(k))
      planned[k] = productive
        ? Math.max(LEAST_INTENSITY, factor * planned[k])
        : Math.min(maxScale, factor * planned[k]);
    if (factor === undefined) others += hours[k] * planned[k];
    else scaled += hours[k] * planned[k];
  });
  // Nobody has more hours than there are.
  const most = Math.min(1, hoursBudget / scaled);
  const share = Math.min(1, Math.max(0, hoursBudget - scaled) / others);
  tactics.forEach(({ definition, productive }, k) => {
    if (productive) planned[k] *= factors[definition.id] === undefined ? share : most;
  });
}
