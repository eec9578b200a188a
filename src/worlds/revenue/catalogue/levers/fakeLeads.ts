import type { GamingLever } from '../../contract/lever.ts';

/** Fake leads: reports form fills that no prospect made. They are bought to pass marketing's lower bar. */
export const fakeLeads: GamingLever = {
  kind: 'gaming',
  id: 'fake-leads',
  counter: 'leads',
  countsOnly: true,
  execute(handle, wanted) {
    handle.report('leads', wanted);
    handle.report('mqls', wanted);
    return wanted;
  },
};
