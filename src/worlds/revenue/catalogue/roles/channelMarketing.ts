import type { RoleDefinition } from '../../../../model/role.ts';

export const channelMarketing: RoleDefinition = {
  id: 'channel-marketing',
  title: 'Channel marketing',
  mind: 'planner',
  isHead: false,
  tactics: ['partner-support', 'partner-registration', 'partner-rebates'],
  games: [],
  about: 'Works with partners who bring opportunities.',
};
