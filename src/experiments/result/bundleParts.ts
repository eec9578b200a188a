import { z } from 'zod';

export const pair = z.tuple([z.number(), z.number()]);
export const series = z.array(z.number());

const outcome = z.strictObject({
  unit: z.string(),
  direction: z.enum(['higher', 'lower', 'neutral']),
  title: z.string(),
  mean: z.number(),
  sd: z.number().meta({ description: 'Standard deviation of single runs.' }),
  se: z.number(),
  ci95: pair,
  p10: z.number(),
  p50: z.number(),
  p90: z.number(),
  n: z.int().meta({ description: 'Replicates in which the outcome was defined.' }),
});

export const difference = z.strictObject({
  n: z.int(),
  meanDifference: z.number(),
  se: z.number(),
  ci95: pair,
  ci95Simultaneous: pair.meta({ description: '95% for all contrasts together (Bonferroni).' }),
  betterShare: z.number().min(0).max(1).optional(),
});

const use = z.strictObject({
  tactic: z.string(),
  title: z.string(),
  unit: z.string(),
  fabricates: z.boolean(),
  amountPerMonth: z.number(),
  scalePerMonth: z.number(),
  moneyUsdPerMonth: z.number(),
  effortUsdPerMonth: z.number(),
  integrityUsdPerMonth: z.number(),
  expectedSanctionUsdPerMonth: z.number(),
});

/** Hours of a person, task by task. */
const work = z.array(
  z.strictObject({
    tactic: z.string(),
    title: z.string(),
    hoursPerMonth: z.number(),
    baselineHoursPerMonth: z.number(),
  }),
);

/** Schema of the results of an arm. */
export const arm = z.strictObject({
  name: z.string(),
  plan: z.string(),
  later: z
    .strictObject({ fromMonth: z.number(), plan: z.string(), beliefs: z.literal('learning').optional() })
    .optional(),
  set: z.record(z.string(), z.unknown()),
  about: z.string().optional(),
  motive: z.string(),
  outcomes: z.record(z.string(), outcome),
  tenure: z.strictObject({ survivalShare: series }),
  arrangement: z
    .strictObject({
      sqlBar: z.number(),
      usualSqlBar: z.number(),
      leadVisibility: z.string(),
      followUpOrder: z.string(),
      gainUsd: z.number(),
    })
    .optional(),
  certaintyEquivalentUsd: z.strictObject({ mean: z.number(), se: z.number() }).optional(),
  heldUsd: z.number().optional(),
  monthly: z.record(
    z.string(),
    z.strictObject({ unit: z.string(), title: z.string(), reported: series, true: series, sound: series }),
  ),
  incentives: z
    .array(
      z.strictObject({
        person: z.string(),
        targetBonusUsdPerMonth: z.number(),
        hollowBonusUsdPerMonth: z.number(),
        medianIntegrityUsd: z.number(),
        believesNaively: z.boolean(),
        uses: z.array(use),
        work,
      }),
    )
    .optional(),
  workAfterChange: z.array(z.strictObject({ person: z.string(), work })).optional(),
  paidOn: z.array(z.string()),
  payAtGoal: z.array(z.strictObject({ share: z.number(), usdPerYear: z.number() })).optional(),
  overBudgetShare: z.number().min(0).max(1).optional(),
});
