import { z } from 'zod';
import { scenarioSchema } from './schema.ts';
import { textbookSchema } from './textbook/textbookSchema.ts';

/**
 * JSON Schema (draft 2020-12) of scenario files for completion in editors, with units, defaults and sources
 * as descriptions.
 *
 * The top four levels require no key, because a file may omit whatever its base provides; the loader checks
 * the merged file. Deeper tables (a `commission`, say), entries of lists and ranges keep their required keys.
 */
export function scenarioJsonSchema(): Record<string, unknown> {
  const [revenue, textbook] = [scenarioSchema, textbookSchema].map((form) => {
    const { $schema: _, ...schema } = z.toJSONSchema(form, { io: 'input' }) as Record<string, unknown>;
    const loosened = structuredClone(schema);
    dropRequired(loosened, 0);
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
    plan.properties = { extends: { type: 'string', description: 'Start from another plan of this file.' } };
}

/** Drops `required` from the root and three levels below, because a sparse file need not repeat its base. */
function dropRequired(node: unknown, depth: number): void {
  if (typeof node !== 'object' || node === null || depth > 3) return;
  const schema = node as {
    required?: unknown;
    properties?: Record<string, unknown>;
    additionalProperties?: unknown;
  };
  delete schema.required;
  for (const child of Object.values(schema.properties ?? {})) dropRequired(child, depth + 1);
  dropRequired(schema.additionalProperties, depth + 1);
}
