import { byRole } from '../experiments/commands/byRole.ts';
import { workOfRoles } from '../experiments/commands/work.ts';
import { byRoleInWords, renderByRole } from '../report/byRole.ts';
import { againstReference } from './againstReference.ts';
import type { RunningFlags } from './running.ts';

const STUDY = { run: byRole, work: workOfRoles, words: byRoleInWords, render: renderByRole };

export const rolesCommand = (file: string, flags: RunningFlags & { readonly arm: string }) =>
  againstReference(STUDY, file, flags);
