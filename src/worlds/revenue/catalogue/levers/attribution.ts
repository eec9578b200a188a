import type { GamingLever } from '../../contract/lever.ts';

/** Attribution capture: claims opportunities that sales sourced. */
export const attribution: GamingLever = {
  kind: 'gaming',
  id: 'attribution',
  counter: 'marketingOpportunities',
  execute: (handle, wanted) => handle.claimSalesDeals(wanted),
};
