import { ASSUMPTION, quantity } from '../../../../model/parameter.ts';
import { readiness } from '../levers/readiness.ts';
import { baselineHours, carryOver } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const nurturing = {
  id: 'nurturing',
  title: 'Nurturing and qualifying',
  fabricates: false,
  roles: ['marketing-director'],
  lever: readiness,
  about: 'Work with leads that makes more of them ready to buy.',
  parameters: {
    hoursPerMonth: baselineHours(50),
    elasticity: quantity(0.35, {
      unit: 'elasticity',
      min: 0.01,
      max: 1,
      about: 'Elasticity of the response to its hours.',
      low: 0.2,
      high: 0.5,
      source: `${ASSUMPTION}; range: around 0.34, the mean of 506 elasticities of personal selling (Albers, Mantrala and Sridhar 2010)`,
    }),
    carryOverDays: carryOver(10),
  },
} as const satisfies Tactic;
