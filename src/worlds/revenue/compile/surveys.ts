import { SLOTS } from '../catalogue/counters.ts';
import { SURVEYS } from '../catalogue/surveys/index.ts';
import type { CompiledTactic } from '../contract/company.ts';
import { slotInThree } from '../contract/slots.ts';
import { type CompiledSurvey, countersOf } from '../contract/survey.ts';

/**
 * Surveys of a company, with the work that each asks about. A survey is held where somebody has hours for
 * the work that it measures, or has a tactic that can game it.
 */
export function compileSurveys(tactics: readonly Omit<CompiledTactic, 'users'>[]): CompiledSurvey[] {
  return SURVEYS.flatMap((definition, place) => {
    const counters = countersOf(definition);
    const own = [...tactics.keys()].filter((k) => {
      const { lever, hoursPerMonth } = tactics[k];
      return lever.kind === 'productive' && lever.moves === definition.about && hoursPerMonth > 0;
    });
    const isGamed = tactics.some(({ lever }) => lever.kind === 'gaming' && lever.counter === counters.yes);
    if (own.length === 0 && !isGamed) return [];
    const hours = own.reduce((sum, k) => sum + tactics[k].hoursPerMonth, 0);
    return [
      {
        definition,
        place,
        yes: slotInThree(SLOTS, counters.yes),
        asked: slotInThree(SLOTS, counters.asked),
        tactics: Int32Array.from(own),
        hourShares: Float64Array.from(own, (k) => tactics[k].hoursPerMonth / hours),
      },
    ];
  });
}
