import { canonicalJson } from '../../core/canonicalJson.ts';
import { refuse } from '../../core/messages.ts';
import { MONTHS_IN, type PersonPlan, type PlanComponent } from '../../model/plan.ts';
import type { RevenueArm, RevenueScenario } from '../../scenario/scenario.ts';
import { plannersOf } from '../adapters/revenue/armRuns.ts';
import { CURVES, type CurveKind } from '../result/harmSplit.ts';

/** Cap of the capped curve, as a multiple of the target bonus. */
const CAP_SHARE = 2;

/** A plan of a planner with a bonus on metrics. */
export interface Bonus {
  readonly arm: RevenueArm;
  readonly pay: PersonPlan;
  readonly components: readonly PlanComponent[];
}

/** The planner whom both arms pay a bonus. */
export function personOf(scenario: RevenueScenario, other: string): string {
  const person = personPaidByBoth(scenario, other);
  if (person !== undefined) return person;
  return refuse([
    {
      code: 'usage',
      path: '--arm',
      got: other,
      expected: `an arm that pays a marketer a bonus on metrics, as ${scenario.reference} must, all the time`,
    },
  ]);
}

function personPaidByBoth(scenario: RevenueScenario, other: string): string | undefined {
  const arms = [armOf(scenario, scenario.reference), armOf(scenario, other)];
  if (arms.some(({ later }) => later !== undefined)) return undefined;
  return plannersOf(arms[0].world).find(({ name }) =>
    arms.every(({ pay }) => (pay[name]?.components?.length ?? 0) > 0),
  )?.name;
}

const armOf = (scenario: RevenueScenario, name: string) => scenario.arms.find((arm) => arm.name === name)!;

/**
 * Whether a plan is paid on other metrics than the reference, in the same company, and can be split from it.
 */
export function isSplittable(scenario: RevenueScenario, other: string): boolean {
  const person = personPaidByBoth(scenario, other);
  if (person === undefined) return false;
  const arms = [armOf(scenario, scenario.reference), armOf(scenario, other)];
  const components = arms.map(({ pay }) => pay[person].components!);
  const metrics = components.map((list) => [...new Set(list.map(({ metric }) => metric))].sort().join());
  const { horizonMonths } = arms[0].world;
  return (
    metrics[0] !== metrics[1] &&
    canonicalJson(arms[0].set) === canonicalJson(arms[1].set) &&
    components.flat().every((each) => targetOf(each) !== undefined && MONTHS_IN[each.period] <= horizonMonths)
  );
}

export function bonusOf(scenario: RevenueScenario, name: string, person: string): Bonus {
  const arm = armOf(scenario, name);
  const pay = arm.pay[person];
  const components = pay.components ?? [];
  const untargeted = components.find((component) => targetOf(component) === undefined);
  if (untargeted !== undefined)
    refuse([
      {
        code: 'usage',
        path: `plans.${arm.plan}.${person}`,
        got: untargeted.metric,
        expected: 'components with a target: a piece rate has none that could be easier',
      },
    ]);
  return { arm, pay, components };
}

export const targetOf = ({ target, targets }: PlanComponent) => targets?.[0] ?? target;

/** Pay of the reference's person with the components of a bonus on other targets and another curve. */
export function cellPay(
  reference: PersonPlan,
  { pay, components }: Bonus,
  honest: Readonly<Record<string, number>> | undefined,
  curve: CurveKind,
): PersonPlan {
  const payout = { cliff: 'cliff', capped: { linear: true, capShare: CAP_SHARE }, linear: 'linear' } as const;
  return {
    baseUsdPerYear: reference.baseUsdPerYear,
    bonusUsdPerYear: pay.bonusUsdPerYear,
    components: components.map((component) => {
      const { metric, period, weightShare, scope, each } = component;
      const target = Math.max(honest?.[metric] ?? targetOf(component)!, Number.MIN_VALUE);
      return {
        metric,
        period,
        weightShare,
        ...(scope === undefined ? {} : { scope }),
        ...(each === undefined ? {} : { each }),
        target,
        payout: payout[curve],
      };
    }),
  } as PersonPlan;
}

/** The one of three curves that most of a bonus is paid by. */
export function curveOf(components: readonly PlanComponent[]): CurveKind {
  const weights = { cliff: 0, capped: 0, linear: 0 };
  for (const { payout, weightShare = 0 } of components) {
    const isPlain = payout === 'linear' || (typeof payout === 'object' && 'linear' in payout);
    const isCapped = typeof payout === 'object' && (!('linear' in payout) || payout.capShare !== undefined);
    weights[payout === 'cliff' ? 'cliff' : isPlain && !isCapped ? 'linear' : 'capped'] += weightShare;
  }
  return CURVES.reduce((most, curve) => (weights[curve] > weights[most] ? curve : most));
}
