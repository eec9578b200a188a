import type { GamingLever } from '../../contract/lever.ts';

/** Requests closed unsolved: reported as answered at once, and asked again. */
export const closedTickets: GamingLever = {
  kind: 'gaming',
  id: 'closed-tickets',
  counter: 'requests',
  harms: 'support',
  execute(handle, wanted) {
    handle.report('requests', wanted);
    return wanted;
  },
};
