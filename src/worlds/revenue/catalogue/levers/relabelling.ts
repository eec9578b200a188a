import type { GamingLever } from '../../contract/lever.ts';

/** Passes leads that fail the definition: real leads that go to sales. */
export const relabelling: GamingLever = {
  kind: 'gaming',
  id: 'relabelling',
  counter: 'sqls',
  execute: (handle, wanted) => handle.passUnqualified(wanted),
  waitsForMonthEnd: ({ marketing }) => marketing.relabelTiming === 'month-end',
};
