import { ASSUMPTION, quantity } from '../../../../model/parameter.ts';
import { leadsPerVisit } from '../levers/leadsPerVisit.ts';
import { baselineHours, carryOver } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const leadCapture = {
  id: 'lead-capture',
  title: 'Lead capture',
  fabricates: false,
  roles: ['marketing-director'],
  lever: leadsPerVisit,
  about: 'Offers and forms that turn visitors into leads.',
  parameters: {
    hoursPerMonth: baselineHours(50),
    elasticity: quantity(0.33, {
      unit: 'elasticity',
      min: 0.01,
      max: 1,
      about: 'Elasticity of leads per visit to its hours.',
      low: 0.2,
      high: 0.5,
      source: `${ASSUMPTION}; range: around 0.34, the mean of 506 elasticities of personal selling (Albers, Mantrala and Sridhar 2010)`,
    }),
    carryOverDays: carryOver(10),
  },
} as const satisfies Tactic;
