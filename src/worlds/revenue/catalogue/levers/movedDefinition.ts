import type { GamingLever } from '../../contract/lever.ts';

/** A definition that moves: leads that fail it are passed, and sales has to call them. */
export const movedDefinition: GamingLever = {
  kind: 'gaming',
  id: 'moved-definition',
  counter: 'sqls',
  execute: (handle, wanted) => handle.passUnqualified(wanted),
};
