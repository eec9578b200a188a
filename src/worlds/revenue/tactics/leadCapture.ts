import { quantity } from '../../../model/parameter.ts';
import type { TacticDefinition } from '../../../model/tactic.ts';
import { baselineHours, carryOver } from './parameters.ts';

export const leadCapture = {
  id: 'lead-capture',
  title: 'Lead capture',
  kind: 'productive',
  fabricates: false,
  role: 'marketing-director',
  lever: 'leadShare',
  about: 'Offers and forms that turn visitors into leads.',
  parameters: {
    hoursPerMonth: baselineHours(50),
    elasticity: quantity(0.33, {
      unit: 'elasticity',
      min: 0.01,
      max: 1,
      about: 'Per cent more leads per visit for one per cent more of it.',
      low: 0.2,
      high: 0.5,
    }),
    carryOverDays: carryOver(10),
  },
} as const satisfies TacticDefinition;
