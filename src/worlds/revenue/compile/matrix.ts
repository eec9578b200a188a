import type { PayMatrix } from '../../../model/plan.ts';
import { payoutCurve } from '../../../plans/payoutCurve.ts';
import type { PayComponent, PayTable, PayTerms } from '../../../plans/payroll.ts';
import { compileMetric } from './metrics.ts';

/** A matrix of two metrics in dollars, for a target of the first and a target bonus. */
export function compileMatrix(
  { metric, attainments, levels, payShares }: PayMatrix,
  target: number,
  targetUsd: number,
  lowerIsBetter: boolean,
): PayTable {
  const { numerator, denominator, lowerIsBetter: otherIsLower } = compileMetric(metric);
  return {
    numerator,
    denominator,
    rowSign: lowerIsBetter ? -1 : 1,
    columnSign: otherIsLower ? -1 : 1,
    rows: attainments.map((attainment) => (lowerIsBetter ? 2 - attainment : attainment) * target),
    columns: levels,
    usd: payShares.map((row) => row.map((share) => share * targetUsd)),
  };
}

/**
 * A matrix as steps with gates, for valuation: each cell adds what it pays beyond those before it in its row
 * and column once both levels are reached. The cells of a column share its gate.
 */
export function cellsOf(component: PayComponent): PayComponent[] {
  const { terms } = component;
  if (terms?.table === undefined) return [component];
  const { rows, columns, usd, rowSign, columnSign, numerator, denominator } = terms.table;
  const at = (row: number, column: number) => usd[row]?.[column] ?? 0;
  let { targetUsd } = component;
  const plain: PayTerms = { ...terms, table: undefined };
  return columns.flatMap((gate, column) => {
    const added = rows.map(
      (_, row) => at(row, column) - at(row - 1, column) - at(row, column - 1) + at(row - 1, column - 1),
    );
    if (added.every((usd) => usd === 0)) return [];
    const jumps = rows.map((level, row) => ({ at: level, jump: rowSign > 0 ? added[row] : -added[row] }));
    const base = rowSign > 0 ? 0 : added.reduce((sum, usd) => sum + usd, 0);
    const curve = payoutCurve(
      base,
      0,
      jumps.filter(({ jump }) => jump !== 0),
    );
    const reached = { numerator, denominator, level: gate, sign: columnSign };
    const cell = { ...component, curve, gates: [...component.gates, reached], targetUsd, terms: plain };
    // The target of the whole is counted once.
    targetUsd = 0;
    return [cell];
  });
}
