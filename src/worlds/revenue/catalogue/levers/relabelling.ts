import type { GamingLever } from '../../contract/lever.ts';

/** Relabelling: passes leads that fail the definition. They are real leads and reach sales. */
export const relabelling: GamingLever = {
  kind: 'gaming',
  id: 'relabelling',
  counter: 'sqls',
  execute: (handle, wanted) => handle.passUnqualified(wanted),
  waitsForMonthEnd: ({ marketing }) => marketing.relabelTiming === 'month-end',
};
