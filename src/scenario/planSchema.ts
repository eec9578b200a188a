import { z } from 'zod';
import { commission } from './commissionSchema.ts';
import { judged } from './judgedSchema.ts';
import { gates, measured, multiplier, period, share, usd } from './payParts.ts';
import { finite, nameSchema, words } from './schemaParts.ts';

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
  z
    .strictObject({
      matrix: z.strictObject({
        metric: words(80),
        attainments: z.array(finite.min(0).max(1000)).min(1).max(20),
        levels: z.array(finite.max(1e15)).min(1).max(20),
        payShares: z
          .array(z.array(finite.min(0).max(1000)).min(1).max(20))
          .min(1)
          .max(20),
      }),
    })
    .meta({
      description:
        'Payout by two metrics: one row for each attainment of this metric, one column for each level of ' +
        'the other. The highest row and column that are reached count; below the first nothing is paid.',
    }),
  z.strictObject({ perUnitUsd: finite.min(0).max(1e9) }),
]);

const component = z.strictObject({
  metric: words(80),
  of: z
    .strictObject({
      line: words(64).optional(),
      channel: words(64).optional(),
      region: words(64).optional(),
    })
    .optional()
    .meta({
      description:
        'Marketers only: the part of the company whose results count. line: a product of lines.products; channel: ' +
        'one of market.channels; region: a group of sellers under people. Together they narrow it down.',
    }),
  period,
  measured,
  target: finite.min(1e-6).max(1e15).optional(),
  targets: z.array(finite.min(1e-6).max(1e15)).min(2).max(12).optional().meta({
    description: 'Targets of the periods of a year in turn, in place of one: 4 of quarters, 12 of months.',
  }),
  basis: z.enum(['level', 'growth']).optional().meta({
    description:
      'growth: the metric counts as its growth on the period before, so that a target of 0.1 is 10% more.',
  }),
  growthFrom: finite.min(1e-6).max(1e15).optional().meta({
    description: 'Level that the first period grows on; without it, the first period pays nothing.',
  }),
  scope: z
    .enum(['own', 'team', 'pool'])
    .optional()
    .meta({
      description:
        'Whose results count: each person’s own, those of the whole team, or those of all people under the ' +
        'name together.',
    }),
  each: z.enum(['whole', 'part']).optional().meta({
    description: 'Whether each person under the name is paid all of it, or an equal part.',
  }),
  weightShare: share.optional(),
  payout,
  gates,
  multiplier,
  floorShare: share.optional().meta({
    description: 'Least payout, as a share of its target bonus.',
  }),
  capUsd: usd.optional().meta({ description: 'Most that it pays for a period.' }),
  fromMonth: z.int().min(1).max(1200).optional().meta({
    description: 'First month of the plan in which it counts, for a special bonus.',
  }),
  toMonth: z.int().min(1).max(1200).optional().meta({
    description: 'Last month of the plan in which it counts.',
  }),
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
  commission: commission.optional(),
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
  judged,
  eligibility: z
    .strictObject({
      leavers: z.enum(['proRata', 'forfeit']).optional(),
      joiners: z.enum(['proRata', 'whole', 'nextPeriod']).optional(),
    })
    .optional()
    .meta({
      description:
        'Who is eligible. leavers: paid an unfinished period in proportion (proRata), or not (forfeit: in ' +
        'the job on the pay day). joiners: paid components in proportion (proRata), in whole on the whole ' +
        'target (whole), or from their first whole period on (nextPeriod). Without it, those who are ' +
        'dismissed for gaming forfeit, and all others are paid in proportion.',
    }),
  multiplier,
  capUsdPerYear: usd
    .optional()
    .meta({ description: 'Most variable pay that a plan year earns; draws and guarantees are on top.' }),
  guarantee: z
    .strictObject({ usdPerMonth: usd, months: z.int().min(1).max(120) })
    .optional()
    .meta({ description: 'Least variable pay of each of the first months in the job.' }),
  deferral: z
    .strictObject({
      share,
      months: z.int().min(1).max(120),
      of: z.enum(['all', 'commission']).optional(),
    })
    .optional()
    .meta({
      description:
        'A share of all variable pay, or of commission alone (a holdback), is paid some months later, to ' +
        'those still there.',
    }),
  clawback: z.strictObject({ share, months: z.int().min(1).max(120) }).optional(),
});

/** One plan: the pay of each named person. */
export const planSchema = z.record(nameSchema, personPlan);
