import { ownValue } from '../../../core/ownValue.ts';
import { MONTHS_IN, type PersonPlan, type Plan } from '../../../model/plan.ts';
import type { MindKind } from '../../../model/role.ts';
import { commissionCurve } from '../../../plans/commissionCurve.ts';
import { componentCurve } from '../../../plans/componentCurve.ts';
import { type PayoutCurve, sumOfCurves } from '../../../plans/payoutCurve.ts';
import type { PayComponent } from '../../../plans/payroll.ts';
import { componentsOf, type NormalComponent } from '../catalogue/shorthands.ts';
import type { CompiledPay } from '../contract/company.ts';
import type { PersonValues } from '../contract/world.ts';
import { compileMetric } from './metrics.ts';

/** A person's pay under a plan; if the plan does not name them, their pay in the scenario. */
export function payOfPerson(plan: Plan, person: PersonValues): PersonPlan {
  return (
    ownValue(plan, person.name) ?? {
      baseUsdPerYear: person.baseUsdPerYear,
      commission: { rateShare: person.commissionShare },
    }
  );
}

/**
 * Compiles a person's pay for payroll: curves in dollars, metrics as ledger slots.
 *
 * @param quotaUsdPerMonth the scenario's quota, for which commission curves are compiled
 */
export function compilePay(pay: PersonPlan, mind: MindKind, quotaUsdPerMonth: number): CompiledPay {
  const all = componentsOf(pay, mind).map((component) => compileComponent(component, pay, quotaUsdPerMonth));
  const components = all.filter(({ scope }) => scope !== 'pool');
  return {
    baseUsdPerMonth: pay.baseUsdPerYear / 12,
    components,
    pooled: all.filter(({ scope }) => scope === 'pool'),
    valued: joinAlike(components),
    deferredShare: pay.deferral?.share ?? 0,
    deferralMonths: pay.deferral?.months ?? 0,
    clawbackShare: pay.clawback?.share ?? 0,
    clawbackMonths: pay.clawback?.months ?? 0,
  };
}

function compileComponent(component: NormalComponent, pay: PersonPlan, quotaUsd: number): PayComponent {
  const { metric, period, weightShare = 0, scope, payout, gates = [] } = component;
  const { numerator, denominator, lowerIsBetter } = compileMetric(metric);
  const bonus = pay.bonusUsdPerYear ?? 0;
  const isCommission = typeof payout === 'object' && 'commission' in payout;
  return {
    metric,
    numerator,
    denominator,
    months: MONTHS_IN[period],
    scope,
    curve: isCommission
      ? commissionCurve(payout.commission, quotaUsd)
      : componentCurve({ ...component, payout }, bonus, lowerIsBetter),
    followsQuota: isCommission,
    targetUsd: (bonus * weightShare * MONTHS_IN[period]) / 12,
    gates: gates.map((gate) => {
      const { lowerIsBetter: isCeiling, ...slots } = compileMetric(gate.metric);
      return { ...slots, level: gate.level, sign: isCeiling ? -1 : 1 };
    }),
  };
}

/**
 * Merges components on the same metric, period and gates into one with the sum of their curves. Valued
 * separately, their risks would count as independent, and splitting a component would raise its value.
 */
function joinAlike(components: readonly PayComponent[]): PayComponent[] {
  const groups = new Map<string, PayComponent[]>();
  for (const component of components) {
    const { numerator, denominator, months, gates } = component;
    const key = JSON.stringify([numerator, denominator, months, gates]);
    groups.set(key, [...(groups.get(key) ?? []), component]);
  }
  return [...groups.values()].map((alike) => (alike.length === 1 ? alike[0] : join(alike)));
}

function join(alike: readonly PayComponent[]): PayComponent {
  return {
    ...alike[0],
    curve: sumOfCurves(alike.map(({ curve }): PayoutCurve => curve)),
    targetUsd: alike.reduce((sum, { targetUsd }) => sum + targetUsd, 0),
  };
}
