import { quantity } from '../../../model/parameter.ts';
import type { TacticDefinition } from '../../../model/tactic.ts';

export const brandBuilding = {
  id: 'brand-building',
  title: 'Brand building',
  kind: 'productive',
  fabricates: false,
  role: 'marketing-director',
  lever: 'visitRate',
  about: 'Reputation work whose effect comes and goes slowly.',
  parameters: {
    hoursPerMonth: quantity(20, {
      unit: 'hours per month',
      max: 1e6,
      about: 'Hours at baseline: what the person does unasked.',
    }),
    elasticity: quantity(0.12, {
      unit: 'elasticity',
      min: 0.01,
      max: 1,
      about: 'Per cent more visits for one per cent more of it, once it has worked through.',
      low: 0.05,
      high: 0.25,
    }),
    carryOverDays: quantity(250, {
      unit: 'working days',
      min: 0,
      max: 2500,
      about: 'Mean time over which past work still counts.',
    }),
  },
} as const satisfies TacticDefinition;
