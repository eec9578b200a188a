import { z } from 'zod';
import { gates, measured, multiplier, period, share, usd } from './payParts.ts';
import { finite } from './schemaParts.ts';

/** Commission on bookings. */
export const commission = z.strictObject({
  period: period.optional(),
  measured,
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
    description: 'Most that the commission of a period pays.',
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
  capUsdPerYear: usd
    .optional()
    .meta({ description: 'Most commission that a plan year earns; a draw is on top.' }),
  creditShare: finite
    .min(0)
    .max(10)
    .optional()
    .meta({
      description:
        'How much of a dollar booked counts for commission and quota, where the credit of deals is split; 1 ' +
        'where it is left out.',
    }),
  windfall: z.strictObject({ aboveUsd: usd, creditUsd: usd }).optional().meta({
    description: 'Windfall clause: a deal above one size counts for no more than an amount.',
  }),
  gates,
  multiplier,
  draw: z
    .strictObject({
      usdPerPeriod: usd,
      recoverable: z.boolean(),
      periods: z.int().min(1).max(1200).optional(),
      owedOnLeaving: z.boolean().optional(),
    })
    .optional()
    .meta({
      description:
        'Draw: commission and draw together are never below this amount in a commission period. A ' +
        'recoverable draw is taken back from later commission above the draw.',
    }),
});
