import { showValue } from '../core/messages.ts';
import {
  MONTHS_IN,
  type Multiplier,
  type PayMatrix,
  type PersonPlan,
  type PlanComponent,
} from '../model/plan.ts';
import { METRICS } from '../worlds/revenue/catalogue/metrics/index.ts';
import type { Reporter } from './reporter.ts';
import type { ScenarioFile } from './schema.ts';

type Path = readonly (string | number)[];
type PersonPlanFile = ScenarioFile['plans'][string][string];
type CommissionFile = NonNullable<PersonPlanFile['commission']>;
type Report = Pick<Reporter, 'report'>;

/** Metrics that a person's pay names, with their places. */
export function metricsNamed(pay: PersonPlan, path: Path): { readonly id: string; readonly at: Path }[] {
  const named: { id: string; at: Path }[] = [];
  const add = (id: string, at: Path) => named.push({ id, at });
  const addTerms = ({ gates = [], multiplier }: Pick<PlanComponent, 'gates' | 'multiplier'>, at: Path) => {
    for (const [g, gate] of gates.entries()) add(gate.metric, [...at, 'gates', g, 'metric']);
    if (multiplier !== undefined) add(multiplier.metric, [...at, 'multiplier', 'metric']);
  };
  for (const [i, component] of (pay.components ?? []).entries()) {
    const at = [...path, 'components', i];
    add(component.metric, [...at, 'metric']);
    addTerms(component, at);
    const { payout } = component;
    if (typeof payout === 'object' && 'matrix' in payout)
      add(payout.matrix.metric, [...at, 'payout', 'matrix', 'metric']);
  }
  if (pay.commission !== undefined) addTerms(pay.commission, [...path, 'commission']);
  for (const [i, { metric }] of (pay.judged?.sees ?? []).entries())
    add(metric, [...path, 'judged', 'sees', i, 'metric']);
  if (pay.multiplier !== undefined) add(pay.multiplier.metric, [...path, 'multiplier', 'metric']);
  return named;
}

/** Checks what a commission says about time and credit, and multipliers. */
export function checkTerms(pay: PersonPlanFile, path: Path, checks: Report): void {
  const { commission, components = [], multiplier } = pay;
  for (const [i, component] of components.entries())
    checkTimes(component, [...path, 'components', i], checks);
  checkMultiplier(multiplier, [...path, 'multiplier'], checks);
  if (commission === undefined && pay.deferral?.of === 'commission')
    checks.report([...path, 'deferral', 'of'], { code: 'inconsistent', expected: 'a commission beside it' });
  if (commission === undefined) return;
  checkMultiplier(commission.multiplier, [...path, 'commission', 'multiplier'], checks);
  checkMoney(commission, [...path, 'commission'], checks);
  checkMenu(pay, path, checks);
}

function checkMoney(commission: CommissionFile, path: Path, checks: Report): void {
  const { report } = checks;
  const { windfall, period = 'month', measured } = commission;
  if (windfall !== undefined && windfall.creditUsd > windfall.aboveUsd)
    report([...path, 'windfall', 'creditUsd'], {
      code: 'inconsistent',
      got: showValue(windfall.creditUsd),
      expected: `at most aboveUsd (${windfall.aboveUsd}): no deal counts for more than its value`,
    });
  checkMeasured({ period, measured }, path, checks);
}

/** Checks that nothing else depends on the month whose forecast a menu pays for. */
function checkMenu(pay: PersonPlanFile, path: Path, { report }: Report): void {
  const { commission, components, deferral, guarantee, multiplier, capUsdPerYear } = pay;
  if (commission?.forecastMenu === undefined) return;
  const { period = 'month', measured = 'period', gates } = commission;
  const beside = {
    'commission.period': period === 'month' ? undefined : period,
    'commission.measured': measured === 'period' ? undefined : measured,
    'commission.draw': commission.draw,
    'commission.capUsdPerYear': commission.capUsdPerYear,
    'commission.multiplier': commission.multiplier,
    'commission.gates': gates?.length === 0 ? undefined : gates,
    components: components?.length === 0 ? undefined : components,
    deferral,
    guarantee,
    multiplier,
    capUsdPerYear,
  };
  for (const [key, value] of Object.entries(beside))
    if (value !== undefined)
      report([...path, ...key.split('.')], {
        code: 'inconsistent',
        got: showValue(value),
        expected: 'no forecastMenu beside it: the menu pays for the forecast of a month',
      });
}

function checkMeasured(
  { period, measured = 'period' }: Pick<PlanComponent, 'period' | 'measured'>,
  path: Path,
  { report }: Report,
): void {
  if (measured !== 'period' && period === 'year')
    report([...path, 'measured'], {
      code: 'inconsistent',
      expected: 'a period of a month or a quarter: a year is always measured as a whole',
    });
}

