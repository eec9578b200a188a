import { ASSUMPTION, quantity } from '../../../../model/parameter.ts';
import { onboardingWork } from '../levers/onboardingWork.ts';
import { baselineHours, carryOver } from './parameters.ts';
import type { Tactic } from './tactic.ts';

export const sellerOnboarding = {
  id: 'seller-onboarding',
  title: 'Onboarding of new sellers',
  fabricates: false,
  roles: ['marketing-director', 'revenue-officer'],
  lever: onboardingWork,
  about: 'Courses and coaching that shorten the ramp of new sellers.',
  parameters: {
    hoursPerMonth: baselineHours(60),
    elasticity: quantity(0.3, {
      unit: 'elasticity',
      min: 0.01,
      max: 1,
      about: 'Elasticity of the speed of the ramp to its hours.',
      low: 0.1,
      high: 0.5,
      source: `${ASSUMPTION}; range: a third and one and two thirds of the default`,
    }),
    carryOverDays: carryOver(60),
  },
} as const satisfies Tactic;
