import { z } from 'zod';
import { isParameter, type Parameter, type ParameterGroup } from '../model/parameter.ts';
import { SECTIONS } from '../worlds/revenue/catalogue/sections.ts';
import { TACTICS } from '../worlds/revenue/catalogue/tactics/index.ts';
import { DIMENSIONS } from '../worlds/revenue/contract/dimensions.ts';
import type { worldParameters } from '../worlds/revenue/numbers/index.ts';
import { productParameters } from '../worlds/revenue/numbers/lines.ts';
import { channelParameters } from '../worlds/revenue/numbers/market.ts';
import { personParameters, plannerParameters } from '../worlds/revenue/numbers/people.ts';
import { observedSchema } from './observedSchema.ts';
import { personSchema } from './personSchema.ts';
import { planSchema } from './planSchema.ts';
import { armSchema, groupShape, headShape, nameSchema, questionShape, words } from './schemaParts.ts';

const tactics = z.strictObject(
  Object.fromEntries(
    TACTICS.map((tactic) => [tactic.id, z.strictObject(groupShape(tactic.parameters)).optional()]),
  ),
);

/** An arm of a company; its plan can be replaced during the run. */
const companyArmSchema = armSchema.extend({
  later: z
    .strictObject({
      fromMonth: z.number().int().min(2).max(120),
      plan: words(64),
      beliefs: z
        .literal('learning')
        .optional()
        .meta({
          description:
            'learning: what their work does for metrics that only the new plan pays on, people learn by doing. By ' +
            'default they know it, or go on learning.',
        }),
    })
    .meta({
      description:
        'The plan that everybody is paid by from the beginning of a month of play on; nobody foresees it.',
    })
    .optional(),
});

/** All parameter sections except those that also hold named tables: channels and product lines. */
function sectionShapes(): Record<
  Exclude<keyof typeof worldParameters, 'market' | 'lines'>,
  z.ZodOptional<z.ZodType>
> {
  const { market: _market, lines: _lines, ...others } = SECTIONS;
  const shapes: unknown = Object.fromEntries(
    Object.entries(others).map(([section, group]) => [section, z.strictObject(groupShape(group)).optional()]),
  );
  return shapes as ReturnType<typeof sectionShapes>;
}

/**
 * Schema of scenario files of a company with marketing and sales, after `extends` is resolved. Strict
 * throughout: an unknown key is an error.
 */
export const scenarioSchema = z.strictObject({
  ...headShape,
  world: z.literal('revenue').optional(),
  question: z.strictObject({
    horizonMonths: z.int().min(1).max(120).meta({ unit: 'months' }),
    ...questionShape,
    by: z.array(z.enum(DIMENSIONS)).max(DIMENSIONS.length).optional().meta({
      description: 'Break outcomes down by channel, product line or seller.',
    }),
    payBudgetUsdPerYear: z.number().positive().max(1e12).optional().meta({
      unit: 'USD/year',
      description: 'Budget for the pay of everybody; reports hold the cost of each plan against it.',
    }),
  }),
  market: z.strictObject({
    ...groupShape(SECTIONS.market),
    channels: z.record(nameSchema, z.strictObject(groupShape(channelParameters))),
    leadsByMonth: z.array(z.number().min(0).max(1e7)).min(1).max(120).optional(),
  }),
  lines: z
    .strictObject({
      ...groupShape(SECTIONS.lines),
      products: z.record(nameSchema, z.strictObject(groupShape(productParameters))).optional(),
    })
    .optional(),
  ...sectionShapes(),
  people: z.record(nameSchema, personSchema),
  tactics: tactics.optional(),
  observed: observedSchema.optional(),
  plans: z.record(nameSchema, planSchema),
  arms: z.record(nameSchema, companyArmSchema).optional(),
});

export type ScenarioFile = z.infer<typeof scenarioSchema>;

/** The parameter at a path, if there is one; supplies units and ranges for error messages. */
export function parameterAt(path: readonly (string | number)[]): Parameter | undefined {
  const keys = path.map(String);
  let group: ParameterGroup | undefined = Object.hasOwn(SECTIONS, keys[0] ?? '')
    ? SECTIONS[keys[0]]
    : undefined;
  let rest = keys.slice(1);
  if (keys[0] === 'market' && keys[1] === 'channels') {
    group = channelParameters;
    rest = keys.slice(3);
  } else if (keys[0] === 'lines' && keys[1] === 'products') {
    group = productParameters;
    rest = keys.slice(3);
  } else if (keys[0] === 'people') {
    group = { ...personParameters, ...plannerParameters };
    rest = keys.slice(2);
  } else if (keys[0] === 'tactics') {
    group = TACTICS.find((tactic) => tactic.id === keys[1])?.parameters;
    rest = keys.slice(2);
  }
  if (group === undefined || !Object.hasOwn(group, rest[0] ?? '')) return undefined;
  const node = group[rest[0]];
  return isParameter(node) ? node : undefined;
}
