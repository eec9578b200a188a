import type { RoleDefinition } from '../../../../model/role.ts';

export const marketingDirector: RoleDefinition = {
  id: 'marketing-director',
  title: 'Director of marketing',
  mind: 'planner',
  isHead: true,
  tactics: [
    'awareness',
    'lead-capture',
    'nurturing',
    'brand-building',
    'customer-visits',
    'sales-training',
    'bot-visits',
    'fake-leads',
    'relabel',
    'captured-attribution',
  ],
  games: [],
  about: 'Plans marketing’s work, and may game the numbers of the plan.',
};
