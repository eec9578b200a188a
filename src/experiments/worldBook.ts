import { canonicalJson } from '../core/canonicalJson.ts';
import type { RevenueArm } from '../scenario/scenario.ts';
import type { BeliefTable } from '../worlds/revenue/beliefs.ts';
import { type Benchmark, undisturbed } from '../worlds/revenue/benchmark.ts';
import { rulesOfWork } from '../worlds/revenue/governanceParameters.ts';
import { type Arranged, arranged } from '../worlds/revenue/owner.ts';
import type { RevenueWorld } from '../worlds/revenue/world.ts';
import type { Executor } from './executor.ts';
import { believesNaively, type Studied, type Study } from './studies.ts';

/** What is known of each world, worked out once: beliefs about tactics, the best company policy, and how its owner arranges it. */
export class WorldBook {
  private readonly beliefs = new Map<string, BeliefTable>();
  private readonly benchmarks = new Map<string, Benchmark>();
  private readonly arrangements = new Map<string, Arranged>();

  /** Finds out what tactics do in worlds that are not known yet. */
  async learn(
    worlds: readonly RevenueWorld[],
    executor: Executor,
    onDone: () => boolean = () => true,
  ): Promise<void> {
    await this.studyAll(
      worlds,
      this.beliefs,
      beliefKey,
      (world) => ({ kind: 'beliefs', world }),
      'beliefs',
      executor,
      onDone,
    );
  }

  /** Finds the best policy of companies that are not known yet; their beliefs must be. */
  async findBenchmarks(worlds: readonly RevenueWorld[], executor: Executor): Promise<void> {
    const study = (world: RevenueWorld): Study => ({
      kind: 'benchmark',
      world: undisturbed(world),
      beliefs: this.beliefsOf(world),
    });
    await this.studyAll(worlds, this.benchmarks, benchmarkKey, study, 'benchmark', executor);
  }

  /** The arms as those who own marketing and sales arrange them; others as they are. */
  async arrangedBy(
    arms: readonly RevenueArm[],
    executor: Executor,
  ): Promise<readonly { arm: RevenueArm; arrangement?: Arranged }[]> {
    await this.studyAll(
      arms.filter(({ world }) => hasOneOwner(world)),
      this.arrangements,
      ownerKey,
      ({ world, pay }) => ({ kind: 'arrangement', world, pay }),
      'arrangement',
      executor,
    );
    return arms.map((arm) => {
      if (!hasOneOwner(arm.world)) return { arm };
      const arrangement = known(this.arrangements.get(ownerKey(arm)));
      return { arm: { ...arm, world: arranged(arm.world, arrangement) }, arrangement };
    });
  }

  beliefsOf(world: RevenueWorld): BeliefTable {
    return known(this.beliefs.get(beliefKey(world)));
  }

  /** What one mind would decide, in the arm's own world. */
  benchmarkOf(world: RevenueWorld): Benchmark {
    const { world: best, policy } = known(this.benchmarks.get(benchmarkKey(world)));
    const { leadVisibility } = best.governance;
    const own = undisturbed(world);
    return { world: { ...own, governance: { ...own.governance, leadVisibility } }, policy };
  }

  /** Studies what is not known yet, once for all items of the same key. */
  private async studyAll<Item, Kind extends 'beliefs' | 'benchmark' | 'arrangement'>(
    items: readonly Item[],
    into: Map<string, NonNullable<Studied[Kind]>>,
    keyOf: (item: Item) => string,
    studyOf: (item: Item) => Study,
    kind: Kind,
    executor: Executor,
    onDone: () => boolean = () => true,
  ): Promise<void> {
    const unknown = new Map(
      items.map((item) => [keyOf(item), item] as const).filter(([key]) => !into.has(key)),
    );
    const keys = [...unknown.keys()];
    let done = 0;
    await executor.study([...unknown.values()].map(studyOf), (studied) => {
      into.set(keys[done++], studied[kind]!);
      return onDone();
    });
  }
}

function known<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('the book was not opened for this world');
  return found;
}

/** Whether somebody in a world owns marketing and sales, and decides for their own pay. */
export function hasOneOwner(world: RevenueWorld): boolean {
  return (
    world.governance.owner === 'one' &&
    world.people.some(
      ({ role, motive }) => role === 'marketing-director' && (motive === 'own-pay' || motive === 'honest'),
    )
  );
}

function ownerKey({ world, pay }: RevenueArm): string {
  return canonicalJson([world, pay]);
}

function beliefKey(world: RevenueWorld): string {
  return `${believesNaively(world)} ${physics(world)}`;
}

function benchmarkKey(world: RevenueWorld): string {
  // Nobody games in it, nobody is replaced, and no board moves money: the rest of governance does not matter.
  const people = world.people.map((person) => [
    person.role,
    person.effortCostUsdPerMonth,
    person.baseUsdPerYear,
    person.foresightMonths,
    person.discountSharePerMonth,
    person.riskAversionPerUsd,
  ]);
  return `${world.horizonMonths} ${beliefKey(world)} ${JSON.stringify(people)}`;
}

/** What of a world the effects of tactics depend on: not the people's character, not audits, not prices of gaming. */
function physics(world: RevenueWorld): string {
  const { people, tactics, governance, horizonMonths, ...rest } = world;
  void horizonMonths;
  return canonicalJson({
    rest,
    commission: people.map(({ role, commissionShare }) => [role, commissionShare]),
    hasDirector: people.some((person) => person.role === 'marketing-director'),
    governance: rulesOfWork(governance),
    // How much of a tactic is possible says at which amounts its effect is measured; its price is part of what marketing spends. Own effort and severity are for who chooses.
    tactics: Object.entries(tactics).map(([id, { effortUsdEach, severity, ...effect }]) => [id, effect]),
  });
}
