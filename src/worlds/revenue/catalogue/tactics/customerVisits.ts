import { ASSUMPTION, quantity } from '../../../../model/parameter.ts';
import { insight } from '../levers/insight.ts';
import { baselineHours, carryOver } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const customerVisits = {
  id: 'customer-visits',
  title: 'Visits to customers',
  fabricates: false,
  roles: ['marketing-director'],
  lever: insight,
  about:
    'Days with customers and beside sellers, from which marketing learns who buys and what helps to sell. No hours unless a scenario gives it some.',
  parameters: {
    hoursPerMonth: baselineHours(0),
    elasticity: quantity(0.3, {
      unit: 'elasticity',
      min: 0.01,
      max: 1,
      about:
        'Elasticity to its hours of what marketing knows of customers: less noise of scores, less collateral that does not fit.',
      low: 0.1,
      high: 0.5,
      source: `${ASSUMPTION}; range: a third and one and two thirds of the default`,
    }),
    carryOverDays: carryOver(60),
  },
} as const satisfies Tactic;
