import { z } from 'zod';
import { OBSERVED } from '../worlds/revenue/catalogue/observed.ts';
import { nameSchema } from './schemaParts.ts';

/** What a company counted, to be compared with what is simulated under an arm. */
export interface Observed {
  /** The arm that the figures are of; default: the reference. */
  readonly arm?: string;
  /** Months that the figures were counted over; default: the horizon. */
  readonly months?: number;
  readonly note?: string;
  /** Figures by id, see {@link OBSERVED}. */
  readonly figures: Readonly<Record<string, number>>;
}

/** Schema of the section `observed`: every figure is optional. */
export const observedSchema = z
  .strictObject({
    arm: nameSchema.optional().meta({
      description: 'Arm whose plan the company has today. Default: the reference.',
    }),
    months: z.int().min(1).max(120).optional().meta({
      unit: 'months',
      description: 'Months that the figures were counted over. Default: the horizon.',
    }),
    ...Object.fromEntries(
      OBSERVED.map(({ id, title, typed, most }) => [
        id,
        z
          .number()
          .min(0)
          .max(most)
          .optional()
          .meta({ unit: typed, description: `${title}, as counted.` }),
      ]),
    ),
    note: z.string().max(500).optional().meta({ description: 'Where the figures come from.' }),
  })
  .meta({
    description:
      'What the company counted under its plan of today; reports hold it against what is simulated. Nothing is fitted.',
  });

/** The section as plain data; undefined if it has no figure. */
export function observedOf(section: z.infer<typeof observedSchema> | undefined): Observed | undefined {
  if (section === undefined) return undefined;
  const { arm, months, note, ...rest } = section;
  const figures = Object.fromEntries(
    Object.entries(rest).flatMap(([id, value]) => (typeof value === 'number' ? [[id, value]] : [])),
  );
  if (Object.keys(figures).length === 0) return undefined;
  return {
    ...(arm === undefined ? {} : { arm }),
    ...(months === undefined ? {} : { months }),
    ...(note === undefined ? {} : { note }),
    figures,
  };
}
