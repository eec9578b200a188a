import type { RoleDefinition } from '../../../../model/role.ts';
import { accountExecutive } from './accountExecutive.ts';

export const channelSales: RoleDefinition = {
  ...accountExecutive,
  id: 'channel-sales',
  title: 'Channel sales',
  about: 'Sell what partners bring; paid by commission.',
};
