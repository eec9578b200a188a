import type { RoleDefinition } from '../../../../model/role.ts';

export const insideSales: RoleDefinition = {
  id: 'inside-sales',
  title: 'Inside sales',
  mind: 'caller',
  isHead: false,
  tactics: [],
  games: ['hollow-meetings'],
  about: 'Call marketing’s leads first, and arrange meetings for the sellers.',
};
