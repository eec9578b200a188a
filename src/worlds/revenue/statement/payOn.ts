import type { Issue } from '../../../core/errors.ts';
import { refuse, showValue } from '../../../core/messages.ts';
import type { PersonPlan } from '../../../model/plan.ts';
import type { MindKind } from '../../../model/role.ts';
import { commissionCurve } from '../../../plans/commissionCurve.ts';
import type { PayoutCurve } from '../../../plans/payoutCurve.ts';
import { isDue, type MetricSlots, type PayBooks, type PayComponent, payOf } from '../../../plans/payroll.ts';
import { METRICS } from '../catalogue/metrics/index.ts';
import { compileMetric } from '../compile/metrics.ts';
import { compilePay } from '../compile/pay.ts';
import { isRatio, type ResultRow, type Results } from './results.ts';

/** What one person is paid for one period, in dollars. */
export interface PaidPeriod {
  readonly period: string;
  readonly baseUsd: number;
  /** Pay of each component whose own period ends here. */
  readonly components: readonly { readonly metric: string; readonly usd: number }[];
  readonly commissionUsd: number;
  /** Draws, forfeits and clawbacks are 0: no plan has the first two, and nothing is discovered on paper. */
  readonly drawUsd: number;
  readonly recoveredUsd: number;
  readonly forgivenUsd: number;
  /** Earned here and paid later; earned earlier and paid here. */
  readonly deferredUsd: number;
  readonly releasedUsd: number;
  readonly forfeitedUsd: number;
  readonly clawedBackUsd: number;
  readonly paidUsd: number;
  /** Owed to the person after this period. */
  readonly balanceUsd: number;
}

/** Pay of one person on given results. */
export interface PayStatement {
  readonly periods: readonly PaidPeriod[];
  readonly total: { readonly earnedUsd: number; readonly paidUsd: number; readonly owedUsd: number };
  /** What a reader of the statement should know. */
  readonly notes: readonly string[];
}

/** A person who is paid. */
export interface Payee {
  readonly pay: PersonPlan;
  readonly mind: MindKind;
  /** Monthly quota of one seller in the scenario, in dollars. */
  readonly quotaUsdPerMonth: number;
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** Metric of each pair of slots. */
const METRIC_OF = new Map(
  METRICS.map(({ id }) => {
    const { numerator, denominator } = compileMetric(id);
    return [keyOf({ numerator, denominator }), id];
  }),
);

function keyOf({ numerator, denominator }: MetricSlots): string {
  return `${numerator}/${denominator}`;
}

/**
 * Payroll of one person on given results: nothing is simulated. It is the payroll by which everyone in a
 * company is paid. Quarters and years are counted from the first row.
 *
 * @throws InputError for results that lack a metric, are too coarse for the plan, or give a ratio in parts
 * @example payOn({ pay, mind: 'seller', quotaUsdPerMonth: 20_000 }, results).total.paidUsd
 */
export function payOn(payee: Payee, results: Results): PayStatement {
  const { pay, mind, quotaUsdPerMonth } = payee;
  const { components, pooled, baseUsdPerMonth, deferredShare, deferralMonths } = compilePay(
    pay,
    mind,
    quotaUsdPerMonth,
  );
  const all = [...components, ...pooled];
  const rowMonths =
    results.kind === 'counted' ? Math.min(12, ...all.map(({ months }) => months)) : MONTHS[results.kind];
  checkResults(all, rowMonths, results);
  const books = new ResultBooks(payee, results.rows, rowMonths);
  const later = Math.ceil(deferralMonths / rowMonths);
  const deferred = new Array<number>(results.rows.length + later).fill(0);
  let owed = 0;
  const periods = results.rows.map(({ period }, row): PaidPeriod => {
    books.row = row;
    const month = (row + 1) * rowMonths - 1;
    const due = all.filter((component) => isDue(component, month));
    const paid = due.map((component) => ({ component, usd: payOf(component, books) }));
    const sumOf = (isCommission: boolean) =>
      paid.reduce((sum, { component, usd }) => sum + (component.followsQuota === isCommission ? usd : 0), 0);
    const [bonusUsd, commissionUsd] = [sumOf(false), sumOf(true)];
    const deferredUsd = later > 0 ? bonusUsd * deferredShare : 0;
    deferred[row + later] += deferredUsd;
    const releasedUsd = later > 0 ? deferred[row] : 0;
    owed += deferredUsd - releasedUsd;
    const baseUsd = baseUsdPerMonth * rowMonths;
    return {
      period,
      baseUsd,
      components: paid
        .filter(({ component }) => !component.followsQuota)
        .map(({ component: { metric }, usd }) => ({ metric, usd })),
      commissionUsd,
      drawUsd: 0,
      recoveredUsd: 0,
      forgivenUsd: 0,
      deferredUsd,
      releasedUsd,
      forfeitedUsd: 0,
      clawedBackUsd: 0,
      paidUsd: baseUsd + bonusUsd + commissionUsd - deferredUsd + releasedUsd,
      balanceUsd: owed,
    };
  });
  const paidUsd = periods.reduce((sum, each) => sum + each.paidUsd, 0);
  return {
    periods,
    total: { earnedUsd: paidUsd + owed, paidUsd, owedUsd: owed },
    notes: notesOf(all, rowMonths, results),
  };
}

/** Results as books from which a person is paid. */
class ResultBooks implements PayBooks {
  row = 0;
  private readonly payee: Payee;
  private readonly rows: readonly ResultRow[];
  private readonly rowMonths: number;

