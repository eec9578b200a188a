import type { RoleDefinition } from '../../../../model/role.ts';
import { accountExecutive } from './accountExecutive.ts';
import { insideSales } from './insideSales.ts';
import { marketingDirector } from './marketingDirector.ts';
import { salesManager } from './salesManager.ts';

/** Role catalogue. A new role is one file and one line here. */
export const ROLES: readonly RoleDefinition[] = [
  marketingDirector,
  accountExecutive,
  insideSales,
  salesManager,
];
