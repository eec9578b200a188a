import { ASSUMPTION, quantity } from '../../../../model/parameter.ts';
import { perception } from '../levers/perception.ts';
import { baselineHours, carryOver } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const reputation = {
  id: 'reputation',
  title: 'Reputation',
  fabricates: false,
  roles: ['marketing-director', 'revenue-officer'],
  lever: perception,
  about: 'Public image, analysts and press: market perception, which comes and goes over years.',
  parameters: {
    hoursPerMonth: baselineHours(30),
    elasticity: quantity(0.3, {
      unit: 'elasticity',
      min: 0.01,
      max: 1,
      about: 'Elasticity of market perception to its hours.',
      low: 0.15,
      high: 0.6,
      source: `${ASSUMPTION}; range: half and twice the default`,
    }),
    carryOverDays: carryOver(375),
  },
} as const satisfies Tactic;
