import { ASSUMPTION, quantity } from '../../../../model/parameter.ts';
import { fieldWork } from '../levers/fieldWork.ts';
import { baselineHours, carryOver } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const regionalEvents = {
  id: 'regional-events',
  title: 'Regional events',
  fabricates: false,
  roles: ['marketing-director', 'revenue-officer'],
  lever: fieldWork,
  about: 'Events and visits in the regions, from which opportunities come.',
  parameters: {
    hoursPerMonth: baselineHours(100),
    elasticity: quantity(0.35, {
      unit: 'elasticity',
      min: 0.01,
      max: 1,
      about: 'Elasticity of field-produced opportunities to its hours.',
      low: 0.2,
      high: 0.5,
      source: `${ASSUMPTION}; range: around 0.34, the mean of 506 elasticities of personal selling (Albers, Mantrala and Sridhar 2010)`,
    }),
    carryOverDays: carryOver(20),
  },
} as const satisfies Tactic;
