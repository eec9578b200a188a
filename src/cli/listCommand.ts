import { canonicalJson } from '../core/canonicalJson.ts';
import { refuse, showValue } from '../core/messages.ts';
import { nearestName } from '../core/nearest.ts';
import { parametersOf } from '../model/parameter.ts';
import { personInWords } from '../report/payWords.ts';
import { CHANNELS } from '../worlds/revenue/catalogue/channels.ts';
import { METRICS } from '../worlds/revenue/catalogue/metrics/index.ts';
import { OUTCOMES } from '../worlds/revenue/catalogue/outcomes/index.ts';
import { outcomesOfPerson } from '../worlds/revenue/catalogue/outcomes/people.ts';
import { PLAN_PRESETS } from '../worlds/revenue/catalogue/plans/index.ts';
import { TACTICS } from '../worlds/revenue/catalogue/tactics/index.ts';
import { EXIT } from './exit.ts';
import { print } from './streams.ts';

type Row = Readonly<Record<string, unknown>>;

const CATALOGUES: Readonly<Record<string, () => { rows: readonly Row[]; columns: readonly string[] }>> = {
  metrics: () => ({
    rows: METRICS.map(({ counters: _, ...metric }) => metric),
    columns: ['id', 'unit', 'direction', 'about'],
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
      role: tactic.roles.join(', '),
      about: tactic.about,
      parameters: [...parametersOf(tactic.parameters)].map(([name, parameter]) => ({ name, ...parameter })),
    })),
    columns: ['id', 'kind', 'role', 'about'],
  }),
  plans: () => ({
    rows: PLAN_PRESETS.map((preset) => ({
      ...preset,
      id: `plan:${preset.id}`,
      role: Object.keys(preset.roles).join(', '),
      words: Object.entries(preset.roles).flatMap(([role, pay]) =>
        personInWords(role, pay, METRICS, () => false),
      ),
    })),
    columns: ['id', 'role', 'about'],
  }),
  channels: () => ({
    rows: CHANNELS.map(({ id, about, values }) => ({
      id,
      'USD per visit': String(values.costUsdPerVisit ?? 0),
      about,
    })),
    columns: ['id', 'USD per visit', 'about'],
  }),
};

export async function listCommand(catalogue: string, flags: { json?: boolean }): Promise<number> {
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
  const { rows, columns } = CATALOGUES[catalogue]();
  if (flags.json) print(`${canonicalJson(rows, '  ')}\n`);
  else print(`${leftTable(columns, rows)}\n`);
  return EXIT.fine;
}

/** A text table with all columns left-aligned. */
function leftTable(columns: readonly string[], rows: readonly Row[]): string {
  const widths = columns.map((column) =>
    Math.max(column.length, ...rows.map((row) => String(row[column] ?? '').length)),
  );
  const line = (cells: readonly string[]) =>
    cells.map((cell, i) => (i === cells.length - 1 ? cell : cell.padEnd(widths[i]))).join('  ');
  return [line(columns), ...rows.map((row) => line(columns.map((column) => String(row[column] ?? ''))))].join(
    '\n',
  );
}

export async function schemaCommand(flags: { bundle?: boolean }): Promise<number> {
  const schema = flags.bundle
    ? (await import('../experiments/result/bundleSchema.ts')).bundleJsonSchema()
    : (await import('../scenario/jsonSchema.ts')).scenarioJsonSchema();
  print(`${canonicalJson(schema, '  ')}\n`);
  return EXIT.fine;
}
