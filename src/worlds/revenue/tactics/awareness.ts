import { quantity } from '../../../model/parameter.ts';
import type { TacticDefinition } from '../../../model/tactic.ts';
import { baselineHours, carryOver } from './parameters.ts';

export const awareness = {
  id: 'awareness',
  title: 'Awareness work',
  kind: 'productive',
  fabricates: false,
  role: 'marketing-director',
  lever: 'visitRate',
  about: 'Content, search and events that bring visitors.',
  parameters: {
    hoursPerMonth: baselineHours(40),
    elasticity: quantity(0.35, {
      unit: 'elasticity',
      min: 0.01,
      max: 1,
      about: 'Per cent more visits for one per cent more of it.',
      low: 0.2,
      high: 0.5,
    }),
    carryOverDays: carryOver(10),
  },
} as const satisfies TacticDefinition;
