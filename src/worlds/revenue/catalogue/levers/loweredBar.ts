import type { GamingLever } from '../../contract/lever.ts';

/** A lower bar for marketing-qualified leads: as many as there are leads. */
export const loweredBar: GamingLever = {
  kind: 'gaming',
  id: 'lowered-bar',
  counter: 'mqls',
  execute(handle, wanted) {
    const left = Math.floor(handle.soFar('leads') - handle.soFar('mqls'));
    const done = Math.max(0, Math.min(wanted, left));
    handle.report('mqls', done);
    return done;
  },
};
