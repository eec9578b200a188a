import { quantity } from '../../../model/parameter.ts';
import type { TacticDefinition } from '../../../model/tactic.ts';
import { baselineHours, carryOver } from './parameters.ts';

export const customerVisits = {
  id: 'customer-visits',
  title: 'Visits to customers',
  kind: 'productive',
  fabricates: false,
  role: 'marketing-director',
  lever: 'customerInsight',
  about:
    'Days with customers and beside sellers, from which marketing learns who buys and what helps to sell. No hours unless a scenario gives it some.',
  parameters: {
    hoursPerMonth: baselineHours(0),
    elasticity: quantity(0.3, {
      unit: 'elasticity',
      min: 0.01,
      max: 1,
      about:
        'Per cent less noise of scores, and less collateral that does not fit, for one per cent more of it.',
      low: 0.1,
      high: 0.5,
    }),
    carryOverDays: carryOver(60),
  },
} as const satisfies TacticDefinition;
