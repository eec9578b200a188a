import { printable } from '../core/plainText.ts';
import type { GridAxis } from '../experiments/commands/sweep.ts';
import type { SweepRow } from '../experiments/result/sweep.ts';
import { inCurrency, symbolOf } from './currency.ts';
import { formatDifference, formatValue } from './format.ts';
import { textTable } from './textLayout.ts';
import { displayName } from './titled.ts';

/**
 * Renders a sweep as a map of differences from the comparison arm, one map per arm: the first axis runs down,
 * the second across. Insignificant differences are in brackets. A sweep of a single arm shows means.
 *
 * @param axes one or two
 * @param outcome the id of the outcome to map
 * @param resolved scenario, for display names and currency
 */
export function renderSweepMap(
  axes: readonly GridAxis[],
  rows: readonly SweepRow[],
  outcome: string,
  resolved: Readonly<Record<string, unknown>> = {},
): string {
  const [down, across] = axes;
  const asked = rows.filter((row) => row.outcome === outcome);
  if (asked.length === 0) return `\n${printable(outcome)} is not defined at any point of this grid.\n\n`;
  const all = [...new Set(asked.map((row) => row.arm))];
  const referenceOf = new Map(asked.map((row) => [row.arm, row.reference]));
  const compared = all.filter((arm) => arm !== referenceOf.get(arm));
  const arms = compared.length > 0 ? compared : all;
  const title = outcome === 'profitBeforePayUsd' ? 'Profit at equal pay' : (asked[0]?.title ?? outcome);
  const nameOf = displayName(resolved);
  const columns = across?.values ?? [NaN];
  const rowLabels = labelsOf(down.values);
  const lines: string[] = [];
  for (const arm of arms) {
    const what =
      compared.length > 0 ? `${nameOf(arm)} against ${nameOf(referenceOf.get(arm)!)}` : nameOf(arm);
    lines.push('', printable(`${title}: ${what}`));
    lines.push(`rows: ${down.path}${across === undefined ? '' : `; columns: ${across.path}`}`, '');
    const table = down.values.map((value, i) => [
      rowLabels[i],
      ...columns.map((column) => {
        const row = asked.find(
          (candidate) =>
            candidate.arm === arm &&
            candidate.point[0] === value &&
            (across === undefined || candidate.point[1] === column),
        );
        return row === undefined ? '–' : cellOf(row, compared.length > 0);
      }),
    ]);
    lines.push(...textTable(['', ...(across === undefined ? [title] : labelsOf(across.values))], table));
    if (compared.length > 0) {
      const own = asked.filter((row) => row.arm === arm);
      lines.push('', turningSentence(down, across, own));
    }
  }
  if (compared.length > 0 && lines.some((line) => /\([+−]/.test(line)))
    lines.push('', 'In brackets: the 95% interval of this point’s difference holds 0, or touches it.');
  lines.push('');
  return inCurrency(lines.join('\n'), symbolOf(resolved));
}

function cellOf({ difference, mean, unit }: SweepRow, isCompared: boolean): string {
  if (difference === undefined) return isCompared ? '–' : formatValue(mean, unit);
  const { meanDifference, ci95, se } = difference;
  const text = formatDifference(meanDifference, unit);
  return se > 0 && ci95[0] <= 0 && ci95[1] >= 0 ? `(${text})` : text;
}

/** Axis labels with enough digits to be distinct. */
function labelsOf(values: readonly number[]): string[] {
  for (let digits = 4; digits < 17; digits++) {
    const labels = values.map((value) => String(Number(value.toPrecision(digits))));
    if (new Set(labels).size === new Set(values).size) return labels;
  }
  return values.map(String);
}

/** Where the difference of an arm turns along the first axis, at each value of the second. */
function turningSentence(down: GridAxis, across: GridAxis | undefined, rows: readonly SweepRow[]): string {
  const columns = across?.values ?? [undefined];
  const turns = columns.flatMap((column) => {
    const line = rows.filter((row) => column === undefined || row.point[1] === column);
    return turnsOf(line).map((at) => ({ column, at }));
  });
  const place = ({ column, at }: (typeof turns)[number]) =>
    `${at}${column === undefined ? '' : ` where ${across!.path} is ${column}`}`;
  if (turns.length === 0) return 'The difference does not turn on this grid.';
  return printable(`The difference turns near ${down.path} ${turns.map(place).join(', ')}.`);
}

/**
 * Values of the first axis at which a difference changes its side of zero, interpolated linearly between two
 * points at which it is told apart from zero. Points between them at which it is not told are passed over.
 */
export function turnsOf(rows: readonly SweepRow[]): number[] {
  const told = rows
    .flatMap(({ point: [at], difference }) => {
      if (difference === undefined) return [];
      const { meanDifference, ci95 } = difference;
      return ci95[0] > 0 || ci95[1] < 0 ? [{ at, value: meanDifference }] : [];
    })
    .sort((a, b) => a.at - b.at);
  return told.flatMap((to, i) => {
    const from = told[i - 1];
    if (from === undefined || from.value > 0 === to.value > 0) return [];
    const at = from.at + ((to.at - from.at) * from.value) / (from.value - to.value);
    return [Number(at.toPrecision(2))];
  });
}
