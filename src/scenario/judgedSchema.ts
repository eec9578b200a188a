import { z } from 'zod';
import { period, share, usd } from './payParts.ts';
import { finite, words } from './schemaParts.ts';

/** How a supervisor rates somebody. */
export const judged = z
  .strictObject({
    period,
    sees: z
      .array(z.strictObject({ metric: words(80), target: finite.min(1e-6).max(1e15), weightShare: share }))
      .min(1)
      .max(10)
      .meta({
        description:
          'What the supervisor goes by: metrics that are amounts, each against the target that meets ' +
          'expectations. Numbers count as reported; visible-work is the supervisor’s own observation.',
      }),
    noiseShare: finite.min(0).max(10).meta({
      description: 'Rating error: standard deviation of a rating given the work; 0.2 is 20 points.',
    }),
    leniencyShare: finite.min(-1).max(1).optional().meta({
      description: 'Leniency: what is added to every rating.',
    }),
    compressionShare: share.optional().meta({
      description:
        'Compression (centrality bias): part of the deviation from expectations that ratings leave out.',
    }),
    hoursPerRating: finite.min(0).max(1e4).optional().meta({
      description: 'Hours of the supervisor for one rating.',
    }),
    hourUsd: usd.optional().meta({
      description: 'Cost of such an hour; 100 if absent: assumption, not data.',
    }),
    keeping: z
      .union([
        z.literal('always'),
        z.strictObject({
          chanceShare: share.optional(),
          discountSharePerMonth: finite.min(1e-4).max(1).optional(),
        }),
      ])
      .optional()
      .meta({
        description:
          'Whether the bonus on the rating is paid as promised: always; with a chance; or up to what keeping ' +
          'promises is worth to the company, discounted by the month.',
      }),
  })
  .optional()
  .meta({
    description: 'Marketing only: how a supervisor rates the person. Components pay on metric: rating.',
  });
