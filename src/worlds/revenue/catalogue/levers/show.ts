import type { GamingLever } from '../../contract/lever.ts';

/** Impression management: hours that pass for work and are taken from it. */
export const show: GamingLever = {
  kind: 'gaming',
  id: 'show',
  counter: 'workShown',
  takesHours: true,
  execute(handle, wanted) {
    handle.report('workShown', wanted);
    return wanted;
  },
};
