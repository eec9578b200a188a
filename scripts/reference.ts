/**
 * Generates the reference documents, and the JSON Schema of scenario files, from the catalogues: `npm run
 * docs`. A test checks that the documents are current.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { canonicalJson } from '../src/core/canonicalJson.ts';
import { type Parameter, type ParameterGroup, parametersOf } from '../src/model/parameter.ts';
import { allTerms } from '../src/report/glossary.ts';
import { UNPAID, UNPAID_COMMISSION } from '../src/scenario/checkPlan.ts';
import { dimensionsOfMetric } from '../src/scenario/checkSlices.ts';
import { UNVALUED } from '../src/scenario/checkValued.ts';
import { scenarioJsonSchema } from '../src/scenario/jsonSchema.ts';
import { planSchema } from '../src/scenario/planSchema.ts';
import { ABLATIONS } from '../src/validation/ablations.ts';
import { CHANNELS } from '../src/worlds/revenue/catalogue/channels.ts';
import { gamedBy } from '../src/worlds/revenue/catalogue/gamedBy.ts';
import { METRICS } from '../src/worlds/revenue/catalogue/metrics/index.ts';
import { OUTCOMES } from '../src/worlds/revenue/catalogue/outcomes/index.ts';
import { outcomesOfPerson } from '../src/worlds/revenue/catalogue/outcomes/people.ts';
import { PLAN_PRESETS } from '../src/worlds/revenue/catalogue/plans/index.ts';
import { SECTIONS } from '../src/worlds/revenue/catalogue/sections.ts';
import { TACTICS } from '../src/worlds/revenue/catalogue/tactics/index.ts';
import { channelParameters } from '../src/worlds/revenue/numbers/market.ts';
import { personParameters, plannerParameters } from '../src/worlds/revenue/numbers/people.ts';

/** Outcomes of a planner, under the name that shipped scenarios use. */
const OWN_OUTCOMES = outcomesOfPerson({ name: 'director', row: 0 });

const cell = (text: string) => text.replace(/\|/g, '\\|').replace(/</g, '&lt;').replace(/\n/g, ' ');
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [
    `| ${head.join(' | ')} |`,
    `|${head.map(() => '---').join('|')}|`,
    ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`),
  ].join('\n');

/** What makes a metric's report differ from the truth, or why nothing does. */
function gamesOf(metric: (typeof METRICS)[number]): string {
  const ids = gamedBy(metric);
  if (ids.length > 0) return ids.map((id) => `\`${id}\``).join(', ');
  return metric.notGamed ?? 'none: reported and true values are the same';
}

function rangeOf(parameter: Parameter): string {
  if (parameter.kind === 'choice') return parameter.choices.join(', ');
  if (parameter.kind === 'flag') return 'true, false';
  return parameter.low === undefined ? '' : `${parameter.low} to ${parameter.high}`;
}

const parameters = (group: ParameterGroup, prefix = '') =>
  table(
    ['name', 'default', 'unit', 'range', 'meaning', 'source'],
    [...parametersOf(group)].map(([path, parameter]) => [
      `\`${prefix}${path}\``,
      String(parameter.default),
      parameter.kind === 'number' ? parameter.unit : '',
      rangeOf(parameter),
      parameter.about,
      parameter.source,
    ]),
  );

function kindOf({ lever, fabricates }: (typeof TACTICS)[number]): string {
  if (lever.kind === 'productive') return 'work';
  return fabricates ? 'gaming: fabricates' : 'gaming: stretches';
}

function titleOf(outcome: string): string {
  return [...OUTCOMES, ...OWN_OUTCOMES].find(({ id }) => id === outcome)!.title;
}

const outcomes = (rows: typeof OUTCOMES) =>
  table(
    ['outcome', 'title', 'unit', 'better', 'what it is'],
    rows.map(({ id, title, unit, direction, about }) => [`\`${id}\``, title, unit, direction, about]),
  );

const tactics = () =>
  table(
    ['tactic', 'kind', 'what it is'],
    TACTICS.map((tactic) => [`\`${tactic.id}\``, kindOf(tactic), tactic.about]),
  );

