import type { MetricDefinition } from '../model/metric.ts';
import { type Commission, MONTHS_IN, type PersonPlan, type PlanComponent } from '../model/plan.ts';
import { commissionCurve } from '../plans/commissionCurve.ts';
import { componentCurve } from '../plans/componentCurve.ts';
import { type PayoutCurve, payoutAt } from '../plans/payoutCurve.ts';

/** Attainments that every table shows, as shares of the target. */
const USUAL = [0, 0.5, 0.8, 0.9, 1, 1.1, 1.2, 1.5];
/** Smallest jump that has a row on each side, in dollars. */
const JUMP_USD = 0.005;
const ROUNDING = 1e-9;

/** Pay at one level of a metric. */
export interface PayoutPoint {
  /** Share of the target or quota. */
  readonly attainment: number;
  /** Level of the metric, in its unit. */
  readonly level: number;
  /** Dollars per period at the level; and just short of it, where pay jumps. */
  readonly usd: number;
  readonly shortOfItUsd?: number;
}

/** Pay of a component as a table. */
export interface PayoutTable {
  readonly metric: string;
  readonly unit: string;
  readonly period: string;
  readonly lowerIsBetter: boolean;
  /** By attainment, including every kink and both sides of every jump. */
  readonly points: readonly PayoutPoint[];
  /** Terms that can still change what the table says. */
  readonly before: readonly string[];
}

/**
 * Pay of each component of a person, and of a commission at a quota, in exact dollars. If a lower metric is
 * better, attainment is mirrored at the target: 120% is a level of 80% of it.
 *
 * @param quotaUsd monthly quota of a seller
 */
export function payoutTables(
  pay: PersonPlan,
  catalogue: readonly MetricDefinition[],
  quotaUsd: number | undefined,
): PayoutTable[] {
  const { components = [], commission } = pay;
  const tables = components.flatMap((component) => componentTable(component, pay, catalogue));
  if (commission === undefined || quotaUsd === undefined) return tables;
  const { measured } = commission;
  const period = measured === 'againstYear' ? 'year' : (commission.period ?? 'month');
  const quota = quotaUsd * MONTHS_IN[period];
  const periods = MONTHS_IN[period] / MONTHS_IN[commission.period ?? 'month'];
  // Of what is booked, only a part may be credited toward quota.
  const { creditShare = 1 } = commission;
  const points = pointsOf(commissionCurve(commission, quota, quota, periods), quota, false).map((point) =>
    creditShare === 1 || creditShare === 0
      ? point
      : { ...point, level: Number((point.level / creditShare).toPrecision(12)) },
  );
  return [
    ...tables,
    {
      metric: 'bookings',
      unit: 'USD',
      period,
      lowerIsBetter: false,
      points,
      before: termsBeyond(commission, pay),
    },
  ];
}

function componentTable(
  component: PlanComponent,
  pay: PersonPlan,
  catalogue: readonly MetricDefinition[],
): PayoutTable[] {
  const { metric, payout, measured } = component;
  const definition = catalogue.find(({ id }) => id === metric);
  // Against the year, an amount has the target of the year.
  const ofYear = measured === 'againstYear' && definition?.denominator === undefined;
  const period = ofYear ? 'year' : component.period;
  const target = component.targets?.[0] ?? component.target;
  if (target === undefined || (typeof payout === 'object' && 'matrix' in payout)) return [];
  const lowerIsBetter = definition?.direction === 'lower';
  const points = pointsOf(
    componentCurve({ ...component, period }, pay.bonusUsdPerYear ?? 0, lowerIsBetter),
    target,
    lowerIsBetter,
    definition?.most,
  );
  const before = termsBeyond(component, pay);
  return [{ metric, unit: definition?.unit ?? '', period, lowerIsBetter, points, before }];
}

/** Terms of pay that a table by one metric leaves out, after “before”. */
function termsBeyond(
  { gates, multiplier, measured, ...more }: Commission | PlanComponent,
  pay: PersonPlan,
): string[] {
  const isLimited = 'floorShare' in more || ('metric' in more && more.capUsd !== undefined);
  const isSeasonal = 'targets' in more && more.targets !== undefined;
  const isTopped = 'draw' in more || 'capUsdPerYear' in more || pay.capUsdPerYear !== undefined;
  return [
    ...(gates === undefined || gates.length === 0 ? [] : ['its conditions']),
    ...(multiplier === undefined && pay.multiplier === undefined ? [] : ['its multiplier']),
    ...(isLimited ? ['its floor and cap'] : []),
    ...(measured === undefined || measured === 'period' ? [] : ['pay already received this year']),
    ...(isSeasonal ? ['the targets of its other periods'] : []),
    ...(isTopped ? ['draws and annual caps'] : []),
  ];
}

/** @param most largest possible level */
function pointsOf(
  curve: PayoutCurve,
  target: number,
  lowerIsBetter: boolean,
  most = Infinity,
): PayoutPoint[] {
  const attainmentOf = (level: number) => (lowerIsBetter ? 2 - level / target : level / target);
  const levelOf = (attainment: number) => (lowerIsBetter ? (2 - attainment) * target : attainment * target);
  // Knots of jumps lie a rounding error beyond their level if a lower metric is better.
  const tidy = (attainment: number) => Number(attainment.toPrecision(12));
  const kinks = [...curve.knots].map((knot) => tidy(attainmentOf(knot)));
  const jumps = new Map(kinks.map((attainment, i) => [attainment, Math.abs(curve.jumps[i])]));
  const ends = most === Infinity ? [] : [tidy(attainmentOf(most))];
  const attainments = [...new Set([...USUAL, ...kinks, ...ends])].filter(
    (at) => levelOf(at) >= 0 && levelOf(at) <= most * (1 + 1e-9),
  );
  const points = attainments
    .sort((a, b) => a - b)
    .map((attainment): PayoutPoint => {
      const exact = Number(levelOf(attainment).toPrecision(12));
      const level = Math.abs(exact - most) < ROUNDING * most ? most : exact;
      const usd = payoutAt(curve, level);
      const jump = jumps.get(attainment) ?? 0;
      return { attainment, level, usd, ...(jump > JUMP_USD ? { shortOfItUsd: usd - jump } : {}) };
    });
  // Along a flat stretch the ends say it all.
  return points.filter(
    ({ usd, shortOfItUsd }, i) =>
      shortOfItUsd !== undefined || i === 0 || usd !== points[i - 1].usd || usd !== startOf(points[i + 1]),
  );
}

/** Pay on reaching a point from below; undefined after the last one. */
function startOf(point: PayoutPoint | undefined): number | undefined {
  return point?.shortOfItUsd ?? point?.usd;
}
