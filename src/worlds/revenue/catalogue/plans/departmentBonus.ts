import type { PersonPlan } from '../../../../model/plan.ts';

/** A bonus of a department’s marketers: each metric with its quarterly target and weight, all or nothing. */
export function departmentBonus(
  ...parts: readonly (readonly [metric: string, target: number, weightShare: number])[]
): PersonPlan {
  return {
    baseUsdPerYear: 90_000,
    bonusUsdPerYear: 16_000,
    components: parts.map(([metric, target, weightShare]) => ({
      metric,
      period: 'quarter',
      target,
      weightShare,
      payout: 'cliff',
    })),
  };
}
