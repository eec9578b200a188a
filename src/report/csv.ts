import type { GridAxis } from '../experiments/commands/sweep.ts';
import type { Bundle } from '../experiments/result/bundle.ts';
import type { SweepRow } from '../experiments/result/sweep.ts';

/** One CSV field: quoted if necessary, and never interpreted as a formula by a spreadsheet. */
export function csvField(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

function csv(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return `${[head, ...rows].map((row) => row.map(csvField).join(',')).join('\n')}\n`;
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
        o.se,
        o.ci95[0],
        o.ci95[1],
        o.p10,
        o.p50,
        o.p90,
        d?.meanDifference ?? '',
        d?.ci95[0] ?? '',
        d?.ci95[1] ?? '',
        d?.betterShare ?? '',
        contrast?.reference ?? '',
      ];
    }),
  );
  return csv(
    [
      'arm',
      'plan',
      'outcome',
      'unit',
      'n',
      'mean',
      'se',
      'low95',
      'high95',
      'p10',
      'p50',
      'p90',
      'meanDifference',
      'differenceLow95',
      'differenceHigh95',
      'betterShare',
      'reference',
    ],
    rows,
  );
}

/** A sweep in tidy form: one row per point, arm and outcome. */
export function renderSweepCsv(axes: readonly GridAxis[], rows: readonly SweepRow[]): string {
  return csv(
    [
      ...axes.map((axis) => axis.path),
      'arm',
      'outcome',
      'unit',
      'n',
      'mean',
      'se',
      'low95',
      'high95',
      'meanDifference',
      'differenceLow95',
      'differenceHigh95',
    ],
    rows.map(({ point, arm, outcome, unit, n, mean, se, low95, high95, difference }) => [
      ...point,
      arm,
      outcome,
      unit,
      n,
      mean,
      se,
      low95,
      high95,
      difference?.meanDifference ?? '',
      difference?.ci95[0] ?? '',
      difference?.ci95[1] ?? '',
    ]),
  );
}
