import { ASSUMPTION, quantity } from '../../../../model/parameter.ts';
import { winChance } from '../levers/winChance.ts';
import { baselineHours, carryOver } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const salesTraining = {
  id: 'sales-training',
  title: 'Training for sellers',
  fabricates: false,
  roles: ['marketing-director'],
  lever: winChance,
  about:
    'Enablement: what sellers are taught of the product, its buyers and its arguments. No hours unless a scenario gives it some.',
  parameters: {
    hoursPerMonth: baselineHours(0),
    elasticity: quantity(0.1, {
      unit: 'elasticity',
      min: 0.01,
      max: 1,
      about: 'Elasticity of the win chance to its hours.',
      low: 0.03,
      high: 0.25,
      source: `${ASSUMPTION}; range: a third and two and a half times the default`,
    }),
    carryOverDays: carryOver(90),
  },
} as const satisfies Tactic;
