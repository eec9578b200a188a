import type { ArmResult, Bundle } from '../../experiments/result/bundle.ts';
import { shownPair } from '../answer/shownPair.ts';
import { formatValue, quoted, titleOf } from '../format.ts';
import { ARM_COLOURS, ARM_DASHES, axisFor, type Chart } from './chart.ts';
import { linesOverTime, smallMultiples } from './shapes.ts';

const MONTHS_PER_YEAR = 12;
/** Yearly values in the chart: sums or averages over months. */
const SHOWN: readonly { readonly id: string; readonly title: string; readonly averaged?: boolean }[] = [
  { id: 'bookings', title: 'Bookings' },
  { id: 'sqls', title: 'Leads passed to sales' },
  { id: 'marketing-opportunities', title: 'Opportunities from marketing' },
  { id: 'sellers', title: 'Sellers', averaged: true },
];

/** Development of arms from year to year; undefined for fewer than three whole years. */
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
      byYear(arm, id, averaged).map((value, y) => ({
        metric: title,
        arm: titleOf(arm.name),
        year: y + 1,
        value,
      })),
    ),
  );
  return {
    id: 'years',
    title: headingOf(bundle, byYear),
    subject: 'Year by year',
    caption: 'As reported; means over all runs.',
    spec: smallMultiples({
      rows: values,
      by: 'metric',
      order: shown.map(({ title }) => title),
      own: 'y',
      one: linesOverTime({
        period: 'year',
        periods: years,
        field: 'arm',
        colour: { sort: names, scale: { domain: names, range: ARM_COLOURS }, legend: { columns: 3 } },
        dash: { sort: names, scale: { domain: names, range: ARM_DASHES } },
        strokeWidth: 2.2,
        axis: axisFor('count'),
      }),
    }),
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

/** Whether a monthly series varies. */
function moves(months: readonly number[]): boolean {
  return months.some((value) => Math.abs(value - months[0]) > 1e-9 * Math.abs(months[0]));
}

/** Bookings of the last year under two arms. */
function headingOf(bundle: Bundle, byYear: (arm: ArmResult, id: string) => readonly number[]): string {
  const { reference, other } = shownPair(bundle);
  const last = (arm: ArmResult) => {
    const years = byYear(arm, 'bookings');
    return `${formatValue(years[years.length - 1], 'USD')} under ${quoted(arm.name)}`;
  };
  const year = byYear(reference, 'bookings').length;
  return `Bookings of year ${year}: ${last(reference)}${other === undefined ? '' : `, ${last(other)}`}`;
}
