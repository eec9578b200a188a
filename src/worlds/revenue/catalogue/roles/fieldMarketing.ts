import type { RoleDefinition } from '../../../../model/role.ts';

export const fieldMarketing: RoleDefinition = {
  id: 'field-marketing',
  title: 'Field marketing',
  mind: 'planner',
  isHead: false,
  tactics: ['regional-events', 'badge-scans', 'field-registration', 'paper-calls'],
  games: [],
  about: 'Brings opportunities from events and visits in the regions.',
};
