import { quantity } from '../../../model/parameter.ts';
import type { TacticDefinition } from '../../../model/tactic.ts';

export const awareness = {
  id: 'awareness',
  title: 'Awareness work',
  kind: 'productive',
  fabricates: false,
  role: 'marketing-director',
  lever: 'visitRate',
  about: 'Content, search and events that bring visitors.',
  parameters: {
    hoursPerMonth: quantity(40, {
      unit: 'hours per month',
      max: 1e6,
      about: 'Hours at baseline: what the person does unasked.',
    }),
    elasticity: quantity(0.35, {
      unit: 'elasticity',
      min: 0.01,
      max: 1,
      about: 'Per cent more visits for one per cent more of it.',
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
