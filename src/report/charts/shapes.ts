import type { TopLevelSpec } from 'vega-lite';
import { BLUE, GREY, INK } from './chart.ts';

/** Width of the plotting area, in pixels. */
export const WIDTH = 560;

interface Rows<Row extends { readonly arm: string }> {
  readonly rows: readonly Row[];
  readonly title: string;
  readonly axis: Readonly<Record<string, unknown>>;
}

/**
 * One row per arm: a dot at `mean`, a bar from the field `low` to the field `high`, and a dashed line at a
 * reference value.
 */
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
        encoding: {
          x: { datum: lineAt, type: 'quantitative' },
          y: { value: 0 },
          y2: { value: { expr: 'height' } },
        },
      },
      {
        mark: { type: 'rule', color: INK, strokeWidth: 2 },
        encoding: {
          x: { field: low, type: 'quantitative', title, axis, scale: { zero: true } },
          x2: { field: high },
        },
      },
      {
        mark: { type: 'point', filled: true, size: 80, opacity: 1, color: BLUE },
        encoding: { x: { field: 'mean', type: 'quantitative' } },
      },
    ],
  } as TopLevelSpec;
}

/** One stacked bar per arm, with `parts` in their order, each in its own colour. */
export function stackedBars<Row extends { readonly arm: string }>(
  chart: Rows<Row> & {
    readonly parts: readonly {
      readonly name: string;
      readonly colour: string;
      readonly of: (row: Row) => number;
    }[];
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

/**
 * Small multiples: one panel for each value of `by`, two in a row. The axis `own` has a scale of its own in
 * every panel. `one` is the specification of a panel: mark, encoding and size.
 */
export function smallMultiples<Row extends object>(chart: {
  readonly rows: readonly Row[];
  readonly by: keyof Row & string;
  readonly order: readonly string[];
  readonly own: 'x' | 'y';
  readonly one: object;
}): TopLevelSpec {
  const { rows, by, order, own, one } = chart;
  return {
    data: { values: rows },
    columns: 2,
    facet: {
      field: by,
      type: 'nominal',
      sort: order,
      title: null,
      header: { labelFontSize: 13, labelFontWeight: 600, labelAnchor: 'start' },
    },
    resolve: { scale: { [own]: 'independent' } },
    spec: one,
  } as TopLevelSpec;
}

/** One line for each value of `field` over periods counted from 1: a panel of {@link smallMultiples}. */
export function linesOverTime(chart: {
  readonly period: 'month' | 'year';
  readonly periods: number;
  readonly field: string;
  /** Encodings of colour and dash. */
  readonly colour: Readonly<Record<string, unknown>>;
  readonly dash: Readonly<Record<string, unknown>>;
  readonly strokeWidth: number;
  readonly axis: Readonly<Record<string, unknown>>;
}): object {
  const { period, periods, field, colour, dash, strokeWidth, axis } = chart;
  return {
    width: 235,
    height: 140,
    mark: { type: 'line', strokeWidth },
    encoding: {
      x: {
        field: period,
        type: 'quantitative',
        title: period,
        axis: { tickMinStep: 1, tickCount: Math.min(6, periods), format: 'd', grid: false },
        scale: { domain: [1, Math.max(2, periods)], nice: false },
      },
      y: {
        field: 'value',
        type: 'quantitative',
        title: null,
        scale: { zero: true },
        axis: { ...axis, tickCount: 4 },
      },
      color: { field, type: 'nominal', ...colour },
      strokeDash: { field, type: 'nominal', ...dash },
    },
  };
}
