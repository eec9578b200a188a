import type { MetricSlots, PayComponent } from '../../../../plans/payroll.ts';
import { type Beliefs, effectOf } from '../../contract/beliefs.ts';
import type { Company, CompiledPay, Planner } from '../../contract/company.ts';
import { COUNTER } from '../../contract/counters.ts';

/** A counter, by first slot and by index among those watched, and its weight in a row. */
export interface RowPart {
  readonly slot: number;
  readonly counter: number;
  readonly weight: number;
}

/**
 * A plan metric: a counter, a ratio of two, or a rating, which is `base` plus a weighted sum of counters per
 * period plus noise.
 */
export interface MetricRow extends MetricSlots {
  /** Window over which it is measured: months of the pay period, and whether it is the year to date. */
  readonly months: number;
  readonly isToDate: boolean;
  readonly top: readonly RowPart[];
  /** Denominator of a ratio; undefined for other rows. */
  readonly bottom: RowPart | undefined;
  readonly isRating: boolean;
  readonly base: number;
  readonly noiseSd: number;
}

/**
 * One person's beliefs about their own tactics: effects on the counters of their plan only.
 *
 * Effects are monthly amounts as curves over the response, by values and slopes at the tactic's knots. Layout
 * of both: [((tactic * counters + counter) * lags + lag) * mostKnots + knot], tactics in the order of the
 * person's assignments.
 */
export interface EffectTable {
  readonly lags: number;
  readonly tactics: number;
  /** Slots of the counters watched. */
  readonly watched: readonly number[];
  /** Knots of each tactic, and the largest number of them. */
  readonly knots: readonly Float64Array[];
  readonly mostKnots: number;
  readonly values: Float64Array;
  readonly slopes: Float64Array;
  /** Whether effects of work add up, instead of multiplying what other work leaves. */
  readonly addsUp: boolean;
  /** What a unit of each tactic adds to the scale of gaming that can be sanctioned; 0 for work. */
  readonly scaleEach: Float64Array;
}

/** Knots of effects that are not measured: one at 0. */
const UNKNOWN = Float64Array.of(0);

/** Distinct metrics that components pay on or gates refer to. */
export function rowsOf({ valued, rating }: CompiledPay): readonly MetricRow[] {
  const windows = distinctMetrics(valued);
  const isRating = ({ numerator }: MetricSlots) => rating !== undefined && numerator === COUNTER.ratingSum;
  const slots = windows.flatMap((window) =>
    isRating(window)
      ? rating!.parts.map(({ slot }) => slot)
      : [window.numerator, window.denominator].filter((slot) => slot >= 0),
  );
  const watched = [...new Set(slots)];
  const part = (slot: number, weight = 1): RowPart => ({ slot, counter: watched.indexOf(slot), weight });
  return windows.map((window) => {
    if (isRating(window))
      return {
        ...window,
        top: rating!.parts.map(({ slot, perUnit }) => part(slot, perUnit)),
        bottom: undefined,
        isRating: true,
        base: rating!.base,
        noiseSd: rating!.noiseSd,
      };
    const { numerator, denominator } = window;
    const bottom = denominator < 0 ? undefined : part(denominator);
    return { ...window, top: [part(numerator)], bottom, isRating: false, base: 0, noiseSd: 0 };
  });
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
  const isNear = planner.values.beliefs === 'baseline';
  const watched = watchedBy(rows);
  const tactics = planner.assignmentCount;
  const ids = company.assignments
    .slice(planner.firstAssignment, planner.firstAssignment + tactics)
    .map(({ tactic }) => company.tactics[tactic].definition.id);
  const knots = ids.map((id) => beliefs.knots[id] ?? UNKNOWN);
  const mostKnots = Math.max(1, ...knots.map(({ length }) => length));
  const values = new Float64Array(tactics * watched.length * lags * mostKnots);
  const slopes = new Float64Array(values.length);
  const own = ids.map((_, k) => company.tactics[company.assignments[planner.firstAssignment + k].tactic]);
  const scaleEach = Float64Array.from(own, ({ productive, definition, severity }) =>
    !productive && (definition.fabricates || company.canSanctionStretching) ? severity : 0,
  );
  ids.forEach((id, k) => {
    watched.forEach((slot, c) => {
      const { length } = knots[k];
      const { productive } = own[k];
      if (slot === COUNTER.gamedScale) {
        // Nobody has to measure what they do themselves.
        const at = (k * watched.length + c) * lags * mostKnots;
        values.set(
          knots[k].map((u) => u * scaleEach[k]),
          at,
        );
        slopes.fill(scaleEach[k], at, at + length);
        return;
      }
      const known = effectOf(beliefs, kind, id, slot);
      if (known === undefined) return;
      for (let lag = 0; lag < lags; lag++) {
        const at = ((k * watched.length + c) * lags + lag) * mostKnots;
        const ofLag = known.values.subarray(lag * length, (lag + 1) * length);
        if (isNear) carryOn(knots[k], ofLag, productive, values, slopes, at);
        else {
          values.set(ofLag, at);
          slopes.set(known.slopes.subarray(lag * length, (lag + 1) * length), at);
        }
      }
    });
  });
  return { lags, tactics, watched, knots, mostKnots, values, slopes, addsUp: isNear, scaleEach };
}

/**
 * Effects as somebody believes in them who has seen two steps from honest work: those of work in proportion
 * to the response, those of gaming on the parabola through both.
 */
function carryOn(
  knots: Float64Array,
  known: Float64Array,
  isWork: boolean,
  values: Float64Array,
  slopes: Float64Array,
  at: number,
): void {
  const isLine = isWork || knots.length < 4;
  const far = Math.max(1, knots.length - 2);
  const near = far - 1;
  const u = knots[far];
  const bend = isLine ? 0 : (known[far] / u - known[near] / knots[near]) / (u - knots[near]);
  const slope = known[far] / u - bend * u;
  knots.forEach((x, n) => {
    values[at + n] = x * (slope + bend * x);
    slopes[at + n] = slope + 2 * bend * x;
  });
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

/** Slots of the counters that rows are made of, in the order of their indices. */
export function watchedBy(rows: readonly MetricRow[]): number[] {
  const watched: number[] = [];
  for (const { top, bottom } of rows)
    for (const { slot, counter } of bottom === undefined ? top : [...top, bottom]) watched[counter] = slot;
  return watched;
}
