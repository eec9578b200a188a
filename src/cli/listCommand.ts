import { canonicalJson } from '../core/canonicalJson.ts';
import { refuse, showValue } from '../core/messages.ts';
import { nearestName } from '../core/nearest.ts';
import { parametersOf } from '../model/parameter.ts';
import { personInWords } from '../report/payWords.ts';
import { wrap } from '../report/textLayout.ts';
import { dimensionsOfMetric } from '../scenario/checkSlices.ts';
import { CHANNELS } from '../worlds/revenue/catalogue/channels.ts';
import { gamedBy } from '../worlds/revenue/catalogue/gamedBy.ts';
import { GAMES } from '../worlds/revenue/catalogue/games/index.ts';
import { METRICS } from '../worlds/revenue/catalogue/metrics/index.ts';
import { OUTCOMES } from '../worlds/revenue/catalogue/outcomes/index.ts';
import { outcomesOfPerson } from '../worlds/revenue/catalogue/outcomes/people.ts';
import { PLAN_PRESETS } from '../worlds/revenue/catalogue/plans/index.ts';
import { ROLES } from '../worlds/revenue/catalogue/roles/index.ts';
import { TACTICS } from '../worlds/revenue/catalogue/tactics/index.ts';
import { EXIT } from './exit.ts';
import { shippedScenarios } from './shippedScenarios.ts';
import { columns, print } from './streams.ts';

type Row = Readonly<Record<string, unknown>>;

const CATALOGUES: Readonly<Record<string, () => { rows: readonly Row[]; columns: readonly string[] }>> = {
  metrics: () => ({
    rows: METRICS.map((metric) => {
      const { counters: _, ...shown } = metric;
      return { ...shown, of: dimensionsOfMetric(metric.id), gamedBy: gamedBy(metric) };
    }),
    columns: ['id', 'unit', 'direction', 'of', 'about'],
  }),
  outcomes: () => ({
    rows: [...OUTCOMES, ...outcomesOfPerson({ name: 'director', row: 0 })].map(
      ({ measure: _measure, partOf: _partOf, ...outcome }) => outcome,
    ),
    columns: ['id', 'unit', 'direction', 'about'],
  }),
  tactics: () => ({
    rows: TACTICS.map((tactic) => ({
      id: tactic.id,
      kind: tactic.lever.kind === 'productive' ? 'work' : tactic.fabricates ? 'fabricates' : 'stretches',
      role: rolesWith(tactic).join(', '),
      about: tactic.about,
      parameters: [...parametersOf(tactic.parameters)].map(([name, parameter]) => ({ name, ...parameter })),
    })),
    columns: ['id', 'kind', 'role', 'about'],
  }),
  games: () => ({
    rows: GAMES.map(({ id, mind, about, parameters }) => ({
      id,
      who: mind === 'seller' ? 'sellers' : 'inside sales',
      about,
      parameters: [...parametersOf(parameters ?? {})].map(([name, parameter]) => ({ name, ...parameter })),
    })),
    columns: ['id', 'who', 'about'],
  }),
  plans: () => ({
    rows: PLAN_PRESETS.map((preset) => ({
      ...preset,
      id: `plan:${preset.id}`,
      role: whose(Object.keys(preset.roles)),
      words: Object.entries(preset.roles).flatMap(([role, pay]) =>
        personInWords(role, pay, METRICS, () => false),
      ),
    })),
    columns: ['id', 'role', 'about'],
  }),
  roles: () => ({
    rows: ROLES.map(({ id, title, about, tactics, games }) => {
      const means = [...tactics, ...games];
      return { id, title, about: `${about}${means.length === 0 ? '' : ` Can use: ${means.join(', ')}.`}` };
    }),
    columns: ['id', 'title', 'about'],
  }),
  scenarios: () => ({ rows: shippedScenarios().map((each) => ({ ...each })), columns: ['id', 'about'] }),
  channels: () => ({
    rows: CHANNELS.map(({ id, about, values }) => ({
      id,
      'USD per visit': String(values.costUsdPerVisit ?? 0),
      about,
    })),
    columns: ['id', 'USD per visit', 'about'],
  }),
};

/** Roles that have a tactic, or can be given it. */
function rolesWith({ id, roles }: (typeof TACTICS)[number]): string[] {
  return ROLES.filter((role) => role.tactics.includes(id) || roles.includes(role.id)).map((role) => role.id);
}

export async function listCommand(
  catalogue: string,
  searched: readonly string[],
  flags: { json?: boolean },
): Promise<number> {
  if (!Object.hasOwn(CATALOGUES, catalogue)) {
    const near = nearestName(catalogue, Object.keys(CATALOGUES));
    refuse([
      {
        code: 'usage',
        path: 'list',
        got: showValue(catalogue),
        expected: `one of ${Object.keys(CATALOGUES).join(', ')}`,
        hint: near && `did you mean ${near}?`,
      },
    ]);
  }
  const { rows: all, columns: shown } = CATALOGUES[catalogue]();
  const words = searched.flatMap((text) => text.toLowerCase().split(/\s+/));
  const rows = all.filter((row) => {
    const text = JSON.stringify(row).toLowerCase();
    return words.every((word) => text.includes(word));
  });
  if (rows.length === 0)
    refuse([
      {
        code: 'usage',
        path: `list ${catalogue}`,
        got: showValue(searched.join(' ')),
        expected: `words that some of the ${all.length} have`,
        hint: `goodhart list ${catalogue} prints all`,
      },
    ]);
  if (flags.json) print(`${canonicalJson(rows, '  ')}\n`);
  else print(`${leftTable(shown, rows, columns() ?? WIDTH)}\n`);
  return EXIT.fine;
}

/** Width where there is no terminal, and least width of the last column. */
const WIDTH = 120;
const LEAST = 30;

/** A text table with all columns left-aligned, the last one wrapped. */
function leftTable(shown: readonly string[], rows: readonly Row[], width: number): string {
  const fixed = shown.slice(0, -1);
  const widths = fixed.map((column) =>
    Math.max(column.length, ...rows.map((row) => String(row[column] ?? '').length)),
  );
  const start = widths.reduce((sum, each) => sum + each + 2, 0);
  const line = (cells: readonly string[]) => {
    const first = cells
      .slice(0, -1)
      .map((cell, i) => `${cell.padEnd(widths[i])}  `)
      .join('');
    return wrap(cells[cells.length - 1], Math.max(width, start + LEAST), first, ' '.repeat(start));
  };
  return [line(shown), ...rows.map((row) => line(shown.map((column) => String(row[column] ?? ''))))]
    .flat()
    .join('\n');
}

export async function schemaCommand(flags: { bundle?: boolean }): Promise<number> {
  const schema = flags.bundle
    ? (await import('../experiments/result/bundleSchema.ts')).bundleJsonSchema()
    : (await import('../scenario/jsonSchema.ts')).scenarioJsonSchema();
  print(`${canonicalJson(schema, '  ')}\n`);
  return EXIT.fine;
}

/** Roles that a plan pays; many are counted, and the plan itself names them. */
function whose(roles: readonly string[]): string {
  return roles.length > 2 ? `${roles.length} roles` : roles.join(', ');
}
