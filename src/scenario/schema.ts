import { z } from 'zod';
import { isParameter, type Parameter, type ParameterGroup } from '../model/parameter.ts';
import { BELIEFS, MOTIVES } from '../model/person.ts';
import { governanceParameters } from '../worlds/revenue/governanceParameters.ts';
import { insideParameters } from '../worlds/revenue/insideParameters.ts';
import { linesParameters } from '../worlds/revenue/linesParameters.ts';
import {
  buyersParameters,
  calendarParameters,
  channelParameters,
  customersParameters,
  directorParameters,
  marketingParameters,
  marketParameters,
  personParameters,
  worldParameters,
} from '../worlds/revenue/parameters.ts';
import { salesParameters } from '../worlds/revenue/salesParameters.ts';
import { TACTICS } from '../worlds/revenue/tactics/index.ts';
import { ROLES } from '../worlds/revenue/world.ts';

/** Names that users invent: letters, digits, dashes, dots and spaces would be paths' trouble, so no dots. */
export const nameSchema = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/);

/** Words for people: one line or several, no control characters that could drive a terminal. */
const words = (longest: number) =>
  z
    .string()
    .max(longest)
    .regex(/^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u);

export const finite = z.number();

/** A number of a scenario: plain, or with its plausible range and source. */
function numberSchema(parameter: Extract<Parameter, { kind: 'number' }>) {
  const base = parameter.integer ? z.int() : finite;
  const value = base.min(parameter.min).max(parameter.max);
  return z
    .union([
      value,
      z.strictObject({ low: value, value, high: value, source: z.string().max(500).optional() }),
    ])
    .meta({
      description: `${parameter.about} Unit: ${parameter.unit}. Default ${parameter.default}. Source: ${parameter.source}.`,
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

/** The shape of a group of parameters, each of which may be left out. */
export function groupShape(group: ParameterGroup): Record<string, z.ZodType> {
  return Object.fromEntries(
    Object.entries(group).map(([key, node]) => [
      key,
      (isParameter(node) ? parameterSchema(node) : z.strictObject(groupShape(node))).optional(),
    ]),
  );
}

const integrity = z
  .union([
    finite.min(0).max(1e12),
    z.strictObject({
      lognormal: z.strictObject({ median: finite.positive().max(1e12), sigma: finite.min(0).max(5) }),
    }),
  ])
  .meta({
    description:
      'Dollars a person would forgo to avoid one month of gaming at scale 1 (one metric doubled): one value, or a log-normal population. Assumption, not data.',
  });

const scriptLine = z.strictObject({
  tactic: z.enum(TACTICS.map((tactic) => tactic.id) as [string, ...string[]]),
  fromMonth: z.int().min(1).max(120).optional(),
  toMonth: z.int().min(1).max(120).optional(),
  level: finite.min(0).max(1000).optional(),
  topUpTo: finite.min(0).max(1e9).optional(),
});

const person = z.strictObject({
  role: z.enum(ROLES).meta({ description: 'The role this person, or group of people, holds.' }),
  motive: z.enum(MOTIVES).optional().meta({
    description:
      'own-pay: the plan is all. honest: gaming is unavailable. company: the one-mind benchmark. scripted: follows `script`.',
  }),
  beliefs: z.enum(BELIEFS).optional().meta({
    description:
      'total: beliefs hold the whole effect, congestion of sales included. naive: conversion rates only. learning: found out by doing.',
  }),
  integrityUsd: integrity.optional(),
  script: z.array(scriptLine).max(200).optional(),
  ...groupShape(personParameters),
  ...groupShape(directorParameters),
});

const share = finite.min(0).max(1);

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
  z.strictObject({ perUnitUsd: finite.min(0).max(1e9) }),
]);

const component = z.strictObject({
  metric: z.string().max(80),
  period: z.enum(['month', 'quarter', 'year']),
  target: finite.min(1e-6).max(1e15).optional(),
  weightShare: share.optional(),
  payout,
  gates: z
    .array(z.strictObject({ metric: z.string().max(80), level: finite.max(1e15) }))
    .max(10)
    .optional(),
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
        'Sets of components of which one counts as well, drawn after the work is done and unknown before. Textbook worlds only.',
    }),
  commission: z
    .strictObject({
      rateShare: share,
      aboveQuotaRateShare: share.optional(),
      thresholdShare: finite.min(0).max(10).optional(),
      ownDealExtraShare: share.optional().meta({
        description: 'Paid besides on bookings from deals that sellers enter as found by themselves.',
      }),
      perActivityUsd: finite
        .min(0)
        .max(1e5)
        .optional()
        .meta({ description: 'Paid besides for every entry in the log of activities.' }),
      otherLineCreditShare: finite.min(0).max(10).optional().meta({
        description:
          'How much of a dollar of the other product line counts for commission and quota; 1 where it is left out.',
      }),
      churnClawbackShare: share.optional().meta({
        description:
          'Part of the commission on a deal, at its plain rate, that is paid back when the customer leaves at the end of the first contract.',
      }),
      forecastMenu: z
        .strictObject({ aboveRateShare: share, forecastRateShare: share, shortfallRateShare: share })
        .optional()
        .meta({
          description:
            'On the first day of a month every rep forecasts bookings: each dollar forecast pays one rate, each dollar above it a lower one, each dollar short of it costs a higher one.',
        }),
    })
    .optional(),
  meetings: z
    .strictObject({
      perMeetingUsd: finite.min(0).max(1e6).optional(),
      perOpportunityUsd: finite.min(0).max(1e6).optional(),
    })
    .optional()
    .meta({
      description:
        'Inside sales only: what each of them is paid for a meeting, and for an opportunity that comes of one.',
    }),
  deferral: z.strictObject({ share, months: z.int().min(1).max(120) }).optional(),
  clawback: z.strictObject({ share, months: z.int().min(1).max(120) }).optional(),
});

