import type { GridAxis } from '../experiments/commands/sweep.ts';
import type { Bundle } from '../experiments/result/bundle.ts';
import type { DealRecord } from '../experiments/result/dealRecord.ts';
import type { RunTable } from '../experiments/result/runTable.ts';
import type { SweepRow } from '../experiments/result/sweep.ts';

/** One CSV field: quoted if necessary, and never interpreted as a formula by a spreadsheet. */
export function csvField(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** Lines of a table; an undefined value is an empty field. */
function csv(rows: readonly (readonly (string | number | undefined)[])[]): string {
  return rows.map((row) => `${row.map((value) => csvField(value ?? '')).join(',')}\n`).join('');
}

/**
 * A bundle in tidy form: one row per arm and outcome, with the difference from the arm's comparison arm,
 * whose name is the last column.
 */
export function renderCsv(bundle: Bundle): string {
  const rows = bundle.arms.flatMap((arm) =>
    Object.entries(arm.outcomes).map(([id, o]) => {
      const contrast = bundle.contrasts.find((candidate) => candidate.arm === arm.name);
      const d = contrast?.outcomes[id];
      return [
        arm.name,
        arm.plan,
        id,
        o.unit,
        o.n,
        o.mean,
        o.sd,
        o.se,
        o.ci95[0],
        o.ci95[1],
        o.p10,
        o.p50,
        o.p90,
        d?.meanDifference,
        d?.ci95[0],
        d?.ci95[1],
        d?.betterShare,
        contrast?.reference,
      ];
    }),
  );
  const head =
    'arm,plan,outcome,unit,n,mean,sd,se,low95,high95,p10,p50,p90,meanDifference,differenceLow95,' +
    'differenceHigh95,betterShare,reference';
  return csv([head.split(','), ...rows]);
}

/** Where the rows of a sweep come from. */
export interface SweepOrigin {
  readonly seed: string;
  readonly version: string;
  /** Hash of the scenario at the point. */
  readonly hash: string;
}

/** Head of the table of a sweep. */
export function sweepCsvHead(axes: readonly GridAxis[]): string {
  const columns =
    'arm,outcome,unit,n,mean,se,low95,high95,p10,p50,p90,reference,meanDifference,seDifference,' +
    'differenceLow95,differenceHigh95,seed,version,hash';
  return csv([[...axes.map((axis) => axis.path), ...columns.split(',')]]);
}

/**
 * One point of a sweep in tidy form: one row per arm and outcome. An outcome that is defined only for other
 * arms of the point has `n` 0 and empty cells.
 *
 * @param rows rows of a single point
 */
export function sweepCsvRows(rows: readonly SweepRow[], { seed, version, hash }: SweepOrigin): string {
  const arms = new Map(rows.map((row) => [row.arm, row]));
  const outcomes = new Map(rows.map((row) => [row.outcome, row]));
  const known = new Map(rows.map((row) => [JSON.stringify([row.arm, row.outcome]), row]));
  return csv(
    [...arms.values()].flatMap(({ arm, point, reference }) =>
      [...outcomes.values()].map(({ outcome, unit }) => {
        const row = known.get(JSON.stringify([arm, outcome]));
        const d = row?.difference;
        return [
          ...[...point, arm, outcome, unit, row?.n ?? 0, row?.mean, row?.se, row?.low95, row?.high95],
          ...[row?.p10, row?.p50, row?.p90, reference, d?.meanDifference, d?.se, d?.ci95[0], d?.ci95[1]],
          ...[seed, version, hash],
        ];
      }),
    ),
  );
}

/**
 * Outcomes run by run: one row for each run of each arm, a column for each outcome. A value that is undefined
 * in a run is an empty field.
 */
export function renderRunsCsv({ replicates, arms }: RunTable): string {
  const ids = [...new Set(arms.flatMap(({ outcomes }) => Object.keys(outcomes)))];
  const rows = arms.flatMap(({ name, outcomes }) =>
    replicates.map((replicate, run) => [
      name,
      replicate,
      ...ids.map((id) => {
        const value = outcomes[id]?.[run];
        return value === undefined || Number.isNaN(value) ? undefined : value;
      }),
    ]),
  );
  return csv([['arm', 'replicate', ...ids], ...rows]);
}

/** Every deal of a run, one row each; a deal without a channel was found by its seller. */
export function renderDealsCsv(deals: readonly DealRecord[]): string {
  return csv([
    [
      'deal',
      'seller',
      'channel',
      'relabelled',
      'line',
      'leadDay',
      'openedDay',
      'decidedDay',
      'outcome',
      'valueUsd',
    ],
    ...deals.map((deal) => [
      deal.deal,
      deal.seller,
      deal.channel,
      deal.relabelled ? 'yes' : 'no',
      deal.line,
      deal.leadDay,
      deal.openedDay,
      deal.decidedDay,
      deal.outcome,
      deal.valueUsd,
    ]),
  ]);
}
