import { ASSUMPTION, quantity } from '../../../../model/parameter.ts';
import { retention } from '../levers/retention.ts';
import { baselineHours, carryOver } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const customerCare = {
  id: 'customer-care',
  title: 'Customer care',
  fabricates: false,
  roles: ['marketing-director', 'revenue-officer'],
  lever: retention,
  about: 'Contact with customers before they think of leaving.',
  parameters: {
    hoursPerMonth: baselineHours(60),
    elasticity: quantity(0.15, {
      unit: 'elasticity',
      min: 0.01,
      max: 1,
      about: 'Elasticity of retention to its hours.',
      low: 0.05,
      high: 0.3,
      source: `${ASSUMPTION}; range: a third and twice the default`,
    }),
    carryOverDays: carryOver(90),
  },
} as const satisfies Tactic;
