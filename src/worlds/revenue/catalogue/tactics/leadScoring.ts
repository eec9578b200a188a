import { ASSUMPTION, quantity } from '../../../../model/parameter.ts';
import { insight } from '../levers/insight.ts';
import { baselineHours, carryOver } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const leadScoring = {
  id: 'lead-scoring',
  title: 'Lead scoring',
  fabricates: false,
  roles: ['marketing-director', 'revenue-officer'],
  lever: insight,
  about: 'Data and models behind the lead score: less noise in it.',
  parameters: {
    hoursPerMonth: baselineHours(60),
    elasticity: quantity(0.3, {
      unit: 'elasticity',
      min: 0.01,
      max: 1,
      about: 'Elasticity of lead-score precision with respect to its hours.',
      low: 0.1,
      high: 0.5,
      source: `${ASSUMPTION}; range: a third and one and two thirds of the default`,
    }),
    carryOverDays: carryOver(60),
  },
} as const satisfies Tactic;
