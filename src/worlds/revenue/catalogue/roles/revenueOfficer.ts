import type { RoleDefinition } from '../../../../model/role.ts';
import { marketingDirector } from './marketingDirector.ts';

export const revenueOfficer: RoleDefinition = {
  ...marketingDirector,
  id: 'revenue-officer',
  title: 'Revenue officer',
  about: 'Heads marketing and sales, plans marketing’s work, and may game the numbers of the plan.',
};
