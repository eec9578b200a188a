import type { ProductiveLever } from '../../contract/lever.ts';

/** Makes leads readier to buy: a shift of their readiness, `marketing.nurtureSd` for a doubled response. */
export const readiness: ProductiveLever = {
  kind: 'productive',
  id: 'readiness',
  moves: 'readiness',
  adds: ({ marketing }, u) => marketing.nurtureSd * u,
};
