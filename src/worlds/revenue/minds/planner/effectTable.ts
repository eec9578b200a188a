import type { MetricSlots, PayComponent } from '../../../../plans/payroll.ts';
import { type Beliefs, effectOf } from '../../contract/beliefs.ts';
import type { Company, Planner } from '../../contract/company.ts';

/** A plan metric. `top` and `bottom` index its counters among those watched; -1: no denominator. */
export interface MetricRow extends MetricSlots {
  /** Window over which it is measured: months of the pay period, and whether it is the year to date. */
  readonly months: number;
  readonly isToDate: boolean;
  readonly top: number;
  readonly bottom: number;
}

/**
 * One person's beliefs about their own tactics: effects on the counters of their plan only.
 *
 * Effects are monthly amounts per unit of response; bends are per squared unit. Layout of both: [(tactic *
 * counters + counter) * lags + lag], tactics in the order of the person's assignments.
 */
export interface EffectTable {
  readonly lags: number;
  readonly tactics: number;
  /** Slots of the counters watched. */
  readonly watched: readonly number[];
  readonly effect: Float64Array;
  readonly bend: Float64Array;
}

/** Distinct metrics that components pay on or gates refer to. */
export function rowsOf(components: readonly PayComponent[]): readonly MetricRow[] {
  const metrics = distinctMetrics(components);
  const watched = watchedBy(metrics);
  return metrics.map(({ numerator, denominator, months, isToDate }) => ({
    numerator,
    denominator,
    months,
    isToDate,
    top: watched.indexOf(numerator),
    bottom: denominator < 0 ? -1 : watched.indexOf(denominator),
  }));
}

/** Index among the rows of a metric over the window of a component. */
export function indexOfRow(
  rows: readonly Window[],
  { numerator, denominator }: MetricSlots,
  { months, terms }: PayComponent,
): number {
  const isToDate = terms?.isYearToDate === true;
  return rows.findIndex(
    (row) =>
      row.numerator === numerator &&
      row.denominator === denominator &&
      row.months === months &&
      row.isToDate === isToDate,
  );
}

/** Extracts the effects that concern one person from a world's beliefs; unnoticed ones are 0. */
export function effectTable(
  company: Company,
  planner: Planner,
  beliefs: Beliefs,
  rows: readonly MetricRow[],
): EffectTable {
  const { lags } = beliefs;
  const kind = planner.values.beliefs === 'naive' ? 'naive' : 'total';
  const watched = watchedBy(rows);
  const tactics = planner.assignmentCount;
  const effect = new Float64Array(tactics * watched.length * lags);
  const bend = new Float64Array(effect.length);
  for (let k = 0; k < tactics; k++) {
    const { tactic } = company.assignments[planner.firstAssignment + k];
    watched.forEach((slot, c) => {
      const known = effectOf(beliefs, kind, company.tactics[tactic].definition.id, slot);
      if (known === undefined) return;
      effect.set(known.effect, (k * watched.length + c) * lags);
      bend.set(known.bend, (k * watched.length + c) * lags);
    });
  }
  return { lags, tactics, watched, effect, bend };
}

type Window = Pick<MetricRow, 'numerator' | 'denominator' | 'months' | 'isToDate'>;

function distinctMetrics(components: readonly PayComponent[]): Window[] {
  const windows: Window[] = [];
  for (const component of components)
    for (const { numerator, denominator } of [
      component,
      ...component.gates,
      ...(component.terms?.factors ?? []),
    ]) {
      const { months, terms } = component;
      const isToDate = terms?.isYearToDate === true;
      if (indexOfRow(windows, { numerator, denominator }, component) < 0)
        windows.push({ numerator, denominator, months, isToDate });
    }
  return windows;
}

function watchedBy(metrics: readonly MetricSlots[]): number[] {
  const slots = metrics.flatMap(({ numerator, denominator }) => [numerator, denominator]);
  return [...new Set(slots)].filter((slot) => slot >= 0);
}
