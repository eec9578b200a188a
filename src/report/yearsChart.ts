import type { TopLevelSpec } from 'vega-lite';
import type { ArmResult, Bundle } from '../experiments/bundle.ts';
import { ARM_COLOURS, ARM_DASHES, axisFor, type Chart } from './chart.ts';
import { formatValue, titleOf } from './format.ts';

const MONTHS_PER_YEAR = 12;
/** What is shown by the year: summed over its months, or averaged. */
const SHOWN: readonly { readonly id: string; readonly title: string; readonly averaged?: boolean }[] = [
  { id: 'bookings', title: 'Bookings' },
  { id: 'sqls', title: 'Leads passed to sales' },
  { id: 'marketing-opportunities', title: 'Opportunities from marketing' },
  { id: 'sellers', title: 'Sellers', averaged: true },
];

/** How arms develop from year to year; none for less than three years. */
export function yearsChart(bundle: Bundle): Chart | undefined {
  const years = Math.floor(bundle.scenario.horizonMonths / MONTHS_PER_YEAR);
  if (years < 3) return undefined;
  const shown = SHOWN.filter(({ id }) => bundle.arms.every((arm) => arm.monthly[id] !== undefined)).filter(
    ({ id, averaged }) => averaged !== true || bundle.arms.some((arm) => moves(arm.monthly[id].reported)),
  );
  const byYear = (arm: ArmResult, id: string, averaged = false) =>
    Array.from({ length: years }, (_, y) => {
      const months = arm.monthly[id].reported.slice(y * MONTHS_PER_YEAR, (y + 1) * MONTHS_PER_YEAR);
      return months.reduce((sum, value) => sum + value, 0) / (averaged ? MONTHS_PER_YEAR : 1);
    });
  const names = bundle.arms.map((arm) => titleOf(arm.name));
  const values = shown.flatMap(({ id, title, averaged }) =>
    bundle.arms.flatMap((arm) =>
      byYear(arm, id, averaged).map((value, y) => ({ metric: title, arm: titleOf(arm.name), year: y + 1, value })),
    ),
  );
  return {
    id: 'years',
    title: 'Year by year',
    caption: 'As reported; means over all runs.',
    spec: {
      data: { values },
      columns: 2,
      facet: {
        field: 'metric',
        type: 'nominal',
        sort: shown.map(({ title }) => title),
        title: null,
        header: { labelFontSize: 13, labelFontWeight: 600, labelAnchor: 'start' },
      },
      resolve: { scale: { y: 'independent' } },
      spec: {
        width: 235,
        height: 140,
        mark: { type: 'line', strokeWidth: 2.2 },
        encoding: {
          x: {
            field: 'year',
            type: 'quantitative',
            title: 'year',
            axis: { tickMinStep: 1, tickCount: years, format: 'd', grid: false },
            scale: { domain: [1, years], nice: false },
          },
          y: {
            field: 'value',
            type: 'quantitative',
            title: null,
            scale: { zero: true },
            axis: { ...axisFor('count'), tickCount: 4 },
          },
          color: {
            field: 'arm',
            type: 'nominal',
            sort: names,
            scale: { domain: names, range: ARM_COLOURS },
            legend: { columns: 3 },
          },
          strokeDash: { field: 'arm', type: 'nominal', sort: names, scale: { domain: names, range: ARM_DASHES } },
        },
      },
    } as TopLevelSpec,
    table: {
      head: ['Arm', 'Number', ...Array.from({ length: years }, (_, y) => `year ${y + 1}`)],
      rows: bundle.arms.flatMap((arm) =>
        shown.map(({ id, title, averaged }) => [
          titleOf(arm.name),
          title,
          ...byYear(arm, id, averaged).map((value) => formatValue(value, arm.monthly[id].unit)),
        ]),
      ),
    },
  };
}

/** Whether a monthly number is not the same all the time. */
function moves(months: readonly number[]): boolean {
  return months.some((value) => Math.abs(value - months[0]) > 1e-9 * Math.abs(months[0]));
}
