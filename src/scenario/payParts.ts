import { z } from 'zod';
import { finite, words } from './schemaParts.ts';

/** Parts that components and commissions share. */
export const share = finite.min(0).max(1);
export const usd = finite.min(0).max(1e12);
export const period = z.enum(['month', 'quarter', 'year']);

export const measured = z
  .enum(['period', 'yearToDate', 'againstYear'])
  .optional()
  .meta({
    description:
      'What is measured on a pay day: the period; the year to date against the year-to-date target or quota; ' +
      'or the year to date against the annual one. What was already paid this year is deducted.',
  });

export const gates = z
  .array(z.strictObject({ metric: words(80), level: finite.max(1e15) }))
  .max(10)
  .optional();

export const multiplier = z
  .strictObject({
    metric: words(80),
    points: z
      .array(z.tuple([finite.max(1e15), finite.min(0).max(100)]))
      .min(2)
      .max(50),
  })
  .optional()
  .meta({
    description:
      'Pay is multiplied by a factor that depends on another metric: [level, factor] points, joined by ' +
      'straight lines; flat outside.',
  });
