import { ownValue } from '../../../core/ownValue.ts';
import type { LaterOf, RevenueArm } from '../../../scenario/scenario.ts';
import type { LaterPlan } from '../../../worlds/revenue/compile/company.ts';
import { hasSalesGames } from '../../../worlds/revenue/compile/people.ts';
import { asOwnPay, hasOneOwner, peopleWith, runsAsOneMind } from '../../../worlds/revenue/compile/roles.ts';
import type { Named } from '../../../worlds/revenue/contract/parts.ts';
import type { PersonValues, RevenueWorld } from '../../../worlds/revenue/contract/world.ts';
import { unpaid } from '../../../worlds/revenue/preparation/benchmark.ts';
import { usualWork } from '../../../worlds/revenue/preparation/usualWork.ts';
import { type PreparationCache, plansOf } from '../../running/preparationCache.ts';
import type { RevenueRun } from '../../tasks/runSpec.ts';

/** Preparation that an arm's world requires. */
type Prepared = Pick<PreparationCache, 'beliefsOf' | 'benchmarkOf' | 'habitsOf'>;

/** Builds the runs behind the arms of a company. */
export class ArmRunMaker {
  private readonly cache: Prepared;
  private readonly named: Named;

  /** @param named people and parts with outcomes of their own */
  constructor(cache: Prepared, named: Named) {
    this.cache = cache;
    this.named = named;
  }

  /** The arm's own people under its plan. */
  own(arm: RevenueArm): RevenueRun {
    if (runsAsOneMind(arm.world))
      return { ...this.benchmark(arm), name: arm.name, pay: arm.pay, ...laterOf(arm) };
    const plain = this.settled(arm);
    const planners = plannersOf(arm.world);
    const isHonest = planners.length > 0 && planners.every(({ motive }) => motive === 'honest');
    return isHonest && hasBonus(arm)
      ? { ...plain, world: asOwnPay(arm.world), policy: { motive: 'honest' } }
      : plain;
  }

  /** The same people without gaming; undefined if nobody could game and no owner rearranges the company. */
  honest(arm: RevenueArm): RevenueRun | undefined {
    const planners = plannersOf(arm.world);
    const isOneMind = runsAsOneMind(arm.world);
    const canGame = planners.some(
      (person) => person.motive === 'scripted' || (person.motive === 'own-pay' && isPaidBonus(arm, person)),
    );
    const hasGames = !isOneMind && hasSalesGames(arm.world, plansOf(arm));
    if (!canGame && !hasGames && !hasOneOwner(arm.world)) return undefined;
    return {
      ...this.plain(arm),
      name: `${arm.name} (no gaming)`,
      world: asOwnPay(arm.world),
      policy: { motive: 'honest', ...(hasGames ? { sellersHonest: true } : {}) },
    };
  }

  /**
   * The best company policy found, with planners on a salary of 0 (it is charged the arm's expected pay
   * afterwards), or what its people do without gaming if that is better.
   */
  benchmark(arm: RevenueArm): RevenueRun {
    const { world, policy, pay = unpaid(arm.world) } = this.cache.benchmarkOf(arm);
    const { later } = arm;
    return {
      ...this.plain(arm),
      name: `${arm.name} (benchmark)`,
      world,
      pay: { ...arm.pay, ...pay },
      ...(later && { later: { ...changeOf(later), pay: { ...later.pay, ...pay } } }),
      policy,
    };
  }

  /** The people of an arm, with their beliefs under its plans. */
  private settled(arm: RevenueArm): RevenueRun {
    const { world, pay, later } = arm;
    const { beliefs } = this.cache.habitsOf(world, pay);
    if (later === undefined) return { ...this.plain(arm), beliefs };
    const then = this.cache.habitsOf(world, later.pay).beliefs;
    const usual = {
      before: usualWork(world, pay, beliefs),
      after: usualWork(world, later.pay, then),
    };
    return { ...this.plain(arm), beliefs, later: { ...changeOf(later), beliefs: then, usual } };
  }

  private plain(arm: RevenueArm): RevenueRun {
    return {
      kind: 'revenue',
      name: arm.name,
      world: arm.world,
      pay: arm.pay,
      ...laterOf(arm),
      beliefs: this.cache.beliefsOf(arm.world),
      policy: {},
      signing: this.cache.beliefsOf(arm.today ?? arm.world).signing,
      named: this.named,
    };
  }
}

/** Everybody in a world who plans their work and may game the metrics of their plan. */
export function plannersOf(world: RevenueWorld): PersonValues[] {
  return peopleWith(world, 'planner');
}

/** Whether a person is paid on metrics under a plan of an arm. */
export function isPaidBonus(arm: RevenueArm, { name }: PersonValues): boolean {
  return plansOf(arm).some((pay) => (ownValue(pay, name)?.components?.length ?? 0) > 0);
}

function hasBonus(arm: RevenueArm): boolean {
  return plannersOf(arm.world).some((person) => isPaidBonus(arm, person));
}

/** The plan that replaces the first one, as a run plays it. */
export function laterOf({ later }: RevenueArm): { readonly later?: LaterPlan } {
  return later === undefined ? {} : { later: changeOf(later) };
}

function changeOf({ fromMonth, pay, beliefs }: LaterOf): LaterPlan {
  return { fromMonth, pay, ...(beliefs === undefined ? {} : { isLearnt: true }) };
}
