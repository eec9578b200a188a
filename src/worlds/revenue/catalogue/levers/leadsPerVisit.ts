import type { ProductiveLever } from '../../contract/lever.ts';

/** Turns more visitors into leads. */
export const leadsPerVisit: ProductiveLever = {
  kind: 'productive',
  id: 'leads-per-visit',
  moves: 'leadsPerVisit',
};
