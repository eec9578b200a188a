import { quantity } from '../../../model/parameter.ts';
import type { TacticDefinition } from '../../../model/tactic.ts';

export const leadCapture = {
  id: 'lead-capture',
  title: 'Lead capture',
  kind: 'productive',
  fabricates: false,
  role: 'marketing-director',
  lever: 'leadShare',
  about: 'Offers and forms that turn visitors into leads.',
  parameters: {
    hoursPerMonth: quantity(50, {
      unit: 'hours per month',
      max: 1e6,
      about: 'Hours at baseline: what the person does unasked.',
    }),
    elasticity: quantity(0.33, {
      unit: 'elasticity',
      min: 0.01,
      max: 1,
      about: 'Per cent more leads per visit for one per cent more of it.',
      low: 0.2,
      high: 0.5,
    }),
    carryOverDays: quantity(10, {
      unit: 'working days',
      min: 0,
      max: 2500,
      about: 'Mean time over which past work still counts.',
    }),
  },
} as const satisfies TacticDefinition;
