import { ASSUMPTION, quantity } from '../../../../model/parameter.ts';
import { dealValue } from '../levers/dealValue.ts';
import { baselineHours, carryOver } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const valueSelling = {
  id: 'value-selling',
  title: 'Value selling',
  fabricates: false,
  roles: ['marketing-director', 'revenue-officer'],
  lever: dealValue,
  about: 'Business cases and arguments about price, which raise what deals are sold for.',
  parameters: {
    hoursPerMonth: baselineHours(30),
    elasticity: quantity(0.08, {
      unit: 'elasticity',
      min: 0.01,
      max: 1,
      about: 'Elasticity of deal values to its hours.',
      low: 0.02,
      high: 0.2,
      source: `${ASSUMPTION}; range: a fourth and two and a half times the default`,
    }),
    carryOverDays: carryOver(120),
  },
} as const satisfies Tactic;
