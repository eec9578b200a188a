import { printable } from '../core/plainText.ts';
import type { CostAtGoal } from '../worlds/revenue/statement/costAtGoal.ts';
import type { PaidPeriod, PayStatement } from '../worlds/revenue/statement/payOn.ts';
import { centsUsd } from './terms.ts';
import { textTable } from './textLayout.ts';

/** A column of the statement. */
interface Column {
  readonly title: string;
  readonly of: (period: PaidPeriod) => number;
}

/** A pay statement as text: one line for each period, to the cent. */
export function renderStatement({
  plan,
  person,
  periods,
  total,
  notes,
  atGoal,
}: PayStatement & {
  readonly plan: string;
  readonly person: string;
  readonly atGoal: readonly CostAtGoal[];
}): string {
  const metrics = [...new Set(periods.flatMap(({ components }) => components.map(({ metric }) => metric)))];
  const ofMetric = (period: PaidPeriod, metric: string) =>
    period.components.reduce((sum, each) => sum + (each.metric === metric ? each.usd : 0), 0);
  const optional: readonly Column[] = [
    { title: 'commission', of: ({ commissionUsd }) => commissionUsd },
    { title: 'guarantee', of: ({ guaranteeUsd }) => guaranteeUsd },
    { title: 'draw', of: ({ drawUsd }) => drawUsd },
    { title: 'recovered', of: ({ recoveredUsd }) => -recoveredUsd },
    { title: 'deferred', of: ({ deferredUsd }) => -deferredUsd },
    { title: 'released', of: ({ releasedUsd }) => releasedUsd },
    { title: 'clawed back', of: ({ clawedBackUsd }) => -clawedBackUsd },
  ];
  const shown: readonly Column[] = [
    { title: 'base', of: ({ baseUsd }) => baseUsd },
    ...metrics.map((metric): Column => ({ title: metric, of: (period) => ofMetric(period, metric) })),
    ...optional.filter(({ of }) => periods.some((period) => of(period) !== 0)),
    { title: 'paid', of: ({ paidUsd }) => paidUsd },
  ];
  const rows = periods.map((period) => [period.period, ...shown.map(({ of }) => centsUsd(of(period)))]);
  const hasBalance = periods.some(({ balanceUsd }) => balanceUsd !== 0);
  if (hasBalance) for (const [i, { balanceUsd }] of periods.entries()) rows[i].push(centsUsd(balanceUsd));
  const sums = shown.map(({ of }) => centsUsd(periods.reduce((sum, period) => sum + of(period), 0)));
  const forfeitedUsd = periods.reduce((sum, each) => sum + each.forfeitedUsd, 0);
  const lines = [
    '',
    `Pay of ${printable(person)} under “${printable(plan)}” on the results given`,
    '',
    ...textTable(
      ['period', ...shown.map(({ title }) => title), ...(hasBalance ? ['balance'] : [])],
      [...rows, ['total', ...sums, ...(hasBalance ? [''] : [])]],
    ),
    '',
    ...(hasBalance ? [`Unrecovered draw: ${centsUsd(periods[periods.length - 1].balanceUsd)}.`] : []),
    ...(forfeitedUsd > 0 ? [`Forfeited by leaving: ${centsUsd(forfeitedUsd)} of deferred pay.`] : []),
    ...(total.owedUsd > 0 ? [`Owed after the last period: ${centsUsd(total.owedUsd)}.`] : []),
    ...(atGoal.some(({ usdPerYear }) => usdPerYear > 0) ? [goalInWords(atGoal)] : []),
    ...(isRounded(periods) ? ['Lines are rounded to the cent, totals are those of exact amounts.'] : []),
    ...notes.map((note) => `! ${note}`),
  ];
  return `${lines.join('\n').trimEnd()}\n\n`;
}

/** Whether the printed lines add up to other cents than the printed total. */
function isRounded(periods: readonly PaidPeriod[]): boolean {
  const cents = (usd: number) => Math.round(100 * usd);
  const printed = periods.reduce((sum, { paidUsd }) => sum + cents(paidUsd), 0);
  return printed !== cents(periods.reduce((sum, { paidUsd }) => sum + paidUsd, 0));
}

function goalInWords(atGoal: readonly CostAtGoal[]): string {
  const costs = atGoal.map(
    ({ share, usdPerYear }) => `${centsUsd(usdPerYear)} at ${Math.round(100 * share)}%`,
  );
  return `Annual variable pay, by attainment of every target and quota: ${costs.join(', ')}.`;
}
