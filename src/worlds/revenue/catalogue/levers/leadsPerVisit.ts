import type { ProductiveLever } from '../../contract/lever.ts';

/** Raises the conversion rate from visits to leads. */
export const leadsPerVisit: ProductiveLever = {
  kind: 'productive',
  id: 'leads-per-visit',
  moves: 'leadsPerVisit',
};
