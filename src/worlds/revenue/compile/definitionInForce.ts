import type { RevenueWorld } from '../contract/world.ts';

const GAP_IN_FORCE = { ambiguous: 1, structured: 0.5, aligned: 0 } as const;

/** Score threshold at which marketing passes leads: the bar, less the gap not closed by agreement. */
export function definitionInForce({ marketing, governance }: RevenueWorld): number {
  return marketing.sqlBar - GAP_IN_FORCE[governance.stage] * marketing.definitionGap;
}

/** What sellers can see of a lead. */
export function visibilityInForce({ governance }: RevenueWorld): 'label' | 'score' | 'readiness' {
  if (governance.leadVisibility !== 'by-stage') return governance.leadVisibility;
  return governance.stage === 'ambiguous' ? 'label' : 'score';
}
