import type { RoleDefinition } from '../../../../model/role.ts';

export const marketingOperations: RoleDefinition = {
  id: 'marketing-operations',
  title: 'Marketing operations',
  mind: 'planner',
  isHead: false,
  tactics: ['lead-scoring', 'campaign-operations', 'moved-definition', 'lowered-bar'],
  games: [],
  about: 'Scores leads, keeps definitions and runs campaigns.',
};
