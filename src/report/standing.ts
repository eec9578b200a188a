import type { Bundle, Contrast } from '../experiments/result/bundle.ts';

/**
 * Standing of a contrast on an outcome. `open`: its simultaneous interval includes zero, or it has none.
 * `identical`: there is no difference in any run.
 */
export type Standing = 'better' | 'worse' | 'open' | 'identical';

export function standingOf(contrast: Contrast, outcome: string, direction: string): Standing {
  const difference = contrast.outcomes[outcome];
  if (difference === undefined) return 'open';
  const [low, high] = difference.ci95Simultaneous;
  if (difference.se === 0 && difference.meanDifference === 0) return 'identical';
  if (low <= 0 && high >= 0) return 'open';
  return low > 0 === (direction !== 'lower') ? 'better' : 'worse';
}

/** Definition of the primary outcome. */
export function outcomeOf(bundle: Bundle): { id: string; title: string; unit: string; direction: string } {
  const found = bundle.arms.find((arm) => Object.hasOwn(arm.outcomes, bundle.scenario.outcome))?.outcomes[
    bundle.scenario.outcome
  ];
  return {
    id: bundle.scenario.outcome,
    title: found?.title ?? bundle.scenario.outcome,
    unit: found?.unit ?? '',
    direction: found?.direction ?? 'higher',
  };
}

/** Contrasts by the absolute difference in the primary outcome, largest first. */
export function bySize({ contrasts, scenario }: Bundle): Contrast[] {
  const size = ({ outcomes }: Contrast) => Math.abs(outcomes[scenario.outcome]?.meanDifference ?? 0);
  return [...contrasts].sort((a, b) => size(b) - size(a));
}
