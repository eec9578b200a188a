import { hollowLeads } from './hollowLeads.ts';

/** Contacts who ticked a box on somebody else’s site. */
export const coRegistration = hollowLeads('co-registration');
