import { hollowLeads } from './hollowLeads.ts';

/** Fake leads: reports form fills that no prospect made. They are bought to pass marketing's lower bar. */
export const fakeLeads = hollowLeads('fake-leads');
