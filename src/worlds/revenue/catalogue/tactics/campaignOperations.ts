import { ASSUMPTION, quantity } from '../../../../model/parameter.ts';
import { leadsPerVisit } from '../levers/leadsPerVisit.ts';
import { baselineHours, carryOver } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const campaignOperations = {
  id: 'campaign-operations',
  title: 'Campaign operations',
  fabricates: false,
  roles: ['marketing-director', 'revenue-officer'],
  lever: leadsPerVisit,
  about: 'Tests of pages and forms, routing, automation.',
  parameters: {
    hoursPerMonth: baselineHours(40),
    elasticity: quantity(0.15, {
      unit: 'elasticity',
      min: 0.01,
      max: 1,
      about: 'Elasticity of leads per visit to its hours.',
      low: 0.05,
      high: 0.3,
      source: `${ASSUMPTION}; range: a third and twice the default`,
    }),
    carryOverDays: carryOver(10),
  },
} as const satisfies Tactic;