const mechanics = () =>
  table(
    ['mechanic', 'scenario', 'arm', 'taken out by', 'what is then different'],
    ABLATIONS.map(({ mechanic, scenario, arm, without, outcome, moves }) => [
      mechanic,
      `\`${scenario}\``,
      arm,
      Object.entries(without)
        .map(([path, value]) => `\`${path}=${JSON.stringify(value)}\``)
        .join(' '),
      `${titleOf(outcome)}: ${moves === 'up' ? 'higher' : 'lower'} with it`,
    ]),
  );

const WHO = {
  planner: 'marketing',
  seller: 'account executives',
  caller: 'inside sales',
  judge: 'sales managers',
} as const;

interface Key {
  readonly description?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly properties: Readonly<Record<string, Key>>;
  readonly items: Key;
}

/** Pay of a person as JSON Schema. */
const payOfPerson = z.toJSONSchema(planSchema, { io: 'input' }).additionalProperties as unknown as Key;

const keysOf = ({ properties }: Key) =>
  table(
    ['key', 'value', 'meaning'],
    Object.entries(properties).map(([key, { description = MEANING[key] ?? '', type, enum: choices }]) => [
      `\`${key}\``,
      choices?.join(', ') ?? VALUES[type ?? ''] ?? 'see the scenarios',
      description,
    ]),
  );

const VALUES: Readonly<Record<string, string>> = {
  number: 'number',
  integer: 'whole number',
  boolean: 'true, false',
  string: 'name',
  array: 'list',
  object: 'table',
};

/** Meaning of keys whose names say most of it. */
const MEANING: Readonly<Record<string, string>> = {
  baseUsdPerYear: 'Base salary.',
  bonusUsdPerYear: 'Bonus on target, which components share by weight.',
  components: 'What the bonus depends on; see below.',
  commission: 'Commission on bookings; see below.',
  deferral: 'A share of all variable pay is paid some months later, to those still there.',
  clawback: 'After discovery, a share of what hollow numbers earned in the last months is paid back.',
  metric: 'What counts (goodhart list metrics).',
  period: 'How often it is measured and paid.',
  target: 'Level of the metric, per period, at which attainment is 100%.',
  weightShare: 'Share of the bonus; all weights add up to 1.',
  payout:
    'cliff: all or nothing; linear: in proportion, also with thresholdShare and capShare; points: a curve of [attainment, share of bonus]; perUnitUsd: dollars for each unit.',
  gates:
    'It pays only if each of these metrics reaches its level (or stays at or below it, where less is better).',
  rateShare: 'Rate on every dollar; 0.1 is 10%.',
  aboveQuotaRateShare: 'Rate on dollars above quota.',
  thresholdShare: 'Share of quota below which nothing is paid.',
};

/** Generated blocks by name; each stands between `<!-- name -->` and `<!-- /name -->`. */
export const BLOCKS: Readonly<Record<string, () => string>> = { tactics, mechanics };

