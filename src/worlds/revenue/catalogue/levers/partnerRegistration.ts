import type { GamingLever } from '../../contract/lever.ts';

/** Opportunities of sales, registered as brought by partners. */
export const partnerRegistration: GamingLever = {
  kind: 'gaming',
  id: 'partner-registration',
  counter: 'channelOpportunities',
  execute: (handle, wanted) => handle.claimSalesDeals(wanted, 'partner'),
};
