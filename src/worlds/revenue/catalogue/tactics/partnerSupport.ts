import { ASSUMPTION, quantity } from '../../../../model/parameter.ts';
import { partnerWork } from '../levers/partnerWork.ts';
import { baselineHours, carryOver } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const partnerSupport = {
  id: 'partner-support',
  title: 'Support for partners',
  fabricates: false,
  roles: ['marketing-director', 'revenue-officer'],
  lever: partnerWork,
  about: 'Joint plans, training and campaigns with channel partners.',
  parameters: {
    hoursPerMonth: baselineHours(100),
    elasticity: quantity(0.35, {
      unit: 'elasticity',
      min: 0.01,
      max: 1,
      about: 'Elasticity of partner-sourced opportunities with respect to its hours.',
      low: 0.2,
      high: 0.5,
      source: `${ASSUMPTION}; range: around 0.34, the mean of 506 elasticities of personal selling (Albers, Mantrala and Sridhar 2010)`,
    }),
    carryOverDays: carryOver(60),
  },
} as const satisfies Tactic;