function checkTimes(component: PlanComponent, at: Path, checks: Report): void {
  const { report } = checks;
  const { period, measured, target, targets, basis, growthFrom, payout } = component;
  checkMultiplier(component.multiplier, [...at, 'multiplier'], checks);
  checkMeasured(component, at, checks);
  const perYear = 12 / MONTHS_IN[period];
  if (targets !== undefined && targets.length !== perYear)
    report([...at, 'targets'], {
      code: 'inconsistent',
      got: `${targets.length} targets`,
      expected:
        perYear === 1 ? 'a target: a year has one' : `${perYear} targets, one for each ${period} of a year`,
    });
  const isRatio = METRICS.find(({ id }) => id === component.metric)?.denominator !== undefined;
  if (measured === 'againstYear' && isRatio)
    report([...at, 'measured'], {
      code: 'inconsistent',
      got: showValue(measured),
      expected:
        'an amount, such as bookings with the target of the year; a ratio has the same target so far ' +
        '(yearToDate) as for the year',
    });
  if (targets !== undefined && measured === 'againstYear')
    report([...at, 'targets'], {
      code: 'inconsistent',
      got: showValue(targets),
      expected: 'a target: against the year, it is that of the whole year',
    });
  if (targets !== undefined && target !== undefined)
    report([...at, 'target'], {
      code: 'inconsistent',
      got: showValue(target),
      expected: 'either a target or targets',
    });
  if (growthFrom !== undefined && basis !== 'growth')
    report([...at, 'growthFrom'], { code: 'inconsistent', expected: 'basis: growth beside it' });
  if (basis === 'growth' && ((measured ?? 'period') !== 'period' || targets !== undefined))
    report([...at, 'basis'], {
      code: 'inconsistent',
      expected: 'growth of one period on the one before, with one target',
    });
  checkWindow(component, at, checks);
  if (typeof payout === 'object' && 'matrix' in payout)
    checkMatrix(payout.matrix, [...at, 'payout', 'matrix'], checks);
}

/** Checks that a special bonus begins and ends with whole pay periods. */
function checkWindow(component: PlanComponent, at: Path, { report }: Report): void {
  const { fromMonth, toMonth, period, measured = 'period' } = component;
  if (fromMonth === undefined && toMonth === undefined) return;
  const months = MONTHS_IN[period];
  const wrong = (key: string, got: number, expected: string) =>
    report([...at, key], { code: 'inconsistent', got: showValue(got), expected });
  if (measured !== 'period')
    report([...at, 'measured'], {
      code: 'inconsistent',
      got: showValue(measured),
      expected: 'measured: period: a special bonus pays on the results of its own months',
    });
  if (fromMonth !== undefined && (fromMonth - 1) % months !== 0)
    wrong('fromMonth', fromMonth, `the first month of a ${period}: 1, ${1 + months}, ${1 + 2 * months}, ...`);
  if (toMonth !== undefined && toMonth % months !== 0)
    wrong('toMonth', toMonth, `the last month of a ${period}: ${months}, ${2 * months}, ...`);
  if (toMonth !== undefined && toMonth < (fromMonth ?? 1))
    wrong('toMonth', toMonth, `a month from fromMonth (${fromMonth}) on`);
}

function checkMultiplier(multiplier: Multiplier | undefined, at: Path, { report }: Report): void {
  if (multiplier === undefined) return;
  const { points } = multiplier;
  if (points.some((point, p) => p > 0 && point[0] < points[p - 1][0]))
    report([...at, 'points'], {
      code: 'inconsistent',
      got: showValue(points),
      expected: 'points in increasing order of the metric',
    });
}

function checkMatrix({ attainments, levels, payShares }: PayMatrix, at: Path, { report }: Report): void {
  if (!isRising(attainments))
    report([...at, 'attainments'], {
      code: 'inconsistent',
      got: showValue(attainments),
      expected: 'attainments in increasing order',
    });
  if (!isRising(levels) && !isRising([...levels].reverse()))
    report([...at, 'levels'], {
      code: 'inconsistent',
      got: showValue(levels),
      expected: 'levels from the worst to the best',
    });
  if (payShares.length !== attainments.length || payShares.some((row) => row.length !== levels.length))
    report([...at, 'payShares'], {
      code: 'inconsistent',
      got: `${payShares.length} rows of ${[...new Set(payShares.map((row) => row.length))].join(' or ')}`,
      expected: `${attainments.length} rows of ${levels.length}: one for each attainment, by level`,
    });
}

function isRising(values: readonly number[]): boolean {
  return values.every((value, i) => i === 0 || value > values[i - 1]);
}
