import { ASSUMPTION, quantity } from '../../../../model/parameter.ts';
import { visits } from '../levers/visits.ts';
import { baselineHours, carryOver } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const awareness = {
  id: 'awareness',
  title: 'Awareness work',
  fabricates: false,
  roles: ['marketing-director'],
  lever: visits,
  about: 'Content, search and events that bring visitors.',
  parameters: {
    hoursPerMonth: baselineHours(40),
    elasticity: quantity(0.35, {
      unit: 'elasticity',
      min: 0.01,
      max: 1,
      about: 'Elasticity of visits to its hours.',
      low: 0.2,
      high: 0.5,
      source: `${ASSUMPTION}; range: around 0.34, the mean of 506 elasticities of personal selling (Albers, Mantrala and Sridhar 2010)`,
    }),
    carryOverDays: carryOver(10),
  },
} as const satisfies Tactic;
