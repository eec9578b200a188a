import type { ProductiveLever } from '../../contract/lever.ts';

/** Raises the readiness of leads: by `marketing.nurtureSd` when the response doubles. */
export const readiness: ProductiveLever = {
  kind: 'productive',
  id: 'readiness',
  moves: 'readiness',
  adds: ({ marketing }, u) => marketing.nurtureSd * u,
};
