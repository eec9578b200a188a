import { ownValue } from '../../../core/ownValue.ts';
import { LEDGERS } from '../../../model/metric.ts';
import { layoutOf } from '../../../worlds/revenue/catalogue/counters.ts';
import { METRICS } from '../../../worlds/revenue/catalogue/metrics/index.ts';
import { tenureOutcomesOf } from '../../../worlds/revenue/catalogue/outcomes/people.ts';
import { compileCompany } from '../../../worlds/revenue/compile/company.ts';
import { compileMetric } from '../../../worlds/revenue/compile/metrics.ts';
import { inLedger } from '../../../worlds/revenue/contract/slots.ts';
import { planCostAtGoal } from '../../../worlds/revenue/statement/costAtGoal.ts';
import type { ArmStory } from '../../result/bundle.ts';
import type { Column } from '../../running/column.ts';
import { plansOf } from '../../running/preparationCache.ts';
import type { ArmBooks } from './armBooks.ts';
import { plannersOf } from './armRuns.ts';
import { incentivesOf, workSinceMonth } from './incentives.ts';

/** Monthly metrics in the three ledgers, tenure of planners, and their incentives to game. */
export function storyOf(books: ArmBooks, column: Column): ArmStory {
  const { arm, own, beliefs } = books;
  const planners = plannersOf(arm.world);
  const paid = planners.flatMap(({ name }) =>
    plansOf(arm).flatMap((pay) => ownValue(pay, name)?.components ?? []),
  );
  // Incentives are explained for a single plan and from runs: arms whose plan changes have no explanation.
  const incentives =
    arm.later === undefined && books.completed > 0
      ? incentivesOf(compileCompany(arm.world, arm.pay, beliefs), books, (id) => column(own, id))
      : [];
  return {
    motive: planners[0]?.motive ?? 'own-pay',
    tenure: { survivalShare: survivalOf(books, column) },
    monthly: monthlyOf(books),
    ...(incentives.length === 0 ? {} : { incentives }),
    ...workAfter(books),
    paidOn: [...new Set(paid.map((component) => component.metric))],
    ...(arm.later === undefined ? { payAtGoal: planCostAtGoal(arm.world, arm.pay) } : {}),
  };
}

/** Hours after the change of plans, if there is one and somebody plans their work. */
function workAfter(books: ArmBooks): Pick<ArmStory, 'workAfterChange'> {
  const { arm, beliefs, since, completed } = books;
  if (since === undefined || completed === 0) return {};
  return { workAfterChange: workSinceMonth(compileCompany(arm.world, arm.pay, beliefs), books, since) };
}

function monthlyOf({ arm, monthSums, completed }: ArmBooks): ArmStory['monthly'] {
  const slots = layoutOf(arm.world.slices);
  const months = Array.from({ length: arm.world.horizonMonths }, (_, month) => month);
  return Object.fromEntries(
    METRICS.flatMap(({ id, unit, title }) => {
      const { numerator, denominator } = compileMetric(id);
      const sum = (month: number, slot: number, ledger: number) =>
        monthSums[month * slots.size + inLedger(slots, slot, ledger)];
      const bottom = (month: number, ledger: number) =>
        denominator < 0 ? completed : sum(month, denominator, ledger);
      // A ratio with a zero denominator in any month is omitted, not reported as 0.
      const isUndefined =
        denominator >= 0 && LEDGERS.some((_, ledger) => months.some((month) => !(bottom(month, ledger) > 0)));
      if (isUndefined) return [];
      const [reported, truth, sound] = LEDGERS.map((_, ledger) =>
        months.map((month) =>
          bottom(month, ledger) > 0 ? sum(month, numerator, ledger) / bottom(month, ledger) : 0,
        ),
      );
      return [[id, { unit, title, reported, true: truth, sound }] as const];
    }),
  );
}

/** Share of seats still held by their first holder after each month. */
function survivalOf({ arm, own, completed }: ArmBooks, column: Column): number[] {
  const planners = plannersOf(arm.world);
  const exits = planners.map(({ name }) => {
    const ids = tenureOutcomesOf(name);
    const [tenure, dismissed] = [column(own, ids.tenure), column(own, ids.dismissed)];
    return (month: number) => {
      let left = 0;
      for (let i = 0; i < tenure.length; i++) if (dismissed[i] === 1 && tenure[i] <= month + 1) left++;
      return left;
    };
  });
  return Array.from({ length: arm.world.horizonMonths }, (_, month) => {
    const left = exits.reduce((sum, exit) => sum + exit(month), 0);
    return planners.length > 0 && completed > 0 ? 1 - left / (completed * planners.length) : 1;
  });
}
