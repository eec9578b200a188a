import type { ArmResult } from '../experiments/result/bundle.ts';
import { formatUsd, formatValue, quoted, titleOf } from './format.ts';
import { joined } from './words.ts';

/** Mean effort in each task of a textbook world, with the task's name and whether it is gaming. */
export function effortsOf(
  arm: ArmResult,
  resolved: Readonly<Record<string, unknown>>,
): { task: string; effort: number; gaming: boolean }[] {
  const tasks = (resolved.tasks ?? {}) as Readonly<Record<string, { readonly gaming?: boolean }>>;
  return Object.entries(arm.outcomes).flatMap(([id, { mean }]) =>
    id.startsWith('effort_')
      ? [
          {
            task: id.slice('effort_'.length),
            effort: mean,
            gaming: tasks[id.slice('effort_'.length)]?.gaming === true,
          },
        ]
      : [],
  );
}

/** Clause on the effort of each agent under an arm, the value to the firm and the pay of all agents. */
export function effortSentence(arm: ArmResult): string {
  const parts = Object.entries(arm.outcomes).flatMap(([id, { mean }]) =>
    id.startsWith('effort_')
      ? [`${formatValue(mean, 'units')} into ${titleOf(id.slice('effort_'.length))}`]
      : [],
  );
  const list = joined(parts);
  const usd = (id: string) => formatUsd(arm.outcomes[id]?.mean ?? 0);
  const paid = gamingPay(arm);
  return (
    `under ${quoted(arm.name)} each agent puts ${list}. The firm gets ${usd('valueUsd')} of value ` +
    `and pays ${usd('payUsd')}${paid === undefined ? '' : `: ${paid}`}.`
  );
}

/** The part of pay earned by gaming, if worth mentioning. */
export function gamingPay(arm: ArmResult): string | undefined {
  const hollow = arm.outcomes.hollowPayUsd?.mean ?? 0;
  const pay = arm.outcomes.payUsd?.mean ?? 0;
  return hollow > 0.005 * Math.abs(pay) ? `${formatUsd(hollow)} of pay was for gaming` : undefined;
}
