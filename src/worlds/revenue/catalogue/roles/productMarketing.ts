import type { RoleDefinition } from '../../../../model/role.ts';

export const productMarketing: RoleDefinition = {
  id: 'product-marketing',
  title: 'Product marketing',
  mind: 'planner',
  isHead: false,
  tactics: [
    'positioning',
    'value-selling',
    'reputation',
    'friendly-panels',
    'answered-quizzes',
    'padded-collateral',
  ],
  games: [],
  about: 'Says what the product is for, and equips sales to say it.',
};
