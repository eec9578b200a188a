import type { GamingLever } from '../../contract/lever.ts';

/** Opportunities of sales, registered as field-produced. */
export const fieldRegistration: GamingLever = {
  kind: 'gaming',
  id: 'field-registration',
  counter: 'fieldOpportunities',
  execute: (handle, wanted) => handle.claimSalesDeals(wanted, 'field'),
};
