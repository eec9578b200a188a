import { quantity } from '../../../model/parameter.ts';
import type { TacticDefinition } from '../../../model/tactic.ts';
import { baselineHours, carryOver } from './parameters.ts';

export const nurturing = {
  id: 'nurturing',
  title: 'Nurturing and qualifying',
  kind: 'productive',
  fabricates: false,
  role: 'marketing-director',
  lever: 'readiness',
  about: 'Work with leads that makes more of them ready to buy.',
  parameters: {
    hoursPerMonth: baselineHours(50),
    elasticity: quantity(0.35, {
      unit: 'elasticity',
      min: 0.01,
      max: 1,
      about: 'Per cent more response for one per cent more of it.',
      low: 0.2,
      high: 0.5,
    }),
    carryOverDays: carryOver(10),
  },
} as const satisfies TacticDefinition;
