import { z } from 'zod';
import { period, share, usd } from './payParts.ts';
import { finite, words } from './schemaParts.ts';

/** How a boss rates somebody. */
export const judged = z
  .strictObject({
    period,
    sees: z
      .array(z.strictObject({ metric: words(80), target: finite.min(1e-6).max(1e15), weightShare: share }))
      .min(1)
      .max(10)
      .meta({
        description:
          'What the boss sees: amounts of the catalogue, each against the level that meets expectations. ' +
          'Reported numbers are seen as reported; visible-work is the boss’s own observation.',
      }),
    noiseShare: finite.min(0).max(10).meta({
      description: 'Standard deviation of a rating that has nothing to do with the work; 0.2 is 20 points.',
    }),
    leniencyShare: finite.min(-1).max(1).optional().meta({
      description: 'What is added to every rating.',
    }),
    compressionShare: share.optional().meta({
      description: 'Part of the differences between good and bad work that ratings leave out.',
    }),
    hoursPerRating: finite.min(0).max(1e4).optional().meta({
      description: 'The boss’s hours for one rating.',
    }),
    hourUsd: usd.optional().meta({
      description: 'Cost of an hour of the boss; 100 if absent: assumption, not data.',
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
  .meta({ description: 'Marketing only: how the boss rates the person. Components pay on metric: rating.' });
