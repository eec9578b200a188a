import type { GamingLever } from '../../contract/lever.ts';

/** A lever that adds to a counter's reported ledger only: what it reports does not exist. */
export const inflates = (id: string, counter: string): GamingLever => ({
  kind: 'gaming',
  id,
  counter,
  countsOnly: true,
  execute(handle, wanted) {
    handle.report(counter, wanted);
    return wanted;
  },
});
