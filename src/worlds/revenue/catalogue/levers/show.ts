import type { GamingLever } from '../../contract/lever.ts';

/** Show: hours that look like work and produce nothing. They are taken from work. */
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
