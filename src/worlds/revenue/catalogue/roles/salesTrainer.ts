import type { RoleDefinition } from '../../../../model/role.ts';

export const salesTrainer: RoleDefinition = {
  id: 'sales-training',
  title: 'Sales training',
  mind: 'planner',
  isHead: false,
  tactics: ['sales-training', 'seller-onboarding', 'box-ticked-courses', 'taught-to-test'],
  games: [],
  about: 'Teaches sellers, and brings new ones up to speed.',
};
