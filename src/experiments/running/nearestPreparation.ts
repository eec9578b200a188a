import type { Plan } from '../../model/plan.ts';
import type { RevenueArm } from '../../scenario/scenario.ts';
import type { Beliefs } from '../../worlds/revenue/contract/beliefs.ts';
import type { RevenueWorld } from '../../worlds/revenue/contract/world.ts';
import type { SettledBeliefs } from '../../worlds/revenue/preparation/interactions.ts';
import { PreparationCache, plansOf } from './preparationCache.ts';

/**
 * Approximate preparation for a first estimate, from the cache alone. In a world that was not measured people
 * hold the beliefs of the latest one. Under a plan that was not solved they behave as under the latest plan
 * that pays the same people on the same metrics.
 */
export class NearestPreparation extends PreparationCache {
  private readonly known: PreparationCache;

  constructor(known: PreparationCache) {
    super();
    this.known = known;
  }

  /** Whether everything that these arms need is known, or something near enough to it. */
  covers(arms: readonly RevenueArm[]): boolean {
    return (
      this.known.arrangesNone(arms) &&
      this.known.lastBeliefs !== undefined &&
      arms.every((arm) => plansOf(arm).every((pay) => this.settled(arm.world, pay) !== undefined))
    );
  }

  override async measureBeliefs(): Promise<void> {}

  override async settleHabits(): Promise<void> {}

  override beliefsOf(world: RevenueWorld): Beliefs {
    return this.known.knownBeliefs(world) ?? this.known.lastBeliefs!;
  }

  override habitsOf(world: RevenueWorld, pay: Plan): SettledBeliefs {
    return this.settled(world, pay)!;
  }

  private settled(world: RevenueWorld, pay: Plan): SettledBeliefs | undefined {
    return this.known.knownHabits(world, pay) ?? this.known.lastHabits(pay);
  }
}
