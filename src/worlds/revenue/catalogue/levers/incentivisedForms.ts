import { hollowLeads } from './hollowLeads.ts';

/** Forms filled in for a gift. */
export const incentivisedForms = hollowLeads('incentivised-forms');
