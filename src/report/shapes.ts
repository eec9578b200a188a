import type { TopLevelSpec } from 'vega-lite';
import { BLUE, GREY, INK } from './chart.ts';

/** Width of a chart's plotting area, in pixels. */
export const WIDTH = 560;

interface Rows<Row extends { readonly arm: string }> {
  readonly rows: readonly Row[];
  readonly title: string;
  readonly axis: Readonly<Record<string, unknown>>;
}

/** A row for every arm: a dot at `mean`, a bar from the field `low` to the field `high`, and a dashed line at a value to compare with. */
export function dotsAndBars<Row extends { readonly arm: string; readonly mean: number }>(
  chart: Rows<Row> & { readonly low: keyof Row; readonly high: keyof Row; readonly lineAt: number },
): TopLevelSpec {
  const { rows, title, axis, low, high, lineAt } = chart;
  return {
    data: { values: rows },
    width: WIDTH,
    height: { step: 28 },
    encoding: { y: { field: 'arm', type: 'nominal', sort: rows.map(({ arm }) => arm), title: null } },
    layer: [
      {
        mark: { type: 'rule', color: GREY, strokeDash: [4, 3] },
        encoding: { x: { datum: lineAt, type: 'quantitative' }, y: { value: 0 }, y2: { value: { expr: 'height' } } },
      },
      {
        mark: { type: 'rule', color: BLUE, strokeWidth: 3 },
        encoding: { x: { field: low, type: 'quantitative', title, axis, scale: { zero: true } }, x2: { field: high } },
      },
      {
        mark: { type: 'point', filled: true, size: 90, color: INK },
        encoding: { x: { field: 'mean', type: 'quantitative' } },
      },
    ],
  } as TopLevelSpec;
}

/** A bar for every arm, stacked from `parts` in their order, the lighter and the darker one as `colours` say. */
export function stackedBars<Row extends { readonly arm: string }>(
  chart: Rows<Row> & {
    readonly parts: readonly { readonly name: string; readonly colour: string; readonly of: (row: Row) => number }[];
    readonly scale?: Readonly<Record<string, unknown>>;
  },
): TopLevelSpec {
  const { rows, title, axis, parts, scale } = chart;
  return {
    data: {
      values: rows.flatMap((row) =>
        parts.map(({ name, of }, order) => ({ arm: row.arm, part: name, value: of(row), order })),
      ),
    },
    width: WIDTH,
    height: { step: 26 },
    mark: { type: 'bar', stroke: '#fff', strokeWidth: 1 },
    encoding: {
      y: { field: 'arm', type: 'nominal', sort: rows.map(({ arm }) => arm), title: null },
      x: {
        field: 'value',
        type: 'quantitative',
        stack: 'zero',
        title,
        axis,
        ...(scale === undefined ? {} : { scale }),
      },
      order: { field: 'order' },
      color: {
        field: 'part',
        type: 'nominal',
        scale: { domain: parts.map(({ name }) => name), range: parts.map(({ colour }) => colour) },
      },
    },
  } as TopLevelSpec;
}
