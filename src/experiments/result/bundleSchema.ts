import { z } from 'zod';
import { BUNDLE_VERSION } from './bundle.ts';
import { arm, difference, pair } from './bundleParts.ts';
import { CURVES, TARGETS } from './harmSplit.ts';

const curve = z.enum(CURVES);

const answer = z
  .strictObject({
    rankedBy: z.string(),
    ranking: z.array(
      z.strictObject({
        arm: z.string(),
        group: z.int(),
        isChoice: z.boolean(),
        fromReference: difference.optional(),
        fromFirst: difference.optional(),
        fromBest: difference.optional(),
      }),
    ),
    best: z.string(),
    tied: z.array(z.string()),
    confidence: z.enum(['clear', 'shared', 'open']),
    gain: z.record(z.string(), difference),
    atEqualWorth: z
      .strictObject({
        difference,
        premiumUsd: z.strictObject({ best: z.number(), reference: z.number() }),
      })
      .optional(),
    mostAsWritten: z.strictObject({ arm: z.string(), difference }).optional(),
    unchanged: z.array(z.strictObject({ arm: z.string(), sameAs: z.string() })),
  })
  .meta({ description: 'The ranking of all arms, at 95% for all pairs together.' });

/** Schema of bundles. A value that is undefined for a scenario is absent, never null, NaN or 0. */
export const bundleSchema = z.strictObject({
  schemaVersion: z.literal(BUNDLE_VERSION),
  tool: z.strictObject({ name: z.literal('goodhart'), version: z.string() }),
  scenario: z.strictObject({
    world: z.enum(['revenue', 'textbook']),
    name: z.string(),
    about: z.string().optional(),
    hash: z.string(),
    horizonMonths: z.int(),
    outcome: z.string(),
    reference: z.string(),
    tell: z.array(z.string()).optional(),
    payBudgetUsdPerYear: z.number().optional(),
    resolved: z.record(z.string(), z.unknown()),
    assumptions: z.array(
      z.strictObject({
        path: z.string(),
        value: z.union([z.number(), z.string(), z.boolean()]),
        unit: z.string(),
        about: z.string(),
        source: z.string(),
        origin: z.enum(['default', 'base', 'scenario', 'set']),
        low: z.number().optional(),
        high: z.number().optional(),
      }),
    ),
  }),
  command: z.string(),
  seed: z.string(),
  replicates: z.strictObject({
    requested: z.int(),
    completed: z.int(),
    failed: z.array(z.strictObject({ replicate: z.int(), arm: z.string(), message: z.string() })),
  }),
  precision: z
    .strictObject({
      target: z.string(),
      aimed: z.number(),
      halfWidth: z.number().optional(),
      reached: z.boolean(),
    })
    .optional(),
  hold: z.enum(['cost', 'utility']).optional(),
  steadied: z.strictObject({ control: z.string(), of: z.array(z.string()) }).optional(),
  answer: answer.optional(),
  arms: z.array(arm),
  contrasts: z.array(
    z.strictObject({ arm: z.string(), reference: z.string(), outcomes: z.record(z.string(), difference) }),
  ),
  misalignment: z.array(
    z.strictObject({
      arm: z.string(),
      costs: z.record(
        z.string(),
        z.strictObject({
          unit: z.string(),
          gaming: difference,
          effort: difference.optional(),
          total: difference.optional(),
        }),
      ),
      beatsBenchmark: z.boolean(),
    }),
  ),
  blame: z.array(
    z.strictObject({
      arm: z.string(),
      rows: z.array(z.strictObject({ cause: z.string(), title: z.string(), winsLost: difference })),
      total: difference,
      claims: z.strictObject({
        marketing: z.record(z.string(), z.number()),
        sales: z.record(z.string(), z.number()),
      }),
    }),
  ),
  sensitivity: z.array(
    z.strictObject({
      path: z.string(),
      arm: z.string(),
      reference: z.string(),
      outcome: z.string(),
      unit: z.string(),
      about: z.string(),
      base: z.number(),
      end: z.enum(['low', 'high']),
      value: z.number(),
      difference,
      verdict: z.enum(['same', 'open', 'turned']),
    }),
  ),
  turning: z
    .strictObject({
      path: z.string(),
      arm: z.string(),
      reference: z.string(),
      unit: z.string(),
      about: z.string(),
      base: z.number(),
      between: pair,
    })
    .optional(),
  population: z
    .strictObject({
      person: z.string(),
      integrityUsd: z.number(),
      belowShare: z.number(),
      neverShare: z.number(),
      arm: z.string(),
      reference: z.string(),
      outcome: z.string(),
      difference,
    })
    .optional(),
  split: z
    .strictObject({
      scenario: z.string(),
      seed: z.string(),
      replicates: z.number(),
      reference: z.string(),
      other: z.string(),
      person: z.string(),
      otherCurve: curve,
      honestTargets: z.record(z.string(), z.record(z.string(), z.number())),
      effects: z.strictObject({
        target: difference,
        metric: difference,
        curve: difference,
        interaction: difference,
        total: difference,
        salary: difference,
      }),
      cells: z.array(
        z.strictObject({
          metricsOf: z.string(),
          targets: z.enum(TARGETS),
          curve,
          difference,
          hollowShare: z.number(),
        }),
      ),
    })
    .optional(),
  fit: z
    .strictObject({
      arm: z.string(),
      months: z.number(),
      note: z.string().optional(),
      figures: z.array(
        z.strictObject({
          id: z.string(),
          title: z.string(),
          unit: z.string(),
          observed: z.number(),
          mean: z.number(),
          usual: pair,
          rare: pair,
          light: z.enum(['green', 'amber', 'red']),
        }),
      ),
      missedShare: z.number().optional(),
      isWithoutGaming: z.boolean().optional(),
    })
    .optional(),
  warnings: z.array(z.string()),
});

export function bundleJsonSchema(): Record<string, unknown> {
  return {
    ...(z.toJSONSchema(bundleSchema) as Record<string, unknown>),
    $id: 'bundle.schema.json',
    title: 'goodhart bundle',
  };
}
