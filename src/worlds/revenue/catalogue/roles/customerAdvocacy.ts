import type { RoleDefinition } from '../../../../model/role.ts';

export const customerAdvocacy: RoleDefinition = {
  id: 'customer-advocacy',
  title: 'Customer advocacy',
  mind: 'planner',
  isHead: false,
  tactics: ['customer-care', 'reference-programme', 'cherry-picked-surveys', 'silent-references'],
  games: [],
  about: 'Keeps customers, and has them speak well of the company.',
};
