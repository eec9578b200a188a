import { ASSUMPTION, quantity } from '../../../../model/parameter.ts';
import { support } from '../levers/support.ts';
import { baselineHours, carryOver } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const fieldRequests = {
  id: 'field-requests',
  title: 'Answers to field requests',
  fabricates: false,
  roles: ['marketing-director', 'revenue-officer'],
  lever: support,
  about: 'Answers to requests from sales: proposals, references, comparisons.',
  parameters: {
    hoursPerMonth: baselineHours(120),
    elasticity: quantity(0.8, {
      unit: 'elasticity',
      min: 0.01,
      max: 1,
      about: 'Elasticity of request capacity with respect to its hours.',
      low: 0.5,
      high: 1,
      source: `${ASSUMPTION}; range: half, and in proportion to hours`,
    }),
    carryOverDays: carryOver(1),
  },
} as const satisfies Tactic;
