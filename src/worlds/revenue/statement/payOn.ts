import type { Issue } from '../../../core/errors.ts';
import { refuse, showValue } from '../../../core/messages.ts';
import { isDue, type MetricSlots, type PayComponent, payOf, periodsOf } from '../../../plans/payroll.ts';
import { leave, openAccount, settle } from '../../../plans/settlement.ts';
import { METRICS } from '../catalogue/metrics/index.ts';
import { compileMetric } from '../compile/metrics.ts';
import { compilePay } from '../compile/pay.ts';
import { COUNTER } from '../contract/counters.ts';
import { asPercent } from './asPercent.ts';
import type { Payee } from './payee.ts';
import { refuseParts } from './refuseParts.ts';
import { creditsLines, isAttainment, keyOf, OTHER_LINE, ResultBooks } from './resultBooks.ts';
import { isRatio, type ResultRow, type Results } from './results.ts';

/** What one person is paid for one period, in dollars. */
export interface PaidPeriod {
  readonly period: string;
  readonly baseUsd: number;
  /** Pay of each component whose own period ends here. */
  readonly components: readonly { readonly metric: string; readonly usd: number }[];
  readonly commissionUsd: number;
  /** What a guarantee adds. */
  readonly guaranteeUsd: number;
  /** Advanced beyond the commission; recovered of earlier advances; advances forgiven. */
  readonly drawUsd: number;
  readonly recoveredUsd: number;
  readonly forgivenUsd: number;
  /** Earned here and paid later; earned earlier and paid here; lost by leaving. */
  readonly deferredUsd: number;
  readonly releasedUsd: number;
  readonly forfeitedUsd: number;
  /** Commission that is paid back, since customers left. Nothing else is clawed back on paper. */
  readonly clawedBackUsd: number;
  readonly paidUsd: number;
  /** Draw that the person still has to earn after this period. */
  readonly balanceUsd: number;
}

/** Pay of one person on given results. */
export interface PayStatement {
  readonly periods: readonly PaidPeriod[];
  /** `owedUsd`: deferred pay that is due after the last period. */
  readonly total: { readonly earnedUsd: number; readonly paidUsd: number; readonly owedUsd: number };
  /** What a reader of the statement should know. */
  readonly notes: readonly string[];
}

