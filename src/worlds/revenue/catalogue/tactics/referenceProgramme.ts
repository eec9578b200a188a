import { ASSUMPTION, quantity } from '../../../../model/parameter.ts';
import { advocacy } from '../levers/advocacy.ts';
import { baselineHours, carryOver } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const referenceProgramme = {
  id: 'reference-programme',
  title: 'Reference programme',
  fabricates: false,
  roles: ['marketing-director', 'revenue-officer'],
  lever: advocacy,
  about: 'Satisfied customers asked to speak well of the company.',
  parameters: {
    hoursPerMonth: baselineHours(40),
    elasticity: quantity(0.3, {
      unit: 'elasticity',
      min: 0.01,
      max: 1,
      about: 'Elasticity of the number of customers who act as references with respect to its hours.',
      low: 0.1,
      high: 0.5,
      source: `${ASSUMPTION}; range: a third and one and two thirds of the default`,
    }),
    carryOverDays: carryOver(60),
  },
} as const satisfies Tactic;
