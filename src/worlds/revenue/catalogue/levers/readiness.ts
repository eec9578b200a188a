import type { ProductiveLever } from '../../contract/lever.ts';

/** Raises the readiness of leads by `marketing.nurtureSd` x u, where u = level^elasticity - 1. */
export const readiness: ProductiveLever = {
  kind: 'productive',
  id: 'readiness',
  moves: 'readiness',
  adds: ({ marketing }, u) => marketing.nurtureSd * u,
};
