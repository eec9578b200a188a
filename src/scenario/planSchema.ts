import { z } from 'zod';
import { finite, nameSchema, words } from './schemaParts.ts';

const share = finite.min(0).max(1);

const payout = z.union([
  z.literal('cliff'),
  z.literal('linear'),
  z.strictObject({
    linear: z.literal(true),
    capShare: finite.positive().max(100).optional(),
    thresholdShare: finite.min(0).max(100).optional(),
  }),
  z.strictObject({
    points: z
      .array(z.tuple([finite.min(0).max(1000), finite.min(0).max(1000)]))
      .min(2)
      .max(50),
  }),
  z.strictObject({ perUnitUsd: finite.min(0).max(1e9) }),
]);

const component = z.strictObject({
  metric: words(80),
  period: z.enum(['month', 'quarter', 'year']),
  target: finite.min(1e-6).max(1e15).optional(),
  weightShare: share.optional(),
  payout,
  gates: z
    .array(z.strictObject({ metric: words(80), level: finite.max(1e15) }))
    .max(10)
    .optional(),
});

const personPlan = z.strictObject({
  baseUsdPerYear: finite.min(0).max(1e12),
  bonusUsdPerYear: finite.min(0).max(1e12).optional(),
  components: z.array(component).max(20).optional(),
  bonusCapUsd: finite.min(0).max(1e12).optional().meta({
    description: 'Most that all components pay together. Textbook worlds only.',
  }),
  drawn: z
    .array(z.strictObject({ chanceShare: share, components: z.array(component).min(1).max(20) }))
    .min(2)
    .max(20)
    .optional()
    .meta({
      description:
        'Sets of components of which one counts as well, drawn after the work is done and unknown ' +
        'before. Textbook worlds only.',
    }),
  commission: z
    .strictObject({
      rateShare: share.optional(),
      aboveQuotaRateShare: share.optional(),
      tiers: z
        .array(
          z.strictObject({
            fromShare: finite.min(0).max(100),
            rateShare: share,
            reach: z.enum(['bandOnly', 'allDollars']).optional(),
          }),
        )
        .min(1)
        .max(20)
        .optional()
        .meta({
          description:
            'Rates by attainment of quota, in place of rateShare. A tier holds for dollars from its ' +
            'level on (bandOnly), or reaching it pays its rate on every dollar (allDollars).',
        }),
      thresholdShare: finite.min(0).max(10).optional(),
      thresholdOn: z
        .enum(['allDollars', 'excess'])
        .optional()
        .meta({
          description:
            'What is paid on once the threshold is reached: all dollars from the first, which is meant ' +
            'where it is left out, or only those above the threshold.',
        }),
      capUsd: finite.min(0).max(1e12).optional().meta({
        description: 'Most that the commission of a month pays.',
      }),
      ownDealExtraShare: share.optional().meta({
        description: 'Paid besides on bookings from deals that sellers enter as found by themselves.',
      }),
      perActivityUsd: finite
        .min(0)
        .max(1e5)
        .optional()
        .meta({ description: 'Paid besides for every entry in the log of activities.' }),
      otherLineCreditShare: finite
        .min(0)
        .max(10)
        .optional()
        .meta({
          description:
            'How much of a dollar of the other product line counts for commission and quota; 1 ' +
            'where it is left out.',
        }),
      churnClawbackShare: share.optional().meta({
        description:
          'Part of the commission on a deal, at its plain rate, that is paid back when the ' +
          'customer leaves at the end of the first contract.',
      }),
      forecastMenu: z
        .strictObject({ aboveRateShare: share, forecastRateShare: share, shortfallRateShare: share })
        .optional()
        .meta({
          description:
            'On the first day of a month every rep forecasts bookings: each dollar forecast pays ' +
            'one rate, each dollar above it a lower one, each dollar short of it costs a higher ' +
            'one.',
        }),
    })
    .optional(),
  meetings: z
    .strictObject({
      perMeetingUsd: finite.min(0).max(1e6).optional(),
      perOpportunityUsd: finite.min(0).max(1e6).optional(),
    })
    .optional()
    .meta({
      description:
        'Inside sales only: what each of them is paid for a meeting, and for an opportunity that ' +
        'comes of one.',
    }),
  deferral: z.strictObject({ share, months: z.int().min(1).max(120) }).optional(),
  clawback: z.strictObject({ share, months: z.int().min(1).max(120) }).optional(),
});

/** One plan: the pay of each named person. */
export const planSchema = z.record(nameSchema, personPlan);
