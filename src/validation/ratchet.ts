import { pow } from '../core/numeric/elementary.ts';
import { respond } from '../worlds/textbook/respond.ts';
import type { TextbookWorld } from '../worlds/textbook/world.ts';
import { rates } from './agencyWorlds.ts';
import { type Check, exactDecision as exact } from './check.ts';

const RATCHET = 'Weitzman, Bell J. Econ. 11 (1980) 302';

/** Pay per unit and cost of effort under a ratcheting target. */
const RATCHETED = { paidUsd: 0.7, costUsd: 2 };

/**
 * Current effort under a ratcheting target. The periods are modelled as tasks of one agent; each period pays
 * a bonus on result less target, and all are discounted. The periods left out would change the result by less
 * than one part in 10¹².
 */
function ratchetedEffort(adjustment: number, discountRate: number): number {
  const periods = Math.ceil(30 / (adjustment + discountRate));
  const keep = 1 / (1 + discountRate);
  const tasks = Array.from({ length: periods }, (_, t) => ({ name: `period ${t}`, valueUsd: 0 }));
  const weight = (t: number) => pow(keep, t);
  const world: TextbookWorld = {
    tasks,
    effortCost: tasks.map((_, t) => tasks.map((__, s) => (s === t ? RATCHETED.costUsd * weight(t) : 0))),
    metrics: tasks.map((_, t) => ({
      name: `bonus ${t}`,
      loadings: tasks.map((__, s) =>
        s === t ? 1 : s < t ? -adjustment * pow(1 - adjustment, t - s - 1) : 0,
      ),
    })),
    noise: tasks.map(() => tasks.map(() => 0)),
    riskAversionPerUsd: 0,
  };
  return respond(
    world,
    rates(Object.fromEntries(tasks.map((_, t) => [`bonus ${t}`, RATCHETED.paidUsd * weight(t)]))),
  ).effort[0];
}

/** Ratcheting targets, solved over all periods at once. */
export const RATCHETS: readonly Check[] = [
  ...(
    [
      [0.5, 1 / 6],
      [0.25, 2 / 7],
      [1, 1 / 11],
    ] as const
  ).map(([adjustment, expected]) =>
    exact(
      `T12-${adjustment}`,
      `A target that follows ${adjustment * 100}% of every surprise leaves rho / (rho + lambda) ` +
        'of the incentive',
      RATCHET,
      () => ({
        expected: (expected * RATCHETED.paidUsd) / RATCHETED.costUsd,
        simulated: ratchetedEffort(adjustment, 0.1),
      }),
    ),
  ),
  exact(
    'T12-turnover',
    'Turnover of 35% a period weakens the ratchet: (1 - d) / (1 - d (1 - lambda)) with d = 0.65 / 1.1',
    RATCHET,
    () => {
      const d = 0.65 / 1.1;
      return {
        expected: (((1 - d) / (1 - d * 0.5)) * RATCHETED.paidUsd) / RATCHETED.costUsd,
        simulated: ratchetedEffort(0.5, 1 / d - 1),
      };
    },
  ),
];
