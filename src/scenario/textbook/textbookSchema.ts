import { z } from 'zod';
import { agentParameters, metricParameters, taskParameters } from '../../worlds/textbook/parameters.ts';
import { planSchema } from '../planSchema.ts';
import {
  armSchema,
  finite,
  groupShape,
  headShape,
  nameSchema,
  questionShape,
  words,
} from '../schemaParts.ts';

const between = z.tuple([words(64), words(64)]);

/** Scenario files of the agency-theory world: agents with tasks and noisy metrics, paid once. */
export const textbookSchema = z.strictObject({
  ...headShape,
  world: z.literal('textbook'),
  question: z.strictObject(questionShape),
  people: z.record(
    nameSchema,
    z.strictObject({
      role: z.literal('agent'),
      motive: z
        .enum(['own-pay', 'honest', 'company'])
        .optional()
        .meta({
          description:
            'own-pay: effort is the best response to the plan. honest: gaming tasks stay at their ' +
            'baseline. company: first-best effort.',
        }),
      ...groupShape(agentParameters),
    }),
  ),
  tasks: z.record(nameSchema, z.strictObject(groupShape(taskParameters))),
  crossCosts: z
    .array(z.strictObject({ between, costUsd: finite.min(-1e12).max(1e12) }))
    .max(200)
    .optional()
    .meta({
      description:
        'What two tasks cost together: costUsd times the product of their efforts beyond the ' +
        'baseline. Positive: substitutes, negative: complements.',
    }),
  metrics: z.record(
    nameSchema,
    z.strictObject({
      loadings: z.record(nameSchema, finite.min(-1e9).max(1e9)).meta({
        description:
          'What a unit of effort in each task adds to the metric; tasks that are left out add nothing.',
      }),
      ...groupShape(metricParameters),
    }),
  ),
  correlations: z
    .array(
      z.strictObject({
        between,
        share: finite.min(-1).max(1),
        sharedShare: finite.min(-1).max(1).optional(),
      }),
    )
    .max(200)
    .optional()
    .meta({
      description:
        'Correlation of the noise of two metrics: of one agent’s own noise, and of the noise all share.',
    }),
  plans: z.record(nameSchema, planSchema),
  arms: z.record(nameSchema, armSchema).optional(),
});

export type TextbookFile = z.infer<typeof textbookSchema>;
