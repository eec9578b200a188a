import type { ProductiveLever } from '../../contract/lever.ts';

/** Shortens the ramp of new sellers. */
export const onboardingWork: ProductiveLever = { kind: 'productive', id: 'onboarding', moves: 'onboarding' };
