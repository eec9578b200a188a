import type { GamingLever } from '../../contract/lever.ts';

/** A lever that reports contacts as leads who pass marketing’s lower bar and never buy. */
export const hollowLeads = (id: string): GamingLever => ({
  kind: 'gaming',
  id,
  counter: 'leads',
  countsOnly: true,
  execute(handle, wanted) {
    handle.report('leads', wanted);
    handle.report('mqls', wanted);
    return wanted;
  },
});
