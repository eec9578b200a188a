import type { RoleDefinition } from '../../../../model/role.ts';

export const salesManager: RoleDefinition = {
  id: 'sales-manager',
  title: 'Sales manager',
  mind: 'judge',
  isHead: false,
  tactics: [],
  games: [],
  about: 'Paid a share of the team’s bookings; dismisses poor sellers, or keeps them.',
};
