import { ASSUMPTION, quantity } from '../../../../model/parameter.ts';
import { visits } from '../levers/visits.ts';
import { baselineHours, carryOver } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const brandBuilding = {
  id: 'brand-building',
  title: 'Brand building',
  fabricates: false,
  roles: ['marketing-director'],
  lever: visits,
  about: 'Reputation work whose effect comes and goes slowly.',
  parameters: {
    hoursPerMonth: baselineHours(20),
    elasticity: quantity(0.12, {
      unit: 'elasticity',
      min: 0.01,
      max: 1,
      about: 'Long-run elasticity of visits to its hours.',
      low: 0.05,
      high: 0.25,
      source: `${ASSUMPTION}; range: 0.12 and 0.24 are the mean short-run and long-run elasticities of advertising (Sethuraman, Tellis and Briesch 2011)`,
    }),
    carryOverDays: carryOver(250),
  },
} as const satisfies Tactic;
