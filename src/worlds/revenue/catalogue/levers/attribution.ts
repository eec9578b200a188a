import type { GamingLever } from '../../contract/lever.ts';

/** Claims pipeline that sales found itself. */
export const attribution: GamingLever = {
  kind: 'gaming',
  id: 'attribution',
  counter: 'marketingOpportunities',
  execute: (handle, wanted) => handle.claimSalesDeals(wanted),
};
