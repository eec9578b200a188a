import { canonicalJson } from '../../core/canonicalJson.ts';
import type { Plan } from '../../model/plan.ts';
import type { RevenueArm } from '../../scenario/scenario.ts';
import { peopleWith, tacticsOn } from '../../worlds/revenue/compile/roles.ts';
import { rulesOfWork } from '../../worlds/revenue/contract/rulesOfWork.ts';
import type { RevenueWorld } from '../../worlds/revenue/contract/world.ts';
import { beliefKinds } from '../../worlds/revenue/preparation/measureBeliefs.ts';

/** Whom a plan pays on which metrics. */
export function paidOn(pay: Plan): string {
  return canonicalJson(
    Object.entries(pay).map(([person, { components = [] }]) => [
      person,
      components.map(({ metric, period }) => [metric, period]),
    ]),
  );
}

export function ownerKey({ world, pay }: Pick<RevenueArm, 'world' | 'pay'>): string {
  return canonicalJson([world, pay]);
}

export function beliefKey(world: RevenueWorld): string {
  return `${beliefKinds(world).join()} ${physics(world)}`;
}

/**
 * Cache key of a company policy. Under it nobody games, no planner is replaced and no board moves money,
 * so governance that acts only after the fact is left out.
 */
export function policyKey(world: RevenueWorld): string {
  const people = world.people.map((person) => [
    person.role,
    person.place,
    person.effortCostUsdPerMonth,
    person.baseUsdPerYear,
    person.foresightMonths,
    person.discountSharePerMonth,
    person.riskAversionPerUsd,
  ]);
  return `${world.horizonMonths} ${beliefKey(world)} ${JSON.stringify(people)}`;
}

/**
 * Cache key of the effects of work. Leaves out the horizon, people's traits, and governance that acts only
 * after the fact, such as audits.
 *
 * `maxScale` and the price of a gaming tactic change the measured effects. The person's effort for it and its
 * severity change only the choice, so they are left out.
 */
function physics(world: RevenueWorld): string {
  const { people, tactics, governance, horizonMonths, ...rest } = world;
  void horizonMonths;
  return canonicalJson({
    rest,
    people: people.map(({ role, place, commissionShare, hoursPerMonth, count }) => [
      role,
      place,
      commissionShare,
      hoursPerMonth ?? null,
      count ?? null,
    ]),
    tacticsOn: peopleWith(world, 'planner').map(tacticsOn),
    governance: rulesOfWork(governance),
    tactics: Object.entries(tactics).map(([id, { effortUsdEach, severity, ...effect }]) => [id, effect]),
  });
}
