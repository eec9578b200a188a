import type { RoleDefinition } from '../../../../model/role.ts';

export const accountExecutive: RoleDefinition = {
  id: 'account-executive',
  title: 'Account executives',
  mind: 'seller',
  isHead: false,
  tactics: [],
  games: [
    'pull-forward',
    'hold-back',
    'all-or-nothing',
    'reject-good-leads',
    'line-that-pays',
    'pad-activities',
    'lobby-for-quotas',
    'keep-lost-deals',
    'promise-too-much',
  ],
  about: 'Call leads, prospect, win deals; paid by commission.',
};