/** When a person's results begin and end within the plan. */
export interface Service {
  /** Months of the plan year before the first row: of somebody who joined, or of an earlier statement. */
  readonly monthsBefore?: number;
  /** Whether the person leaves after the last row. */
  readonly leaves?: boolean;
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** Metric of each pair of slots, and that of bookings. */
const METRIC_OF = new Map(METRICS.map(({ id }) => [keyOf(compileMetric(id)), id]));
const BOOKINGS = METRIC_OF.get(keyOf({ numerator: COUNTER.bookingsUsd, denominator: -1 }))!;

/**
 * Payroll of one person on given results: nothing is simulated. It is the payroll by which everyone in a
 * company is paid. Quarters and years are counted from the first row, or from `monthsBefore` it.
 *
 * @throws InputError for results that lack a metric, are too coarse for the plan, or give a ratio in parts
 * @example payOn({ pay, mind: 'seller', quotaUsdPerMonth: 20_000 }, results).total.paidUsd
 */
export function payOn(payee: Payee, results: Results, service: Service = {}): PayStatement {
  const { pay, mind, quotaUsdPerMonth, people } = payee;
  refuseParts(pay);
  const compiled = compilePay(pay, mind, quotaUsdPerMonth, people);
  const { baseUsdPerMonth, deferralMonths } = compiled;
  const all = [...compiled.components, ...compiled.pooled];
  const rowMonths =
    results.kind === 'counted' ? Math.min(12, ...all.map(({ months }) => months)) : MONTHS[results.kind];
  const { monthsBefore = 0, leaves = false } = service;
  checkResults(all, rowMonths, monthsBefore, results, creditsLines(pay));
  const books = new ResultBooks(payee, results.rows, rowMonths, METRIC_OF, monthsBefore);
  const forfeits = pay.eligibility?.leavers === 'forfeit';
  const later = Math.ceil(deferralMonths / rowMonths);
  const account = openAccount();
  const deferred = new Array<number>(results.rows.length + later).fill(0);
  let owed = 0;
  const last = results.rows.length - 1;
  const sumOf = (some: readonly { readonly usd: number }[]) => some.reduce((sum, { usd }) => sum + usd, 0);
  const periods = results.rows.map(({ period }, row): PaidPeriod => {
    books.row = row;
    const isLeaving = leaves && row === last;
    const month = monthsBefore + (row + 1) * rowMonths - 1;
    const due = all.filter((component) => isDue(component, month) || (isLeaving && !forfeits));
    const paid = due.map((component) => ({ component, usd: payOf(component, books) }));
    const [commissions, bonuses] = [true, false].map((isCommission) =>
      paid.filter(({ component }) => component.followsQuota === isCommission),
    );
    const bonusUsd = sumOf(bonuses);
    const settled = settle(
      pay,
      {
        month,
        months: rowMonths,
        monthInJob: (row + 1) * rowMonths - 1,
        bonusUsd,
        commissionUsd: sumOf(commissions),
        commissionPeriods: commissions.length === 0 ? 0 : periodsOf(commissions[0].component, books),
      },
      account,
    );
    // A cap on all variable pay cuts every component in the same proportion.
    const kept = bonusUsd > 0 ? settled.bonusUsd / bonusUsd : 1;
    const deferredUsd = later > 0 ? settled.deferredUsd : 0;
    deferred[row + later] += deferredUsd;
    const releasedUsd = later > 0 ? deferred[row] : 0;
    owed += deferredUsd - releasedUsd;
    const forfeitedUsd = isLeaving ? owed : 0;
    owed -= forfeitedUsd;
    const forgivenUsd = settled.forgivenUsd + (isLeaving ? leave(pay, account) : 0);
    const baseUsd = baseUsdPerMonth * rowMonths;
    return {
      period,
      baseUsd,
      components: bonuses.map(({ component: { metric }, usd }) => ({ metric, usd: usd * kept })),
      commissionUsd: settled.commissionUsd,
      guaranteeUsd: settled.guaranteeUsd,
      drawUsd: settled.drawUsd,
      recoveredUsd: settled.recoveredUsd,
      forgivenUsd,
      deferredUsd,
      releasedUsd,
      forfeitedUsd,
      clawedBackUsd: books.clawedBackUsd,
      paidUsd: baseUsd + settled.dueUsd - deferredUsd + releasedUsd - books.clawedBackUsd,
      balanceUsd: account.drawBalanceUsd,
    };
  });
  const sumOfPeriods = (of: (period: PaidPeriod) => number) =>
    periods.reduce((sum, each) => sum + of(each), 0);
  const paidUsd = sumOfPeriods((each) => each.paidUsd);
  const advancedUsd = sumOfPeriods((each) => each.drawUsd - each.recoveredUsd);
  const lostUsd = sumOfPeriods((each) => each.forfeitedUsd + each.clawedBackUsd);
  const earnedUsd = paidUsd + owed + lostUsd - advancedUsd;
  return {
    periods,
    total: { earnedUsd, paidUsd, owedUsd: owed },
    notes: [...notesOf(all, rowMonths, service, books, results), ...columnNotes(pay, results)],
  };
}

/** Metrics that a component is paid on, those of its gates, factors and matrix included. */
function metricsOf({ metric, gates, terms }: PayComponent): string[] {
  const others: readonly MetricSlots[] = [
    ...gates,
    ...(terms?.factors ?? []),
    ...(terms?.table === undefined ? [] : [terms.table]),
  ];
  return [...new Set([metric, ...others.map((slots) => METRIC_OF.get(keyOf(slots))!)])];
}

function checkResults(
  components: readonly PayComponent[],
  rowMonths: number,
  monthsBefore: number,
  { rows }: Results,
  hasLines: boolean,
): void {
  const issues: Issue[] = [];
  const given = new Set(rows.flatMap(({ values }) => Object.keys(values)));
  // Parts of a ratio say nothing: it is needed once its first period is whole.
  const isDueOnce = (metric: string) =>
    !isRatio(metric) ||
    components.some(
      (component) =>
        metricsOf(component).includes(metric) && monthsBefore + rows.length * rowMonths >= component.months,
    );
  const isDerived = (metric: string) => isAttainment(compileMetric(metric)) && given.has(BOOKINGS);
  for (const metric of new Set(components.flatMap(metricsOf)))
    if (!given.has(metric) && !isDerived(metric) && isDueOnce(metric))
      issues.push({ code: 'missing', path: metric, expected: 'a column with values: this plan pays on it' });
  if (hasLines && !given.has(OTHER_LINE))
    issues.push({ code: 'missing', path: OTHER_LINE, expected: 'a column: commission credits a part of it' });
  for (const component of components) {
    const { metric, months } = component;
    const period = months === 1 ? 'month' : months === 3 ? 'quarter' : 'year';
    if (months % rowMonths !== 0 || monthsBefore % rowMonths !== 0)
      issues.push({
        code: 'inconsistent',
        path: metric,
        expected: `results of every ${period}: this plan pays on it by the ${period}`,
      });
    else
      for (const id of metricsOf(component).filter((each) => isRatio(each) && given.has(each)))
        issues.push(...checkRatio(id, period, months / rowMonths, monthsBefore / rowMonths, rows));
  }
  if (issues.length > 0) refuse(issues);
}

/** Checks that a ratio is given once for each of its periods, in the last row of it. */
function checkRatio(
  metric: string,
  period: string,
  length: number,
  before: number,
  rows: readonly ResultRow[],
): Issue[] {
  const wrong = rows.find(({ values }, row) => {
    const isDueHere = (before + row + 1) % length === 0;
    const isUnfinished = row >= rows.length - ((before + rows.length) % length);
    return metric in values ? !isDueHere && !isUnfinished : isDueHere;
  });
  if (wrong === undefined) return [];
  return [
    {
      code: 'inconsistent',
      path: `${metric} of ${wrong.period}`,
      got: showValue(wrong.values[metric] ?? ''),
      expected:
        `one value for every ${period}, in its last row, and none in the others: parts of a ratio cannot be ` +
        'added',
    },
  ];
}

function dollars(usd: number): string {
  return `$${usd.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
}

function notesOf(
  components: readonly PayComponent[],
  rowMonths: number,
  { monthsBefore = 0, leaves = false }: Service,
  books: ResultBooks,
  { rows }: Results,
): string[] {
  const notes: string[] = [];
  const months = monthsBefore + rows.length * rowMonths;
  books.row = rows.length - 1;
  for (const component of components) {
    if (months % component.months === 0) continue;
    if (leaves) {
      if (books.payee.pay.eligibility?.leavers === 'forfeit')
        notes.push(
          `The last ${component.months === 3 ? 'quarter' : 'year'} of ${component.metric} is forfeited by leaving.`,
        );
      continue;
    }
    const soFar = payOf(component, books);
    const earned = Number.isNaN(soFar) ? '' : `; pro rata it has earned ${dollars(soFar)} so far`;
    notes.push(
      `The last ${component.months === 3 ? 'quarter' : 'year'} of ${component.metric} is incomplete and not paid ` +
        `yet${earned}.`,
    );
  }
  if (months % MONTHS.year !== 0 && components.some(({ terms }) => terms?.isAgainstYear === true))
    notes.push('The plan year is incomplete: months without a row take the quota of the last row.');
  for (const metric of new Set(rows.flatMap(({ values }) => Object.keys(values)))) {
    const high = rows.find(({ values }) => asPercent(metric, values[metric]) !== undefined);
    if (high !== undefined)
      notes.push(`${metric} of ${high.period} is read as ${asPercent(metric, high.values[metric])}.`);
  }
  const used = new Set(components.flatMap(metricsOf));
  if (creditsLines(books.payee.pay)) used.add(OTHER_LINE);
  if ([...used].some((metric) => isAttainment(compileMetric(metric)))) used.add(BOOKINGS);
  const unused = [...new Set(rows.flatMap(({ values }) => Object.keys(values)))].filter(
    (metric) => !used.has(metric),
  );
  if (unused.length > 0) notes.push(`This plan does not pay on ${unused.join(', ')}.`);
  return notes;
}

/** What terms of a commission need to know besides the metrics. */
function columnNotes({ commission = {} }: Payee['pay'], { rows }: Results): string[] {
  const { windfall, churnClawbackShare, forecastMenu } = commission;
  const lacks = (key: keyof ResultRow) => rows.every((row) => row[key] === undefined);
  return [
    ...(windfall !== undefined && lacks('largeDealsUsd')
      ? ['The plan has a windfall clause, but the results have no large-deals column: no deal was reduced.']
      : []),
    ...(churnClawbackShare !== undefined && lacks('churnedUsd')
      ? [
          'The plan claws commission back, but the results have no churned-bookings column: nothing was ' +
            'paid back.',
        ]
      : []),
    ...(forecastMenu !== undefined && lacks('forecastUsd')
      ? ['The plan pays for forecasts, but the results have no forecast column: they are taken as the quota.']
      : []),
  ];
}
