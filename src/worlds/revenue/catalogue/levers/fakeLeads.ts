import type { GamingLever } from '../../contract/lever.ts';

/** Fake leads: reports form fills that no prospect made. */
export const fakeLeads: GamingLever = {
  kind: 'gaming',
  id: 'fake-leads',
  counter: 'leads',
  execute(handle, wanted) {
    handle.report('leads', wanted);
    return wanted;
  },
};
