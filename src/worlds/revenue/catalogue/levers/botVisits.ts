import type { GamingLever } from '../../contract/lever.ts';

/** Bot traffic: reports visits that no human made. */
export const botVisits: GamingLever = {
  kind: 'gaming',
  id: 'bot-visits',
  counter: 'visits',
  execute(handle, wanted) {
    handle.report('visits', wanted);
    return wanted;
  },
};
