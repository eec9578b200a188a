import type { GamingLever } from '../../contract/lever.ts';

/** Reports leads that nobody left. */
export const fakeLeads: GamingLever = {
  kind: 'gaming',
  id: 'fake-leads',
  counter: 'leads',
  execute(handle, wanted) {
    handle.report('leads', wanted);
    return wanted;
  },
};
