import { quantity } from '../../../model/parameter.ts';
import type { TacticDefinition } from '../../../model/tactic.ts';
import { baselineHours, carryOver } from './parameters.ts';

export const salesTraining = {
  id: 'sales-training',
  title: 'Training for sellers',
  kind: 'productive',
  fabricates: false,
  role: 'marketing-director',
  lever: 'sellerSkill',
  about:
    'Enablement: what sellers are taught of the product, its buyers and its arguments. No hours unless a scenario gives it some.',
  parameters: {
    hoursPerMonth: baselineHours(0),
    elasticity: quantity(0.1, {
      unit: 'elasticity',
      min: 0.01,
      max: 1,
      about: 'Per cent higher chance of winning for one per cent more of it.',
      low: 0.03,
      high: 0.25,
    }),
    carryOverDays: carryOver(90),
  },
} as const satisfies TacticDefinition;
