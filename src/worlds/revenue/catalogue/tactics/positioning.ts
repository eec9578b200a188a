import { ASSUMPTION, quantity } from '../../../../model/parameter.ts';
import { appeal } from '../levers/appeal.ts';
import { baselineHours, carryOver } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const positioning = {
  id: 'positioning',
  title: 'Positioning',
  fabricates: false,
  roles: ['marketing-director', 'revenue-officer'],
  lever: appeal,
  about: 'Messages, comparisons and launches, which make the product easier to sell.',
  parameters: {
    hoursPerMonth: baselineHours(40),
    elasticity: quantity(0.12, {
      unit: 'elasticity',
      min: 0.01,
      max: 1,
      about: 'Elasticity of the win chance to its hours.',
      low: 0.04,
      high: 0.25,
      source: `${ASSUMPTION}; range: a third and twice the default`,
    }),
    carryOverDays: carryOver(120),
  },
} as const satisfies Tactic;
