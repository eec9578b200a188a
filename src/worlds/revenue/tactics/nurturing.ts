import { quantity } from '../../../model/parameter.ts';
import type { TacticDefinition } from '../../../model/tactic.ts';

export const nurturing = {
  id: 'nurturing',
  title: 'Nurturing and qualifying',
  kind: 'productive',
  fabricates: false,
  role: 'marketing-director',
  lever: 'readiness',
  about: 'Work with leads that makes more of them ready to buy.',
  parameters: {
    hoursPerMonth: quantity(50, {
      unit: 'hours per month',
      max: 1e6,
      about: 'Hours at baseline: what the person does unasked.',
    }),
    elasticity: quantity(0.35, {
      unit: 'elasticity',
      min: 0.01,
      max: 1,
      about: 'Per cent more response for one per cent more of it.',
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
