import { inflates } from './inflates.ts';

/** Fake leads: reports form fills that no prospect made. */
export const fakeLeads = inflates('fake-leads', 'leads');
