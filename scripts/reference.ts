/**
 * Writes what the catalogues know into the documents: `npm run docs`. A test compares the documents with what this would write.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { type Parameter, type ParameterGroup, parametersOf } from '../src/model/parameter.ts';
import { ABLATIONS } from '../src/validation/ablations.ts';
import { CHANNELS } from '../src/worlds/revenue/channels.ts';
import { METRICS } from '../src/worlds/revenue/metrics/index.ts';
import { OUTCOMES } from '../src/worlds/revenue/outcomes.ts';
import {
  channelParameters,
  directorParameters,
  personParameters,
  worldParameters,
} from '../src/worlds/revenue/parameters.ts';
import { TACTICS } from '../src/worlds/revenue/tactics/index.ts';

const cell = (text: string) => text.replace(/\|/g, '\\|').replace(/</g, '&lt;').replace(/\n/g, ' ');
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [
    `| ${head.join(' | ')} |`,
    `|${head.map(() => '---').join('|')}|`,
    ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`),
  ].join('\n');

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

const KIND = (tactic: (typeof TACTICS)[number]) =>
  tactic.kind === 'productive' ? 'work' : tactic.fabricates ? 'gaming: fabricates' : 'gaming: stretches';

const tactics = () =>
  table(
    ['tactic', 'kind', 'what it is'],
    TACTICS.map((tactic) => [`\`${tactic.id}\``, KIND(tactic), tactic.about]),
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
      `${OUTCOMES.find(({ id }) => id === outcome)!.title}: ${moves === 'up' ? 'higher' : 'lower'} with it`,
    ]),
  );

/** What the documents hold between `<!-- name -->` and `<!-- /name -->`. */
export const BLOCKS: Readonly<Record<string, () => string>> = { tactics, mechanics };

/** Pages that hold nothing else. */
export const PAGES: Readonly<Record<string, () => string>> = {
  'docs/reference/numbers.md': () =>
    [
      '# Every number of a company',
      '',
      'Made by `npm run docs` from the catalogues. *Range*: ends at which reports run their verdict again, or the choices there are. “Assumption, not data” stands where no public source was found.',
      '',
      ...Object.entries(worldParameters).flatMap(([section, group]) => [
        `## ${section}`,
        '',
        parameters(group as ParameterGroup, `${section}.`),
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
      'The director:',
      '',
      parameters(directorParameters),
      '',
      '## tactics',
      '',
      ...TACTICS.flatMap((tactic) => [
        `### ${tactic.id}`,
        '',
        `${tactic.about} (${KIND(tactic)})`,
        '',
        parameters(tactic.parameters as ParameterGroup, `tactics.${tactic.id}.`),
        '',
      ]),
    ].join('\n'),
  'docs/reference/metrics-and-outcomes.md': () =>
    [
      '# Metrics and outcomes',
      '',
      'Made by `npm run docs` from the catalogues. A *metric* is what a plan can pay on; it is kept in three ledgers (reported, true, sound). An *outcome* is what a run did to the company and its people.',
      '',
      '## Metrics',
      '',
      table(
        ['metric', 'unit', 'better', 'what it is'],
        METRICS.map(({ id, unit, direction, about }) => [`\`${id}\``, unit, direction, about]),
      ),
      '',
      '## Outcomes',
      '',
      table(
        ['outcome', 'title', 'unit', 'better', 'what it is'],
        OUTCOMES.map(({ id, title, unit, direction, about }) => [`\`${id}\``, title, unit, direction, about]),
      ),
      '',
    ].join('\n'),
};

/** Pages with blocks in them. */
export const WITH_BLOCKS = ['docs/explanation/model.md'] as const;

/** A page with its blocks as the catalogues have them now. */
export function withBlocks(text: string): string {
  return text.replace(/<!-- (\w+) -->[\s\S]*?<!-- \/\1 -->/g, (whole, name: string) => {
    const block = BLOCKS[name];
    return block === undefined ? whole : `<!-- ${name} -->\n\n${block()}\n\n<!-- /${name} -->`;
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const [file, make] of Object.entries(PAGES)) writeFileSync(file, make());
  for (const file of WITH_BLOCKS) writeFileSync(file, withBlocks(readFileSync(file, 'utf8')));
}