  constructor(payee: Payee, rows: readonly ResultRow[], rowMonths: number) {
    this.payee = payee;
    this.rows = rows;
    this.rowMonths = rowMonths;
  }

  valueOf(slots: MetricSlots, months: number): number {
    const metric = METRIC_OF.get(keyOf(slots))!;
    // A ratio is that of the whole period, in its last row.
    if (slots.denominator >= 0) return this.rows[this.row].values[metric];
    let sum = 0;
    for (let back = 0; back < months / this.rowMonths; back++)
      sum += this.rows[this.row - back].values[metric];
    return sum;
  }

  curveOf(component: PayComponent): PayoutCurve {
    const { quotaUsd } = this.rows[this.row];
    const { commission } = this.payee.pay;
    if (!component.followsQuota || quotaUsd === undefined || commission === undefined) return component.curve;
    return commissionCurve(commission, quotaUsd);
  }
}

/** Metrics that a component is paid on, its gates included. */
function metricsOf({ metric, gates }: PayComponent): string[] {
  return [metric, ...gates.map((gate) => METRIC_OF.get(keyOf(gate))!)];
}

function checkResults(components: readonly PayComponent[], rowMonths: number, { rows }: Results): void {
  const issues: Issue[] = [];
  const given = new Set(rows.flatMap(({ values }) => Object.keys(values)));
  for (const metric of new Set(components.flatMap(metricsOf)))
    if (!given.has(metric))
      issues.push({ code: 'missing', path: metric, expected: 'a column: this plan pays on it' });
  for (const component of components) {
    const { metric, months } = component;
    const period = months === 1 ? 'month' : months === 3 ? 'quarter' : 'year';
    if (months % rowMonths !== 0)
      issues.push({
        code: 'inconsistent',
        path: metric,
        expected: `results of every ${period}: this plan pays on it by the ${period}`,
      });
    else
      for (const id of metricsOf(component).filter((each) => isRatio(each) && given.has(each)))
        issues.push(...checkRatio(id, period, months / rowMonths, rows));
  }
  if (issues.length > 0) refuse(issues);
}

/** Checks that a ratio is given once for each of its periods, in the last row of it. */
function checkRatio(metric: string, period: string, length: number, rows: readonly ResultRow[]): Issue[] {
  const wrong = rows.find(({ values }, row) => {
    const isDueHere = (row + 1) % length === 0;
    const isUnfinished = row >= rows.length - (rows.length % length);
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

function notesOf(components: readonly PayComponent[], rowMonths: number, { rows }: Results): string[] {
  const notes: string[] = [];
  const left = components.filter(({ months }) => (rows.length * rowMonths) % months !== 0);
  for (const { metric, months } of left)
    notes.push(
      `The last ${months === 3 ? 'quarter' : 'year'} of ${metric} is not complete: nothing is paid for it yet.`,
    );
  const used = new Set(components.flatMap(metricsOf));
  const unused = [...new Set(rows.flatMap(({ values }) => Object.keys(values)))].filter(
    (metric) => !used.has(metric),
  );
  if (unused.length > 0) notes.push(`This plan does not pay on ${unused.join(', ')}.`);
  return notes;
}
