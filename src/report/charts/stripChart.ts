import type { TopLevelSpec } from 'vega-lite';
import type { Replay } from '../../experiments/result/replay.ts';
import { formatUsd, formatValue, quoted } from '../format.ts';
import { BLUE, type Chart, DARK, GREY, INK, ORANGE, PALE } from './chart.ts';

const WIDTH = 520;
const HEIGHT = 66;

type Months = Replay['months'];
type Point = { readonly month: number; readonly value: number };

/** One run as strips under each other: visits, leads passed to sales, bookings against quota, time lost. */
export function stripChart({ arm, months }: Replay): Chart {
  const reported = (id: string, ledger: 'reported' | 'true' = 'reported'): Point[] =>
    months.map(({ month, metrics }) => ({ month, value: metrics[id]?.[ledger] ?? 0 }));
  const lines = (id: string) => [
    lineOf(reported(id, 'true'), months.length, ORANGE, [7, 3]),
    lineOf(reported(id), months.length, INK, [1, 0]),
  ];
  // Metrics that are zero throughout are omitted.
  const isAny = (id: string) => reported(id).some(({ value }) => value !== 0);
  const bars = (id: string, color: string, isLast: boolean) =>
    barsOf(reported(id), months.length, color, isLast);
  return {
    id: 'strip',
    title: `One run under ${quoted(arm)}, month by month`,
    subject: 'Visits, leads passed to sales, quota attainment and selling time lost',
    caption:
      'Where the solid line leaves the dashed one, gaming made the number. A triangle marks a month in which ' +
      'gaming is discovered, or somebody leaves or is hired. The dashed line over the bars is the quota.',
    spec: {
      vconcat: [
        ...(isAny('visitors')
          ? [strip('Visits: reported (solid) and true (dashed)', [...lines('visitors'), eventsOf(months)])]
          : []),
        ...(isAny('sqls') ? [strip('Leads passed to sales: reported and true', lines('sqls'))] : []),
        strip('Bookings as a share of the team’s quota', [
          bars('quota-attainment', PALE, !isAny('selling-time-wasted')),
          QUOTA,
        ]),
        ...(isAny('selling-time-wasted')
          ? [strip('Selling time lost to bad leads', [bars('selling-time-wasted', DARK, true)])]
          : []),
      ],
      spacing: 14,
    } as TopLevelSpec,
    table: tableOf(months),
  };
}

const QUOTA = {
  data: { values: [{ at: 1 }] },
  mark: { type: 'rule', color: GREY, strokeDash: [4, 3] },
  encoding: { y: { field: 'at', type: 'quantitative' } },
};

function strip(title: string, layer: readonly object[]): object {
  return { title, width: WIDTH, height: HEIGHT, layer };
}

function lineOf(values: readonly Point[], months: number, color: string, dash: readonly number[]): object {
  return {
    data: { values },
    mark: { type: 'line', color, strokeDash: dash, strokeWidth: 2, point: { color, size: 18 } },
    encoding: { x: monthsAxis(months, false), y: amount('~s') },
  };
}

function barsOf(values: readonly Point[], months: number, color: string, isLast: boolean): object {
  return {
    data: { values },
    mark: { type: 'bar', color, width: Math.max(2, (0.6 * WIDTH) / months) },
    encoding: { x: monthsAxis(months, isLast), y: amount('.0%') },
  };
}

/** Marks on the zero line of months in which something happened to people. */
function eventsOf(months: Months): object {
  const values = months.filter(({ events }) => events.length > 0).map(({ month }) => ({ month, value: 0 }));
  return {
    data: { values },
    mark: { type: 'point', shape: 'triangle-up', filled: true, size: 90, color: BLUE },
    encoding: { x: monthsAxis(months.length, false), y: amount('~s') },
  };
}

function monthsAxis(months: number, isLast: boolean): object {
  return {
    field: 'month',
    type: 'quantitative',
    title: isLast ? 'month' : null,
    axis: { labels: isLast, tickCount: Math.min(12, months), format: 'd', grid: false },
    scale: { domain: [0.5, months + 0.5], nice: false },
  };
}

function amount(format: string): object {
  return {
    field: 'value',
    type: 'quantitative',
    title: null,
    axis: { format, tickCount: 3 },
    scale: { zero: true },
  };
}

function tableOf(months: Months): Chart['table'] {
  return {
    head: [
      'Month',
      'Visits',
      'True visits',
      'Leads passed',
      'True leads passed',
      'Booked',
      'Of quota',
      'Time lost',
      'Events',
    ],
    rows: months.map(({ month, metrics, events }) => {
      const of = (id: string, ledger: 'reported' | 'true') =>
        Math.round(metrics[id]?.[ledger] ?? 0).toLocaleString('en-US');
      return [
        String(month),
        of('visitors', 'reported'),
        of('visitors', 'true'),
        of('sqls', 'reported'),
        of('sqls', 'true'),
        formatUsd(metrics.bookings?.reported ?? 0),
        formatValue(metrics['quota-attainment']?.reported ?? 0, 'share'),
        formatValue(metrics['selling-time-wasted']?.reported ?? 0, 'share'),
        events.join(', '),
      ];
    }),
  };
}
