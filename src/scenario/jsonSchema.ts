import { z } from 'zod';
import { scenarioSchema } from './schema.ts';
import { textbookSchema } from './textbook/textbookSchema.ts';

/**
 * JSON Schema (draft 2020-12) of scenario files for completion in editors, with units, defaults and sources
 * as descriptions.
 *
 * Tables require no key, because a file may omit whatever its base provides; the loader checks the merged
 * file. Entries of lists and ranges keep their required keys: they are replaced whole.
 */
export function scenarioJsonSchema(): Record<string, unknown> {
  const [revenue, textbook] = [scenarioSchema, textbookSchema].map((form) => {
    const { $schema: _, ...schema } = z.toJSONSchema(form, { io: 'input' }) as Record<string, unknown>;
    const loosened = structuredClone(schema);
    dropRequired(loosened);
    allowPlanExtends(loosened);
    return loosened;
  });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'scenario.schema.json',
    title: 'goodhart scenario',
    if: { properties: { world: { const: 'textbook' } }, required: ['world'] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: textbook,
    else: revenue,
  };
}

/** Inside a plan `extends` names another plan; the loader resolves it before validation. */
function allowPlanExtends(schema: Record<string, unknown>): void {
  const { plans } = schema.properties as Record<string, { additionalProperties?: Record<string, unknown> }>;
  const plan = plans?.additionalProperties;
  if (plan !== undefined)
    plan.properties = {
      extends: {
        type: 'string',
        description: 'Start from another plan of this file, or plan:NAME of goodhart list plans.',
      },
    };
}

/** Drops `required` from tables that are merged with those of a base. */
function dropRequired(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  const schema = node as {
    required?: unknown;
    properties?: Record<string, unknown>;
    additionalProperties?: unknown;
  };
  delete schema.required;
  for (const child of Object.values(schema.properties ?? {})) dropRequired(child);
  dropRequired(schema.additionalProperties);
}