/** Pages that are generated in full. */
export const PAGES: Readonly<Record<string, () => string>> = {
  'docs/reference/numbers.md': () =>
    [
      '# Every number of a company',
      '',
      'Generated by `npm run docs` from the catalogues. *Range*: the ends at which reports test the verdict again, or the possible choices. “Assumption, not data” marks a number without a public source.',
      '',
      ...Object.entries(SECTIONS).flatMap(([section, group]) => [
        `## ${section}`,
        '',
        parameters(group, `${section}.`),
        '',
      ]),
      '## market.channels',
      '',
      parameters(channelParameters),
      '',
      table(
        ['channel', 'USD a visit', 'what it is'],
        CHANNELS.map(({ id, about, values }) => [`\`${id}\``, String(values.costUsdPerVisit ?? 0), about]),
      ),
      '',
      '## people',
      '',
      'Everybody:',
      '',
      parameters(personParameters),
      '',
      'Those who plan marketing’s work, such as the director:',
      '',
      parameters(plannerParameters),
      '',
      '## tactics',
      '',
      ...TACTICS.flatMap((tactic) => [
        `### ${tactic.id}`,
        '',
        `${tactic.about} (${kindOf(tactic)})`,
        '',
        parameters(tactic.parameters, `tactics.${tactic.id}.`),
        '',
      ]),
    ].join('\n'),
  'docs/reference/pay.md': () =>
    [
      '# Pay plans',
      '',
      'Generated by `npm run docs` from the schema and the catalogues. How to write a plan: [write your plan](../how-to/write-your-plan.md).',
      '',
      '## Pay of a person',
      '',
      keysOf(payOfPerson),
      '',
      '## A component',
      '',
      keysOf(payOfPerson.properties.components.items),
      '',
      '## A commission',
      '',
      keysOf(payOfPerson.properties.commission),
      '',
      '## Plans to start from',
      '',
      'In a scenario: `plans: { mine: { extends: "plan:fluff" } }`. Everybody of the role is paid it; what stands beside `extends` replaces its values.',
      '',
      table(
        ['plan', 'role', 'what it is', 'source'],
        PLAN_PRESETS.map(({ id, about, source, roles }) => [
          `\`plan:${id}\``,
          Object.keys(roles).join(', '),
          about,
          source,
        ]),
      ),
      '',
      '## What is refused',
      '',
      'Payroll pays every term on given results (`goodhart pay`), except where two contradict each other: a forecast menu and other periods, `againstYear` and a ratio. Where a company is simulated, people must be able to value what they are paid, and these terms are refused:',
      '',
      table(
        ['term', 'refused for', 'write instead'],
        UNVALUED.map(({ term, minds, detail, reason }) => [
          term,
          minds
            .map((mind) => (detail?.[mind] === undefined ? WHO[mind] : `${WHO[mind]} (${detail[mind]})`))
            .join(', '),
          reason,
        ]),
      ),
      '',
      'Nobody is paid by these, and they are refused everywhere:',
      '',
      table(
        ['term', 'of', 'write instead'],
        [
          ...(Object.keys(UNPAID) as (keyof typeof UNPAID)[]).flatMap((mind) =>
            Object.entries(UNPAID[mind]).map(([term, instead]) => [`\`${term}\``, WHO[mind], instead]),
          ),
          ...Object.entries(UNPAID_COMMISSION).map(([term, instead]) => [
            `\`commission.${term}\``,
            'everybody but account executives',
            instead,
          ]),
        ],
      ),
      '',
    ].join('\n'),
  'docs/reference/glossary.md': () =>
    [
      '# Glossary',
      '',
      'Generated by `npm run docs`. `goodhart explain TERM` prints an entry, and what any metric, outcome, tactic, role or input means.',
      '',
      ...allTerms().flatMap(([word, meaning]) => [`**${word}.** ${meaning}`, '']),
    ].join('\n'),
  'docs/reference/metrics-and-outcomes.md': () =>
    [
      '# Metrics and outcomes',
      '',
      'Generated by `npm run docs` from the catalogues. A *metric* is what a plan can pay on; it is kept in three ledgers (reported, true, sound). *Can be paid for one*: a plan can pay on the part of one product line, channel or region (`of: { line: core }`); a seller’s own results are `scope: own`. An *outcome* is what a run did to the company and its people.',
      '',
      '## Metrics',
      '',
      table(
        ['metric', 'unit', 'better', 'what it is', 'can be paid for one', 'gamed by'],
        METRICS.map((metric) => [
          `\`${metric.id}\``,
          metric.unit,
          metric.direction,
          metric.about,
          dimensionsOfMetric(metric.id).join(', '),
          gamesOf(metric),
        ]),
      ),
      '',
      '## Outcomes',
      '',
      outcomes(OUTCOMES),
      '',
      '### Outcomes of each marketer',
      '',
      'The id begins with the person’s name in camelCase; here the name is `director`.',
      '',
      outcomes(OWN_OUTCOMES),
      '',
    ].join('\n'),
};

/** JSON Schema of scenario files, stored beside the shipped scenarios. */
const SCHEMA = 'scenarios/scenario.schema.json';

/** Pages that contain generated blocks. */
export const WITH_BLOCKS = ['docs/explanation/model.md'] as const;

/** Regenerates the blocks of a page. */
export function withBlocks(text: string): string {
  return text.replace(/<!-- (\w+) -->[\s\S]*?<!-- \/\1 -->/g, (whole, name: string) => {
    const block = BLOCKS[name];
    return block === undefined ? whole : `<!-- ${name} -->\n\n${block()}\n\n<!-- /${name} -->`;
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const [file, make] of Object.entries(PAGES)) writeFileSync(file, make());
  for (const file of WITH_BLOCKS) writeFileSync(file, withBlocks(readFileSync(file, 'utf8')));
  writeFileSync(SCHEMA, `${canonicalJson(scenarioJsonSchema(), '  ')}\n`);
}
