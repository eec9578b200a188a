import type { RoleDefinition } from '../../../../model/role.ts';

export const salesEnablement: RoleDefinition = {
  id: 'sales-enablement',
  title: 'Sales enablement',
  mind: 'planner',
  isHead: false,
  tactics: ['field-requests', 'begged-surveys', 'closed-tickets'],
  games: [],
  about: 'Answers requests from sales for help with a deal.',
};
