import type { RoleDefinition } from '../../../../model/role.ts';
import { accountExecutive } from './accountExecutive.ts';
import { channelMarketing } from './channelMarketing.ts';
import { channelSales } from './channelSales.ts';
import { customerAdvocacy } from './customerAdvocacy.ts';
import { demandGeneration } from './demandGeneration.ts';
import { fieldMarketing } from './fieldMarketing.ts';
import { insideSales } from './insideSales.ts';
import { marketingDirector } from './marketingDirector.ts';
import { marketingOperations } from './marketingOperations.ts';
import { productMarketing } from './productMarketing.ts';
import { revenueOfficer } from './revenueOfficer.ts';
import { salesEnablement } from './salesEnablement.ts';
import { salesManager } from './salesManager.ts';
import { salesTrainer } from './salesTrainer.ts';

/** Role catalogue. A new role is one file and one line at the end. */
export const ROLES: readonly RoleDefinition[] = [
  marketingDirector,
  accountExecutive,
  insideSales,
  salesManager,
  productMarketing,
  demandGeneration,
  fieldMarketing,
  salesEnablement,
  salesTrainer,
  channelMarketing,
  customerAdvocacy,
  marketingOperations,
  revenueOfficer,
  channelSales,
];