/** One plan: what each named person is paid. */
export const planSchema = z.record(nameSchema, personPlan);

const tactics = z.strictObject(
  Object.fromEntries(
    TACTICS.map((tactic) => [tactic.id, z.strictObject(groupShape(tactic.parameters)).optional()]),
  ),
);

export const armSchema = z.strictObject({
  plan: z.string().max(64),
  set: z.record(z.string().max(200), z.unknown()).optional(),
  about: words(500).optional(),
  against: z.string().max(64).optional().meta({
    description:
      'The arm that this one is compared with; the reference of the question where it is left out. That reference itself is compared with nothing.',
  }),
});

/** An arm of a company: its plan can give way to another. */
const companyArmSchema = armSchema.extend({
  later: z
    .strictObject({ fromMonth: z.number().int().min(2).max(120), plan: z.string().max(64) })
    .meta({
      description:
        'The plan that everybody is paid by from the beginning of a month of play on; nobody foresees it.',
    })
    .optional(),
});

/** What every scenario file begins with. */
export const headShape = {
  $schema: z.string().max(500).optional(),
  schemaVersion: z.literal(1),
  name: words(200).min(1),
  about: words(2000).optional(),
  extends: z.string().max(500).optional(),
};

/** What is asked in every scenario. */
export const questionShape = {
  outcome: z.string().max(80),
  reference: z.string().max(64).optional(),
  tell: z.array(z.string().max(80)).max(4).optional().meta({
    description: 'Outcomes that a report tells of first, arm by arm.',
  }),
  replicates: z.int().min(2).max(10_000_000).optional(),
  seed: words(200).optional(),
};

/** Scenario files, after `extends` has been followed. Strict everywhere: an unknown key is an error. */
export const scenarioSchema = z.strictObject({
  ...headShape,
  world: z.literal('revenue').optional(),
  question: z.strictObject({
    horizonMonths: z.int().min(1).max(120).meta({ unit: 'months' }),
    ...questionShape,
  }),
  calendar: z.strictObject(groupShape(calendarParameters)).optional(),
  market: z.strictObject({
    ...groupShape(marketParameters),
    channels: z.record(nameSchema, z.strictObject(groupShape(channelParameters))),
  }),
  buyers: z.strictObject(groupShape(buyersParameters)).optional(),
  marketing: z.strictObject(groupShape(marketingParameters)).optional(),
  sales: z.strictObject(groupShape(salesParameters)).optional(),
  inside: z.strictObject(groupShape(insideParameters)).optional(),
  lines: z.strictObject(groupShape(linesParameters)).optional(),
  customers: z.strictObject(groupShape(customersParameters)).optional(),
  governance: z.strictObject(groupShape(governanceParameters)).optional(),
  people: z.record(nameSchema, person),
  tactics: tactics.optional(),
  plans: z.record(nameSchema, planSchema),
  arms: z.record(nameSchema, companyArmSchema).optional(),
});

export type ScenarioFile = z.infer<typeof scenarioSchema>;

/** The parameter that a dotted path names, if it names one: for units and ranges in error messages. */
export function parameterAt(path: readonly (string | number)[]): Parameter | undefined {
  const keys = path.map(String);
  let group: ParameterGroup | undefined = Object.hasOwn(worldParameters, keys[0] ?? '')
    ? worldParameters[keys[0] as keyof typeof worldParameters]
    : undefined;
  let rest = keys.slice(1);
  if (keys[0] === 'market' && keys[1] === 'channels') {
    group = channelParameters;
    rest = keys.slice(3);
  } else if (keys[0] === 'people') {
    group = { ...personParameters, ...directorParameters };
    rest = keys.slice(2);
  } else if (keys[0] === 'tactics') {
    group = TACTICS.find((tactic) => tactic.id === keys[1])?.parameters;
    rest = keys.slice(2);
  }
  if (group === undefined || !Object.hasOwn(group, rest[0] ?? '')) return undefined;
  const node = group[rest[0]];
  return isParameter(node) ? node : undefined;
}
