import type { GamingLever } from '../../contract/lever.ts';

/** A lever that reports units of a counter that do not exist. */
export const inflates = (id: string, counter: string): GamingLever => ({
  kind: 'gaming',
  id,
  counter,
  execute(handle, wanted) {
    handle.report(counter, wanted);
    return wanted;
  },
});
