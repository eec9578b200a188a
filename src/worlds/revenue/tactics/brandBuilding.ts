import { quantity } from '../../../model/parameter.ts';
import type { TacticDefinition } from '../../../model/tactic.ts';
import { baselineHours, carryOver } from './parameters.ts';

export const brandBuilding = {
  id: 'brand-building',
  title: 'Brand building',
  kind: 'productive',
  fabricates: false,
  role: 'marketing-director',
  lever: 'visitRate',
  about: 'Reputation work whose effect comes and goes slowly.',
  parameters: {
    hoursPerMonth: baselineHours(20),
    elasticity: quantity(0.12, {
      unit: 'elasticity',
      min: 0.01,
      max: 1,
      about: 'Per cent more visits for one per cent more of it, once it has worked through.',
      low: 0.05,
      high: 0.25,
    }),
    carryOverDays: carryOver(250),
  },
} as const satisfies TacticDefinition;
