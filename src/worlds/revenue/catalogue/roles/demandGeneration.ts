import type { RoleDefinition } from '../../../../model/role.ts';

export const demandGeneration: RoleDefinition = {
  id: 'demand-generation',
  title: 'Demand generation',
  mind: 'planner',
  isHead: false,
  tactics: [
    'awareness',
    'lead-capture',
    'nurturing',
    'bot-visits',
    'fake-leads',
    'co-registration',
    'incentivised-forms',
    'lowered-bar',
    'relabel',
    'captured-attribution',
  ],
  games: [],
  about: 'Runs programmes that bring leads.',
};
