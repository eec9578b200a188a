import { z } from 'zod';
import { plainText } from '../core/plainText.ts';
import { isParameter, type Parameter, type ParameterGroup } from '../model/parameter.ts';

/** User-defined names. Dots and spaces are excluded because names occur in dotted paths. */
export const nameSchema = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/);

/** Free text of one line. Every text of a scenario is one, so that none can steer a terminal. */
export const words = (longest: number) => z.string().max(longest).regex(plainText);

export const finite = z.number();

/** A number of a scenario: plain, or with a plausible range and a source. */
function numberSchema(parameter: Extract<Parameter, { kind: 'number' }>) {
  const base = parameter.integer ? z.int() : finite;
  const value = base.min(parameter.min).max(parameter.max);
  return z
    .union([value, z.strictObject({ low: value, value, high: value, source: words(500).optional() })])
    .meta({
      description:
        `${parameter.about} Unit: ${parameter.unit}. Default ${parameter.default}. Source: ` +
        `${parameter.source}.`,
    });
}

function parameterSchema(parameter: Parameter): z.ZodType {
  if (parameter.kind === 'number') return numberSchema(parameter);
  const described = {
    description: `${parameter.about} Default ${String(parameter.default)}. Source: ${parameter.source}.`,
  };
  if (parameter.kind === 'flag') return z.boolean().meta(described);
  return z.enum(parameter.choices as readonly [string, ...string[]]).meta(described);
}

/** Object shape of a parameter group; every parameter is optional. */
export function groupShape(group: ParameterGroup): Record<string, z.ZodType> {
  return Object.fromEntries(
    Object.entries(group).map(([key, node]) => [
      key,
      (isParameter(node) ? parameterSchema(node) : z.strictObject(groupShape(node))).optional(),
    ]),
  );
}

/** Fields at the head of every scenario file. */
export const headShape = {
  $schema: words(500).optional(),
  schemaVersion: z.literal(1),
  name: words(200).min(1),
  about: words(2000).optional(),
  limits: words(500).optional().meta({
    description: 'What is left out, or is an extreme of what is assumed: printed with every answer.',
  }),
  extends: words(500).optional(),
  keepArms: z
    .boolean()
    .optional()
    .meta({
      description:
        'In a file that extends another: its arms stay, those of this file are merged over them or added, and one ' +
        'that is null is removed.',
    }),
  currency: z
    .string()
    .regex(/^\p{Sc}$|^[A-Z]{2,3} ?$/u)
    .optional()
    .meta({
      description:
        'Symbol of the money in reports, such as "€" or "CHF "; amounts are taken as written, whatever keys in Usd say.',
    }),
  titles: z
    .record(nameSchema, words(80).min(1))
    .optional()
    .meta({ description: 'Display names of plans and arms, in reports and in the terminal.' }),
};

/** Fields of the question that every scenario asks. */
export const questionShape = {
  outcome: words(80),
  reference: words(64).optional(),
  tell: z.array(words(80)).max(4).optional().meta({
    description: 'Outcomes that a report tells of first, arm by arm.',
  }),
  replicates: z.int().min(2).max(10_000_000).optional(),
  seed: words(200).optional(),
};

export const armSchema = z.strictObject({
  plan: words(64),
  set: z.record(z.string().max(200), z.unknown()).optional(),
  about: words(500).optional(),
  against: words(64)
    .optional()
    .meta({
      description:
        'The arm that this one is compared with; the reference of the question where it is left ' +
        'out. That reference itself is compared with nothing.',
    }),
});
