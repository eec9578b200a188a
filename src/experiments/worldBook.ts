import { canonicalJson } from '../core/canonicalJson.ts';
import type { BeliefTable } from '../worlds/revenue/beliefs.ts';
import type { Benchmark } from '../worlds/revenue/benchmark.ts';
import type { RevenueWorld } from '../worlds/revenue/world.ts';
import type { Executor } from './executor.ts';
import { believesNaively, type Studied, type Study } from './studies.ts';

/** What is known of each world, worked out once: beliefs about tactics, and the best company policy. */
export class WorldBook {
  private readonly beliefs = new Map<string, BeliefTable>();
  private readonly benchmarks = new Map<string, Benchmark>();

  /** Finds out what tactics do in worlds that are not known yet. */
  async learn(worlds: readonly RevenueWorld[], executor: Executor, onDone: () => boolean = () => true): Promise<void> {
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
    const study = (world: RevenueWorld): Study => ({ kind: 'benchmark', world, beliefs: this.beliefsOf(world) });
    await this.studyAll(worlds, this.benchmarks, benchmarkKey, study, 'benchmark', executor, () => true);
  }

  beliefsOf(world: RevenueWorld): BeliefTable {
    return known(this.beliefs.get(beliefKey(world)));
  }

  benchmarkOf(world: RevenueWorld): Benchmark {
    return known(this.benchmarks.get(benchmarkKey(world)));
  }

  private async studyAll<Kind extends 'beliefs' | 'benchmark'>(
    worlds: readonly RevenueWorld[],
    into: Map<string, NonNullable<Studied[Kind]>>,
    keyOf: (world: RevenueWorld) => string,
    studyOf: (world: RevenueWorld) => Study,
    kind: Kind,
    executor: Executor,
    onDone: () => boolean,
  ): Promise<void> {
    const unknown = new Map(worlds.map((world) => [keyOf(world), world] as const).filter(([key]) => !into.has(key)));
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

function beliefKey(world: RevenueWorld): string {
  return `${believesNaively(world)} ${physics(world)}`;
}

function benchmarkKey(world: RevenueWorld): string {
  return `${world.horizonMonths} ${beliefKey(world)} ${JSON.stringify(world.people.map((person) => person.effortCostUsdPerMonth))}`;
}

/** What of a world the effects of tactics depend on: not the people's character, not audits, not prices of gaming. */
function physics(world: RevenueWorld): string {
  const { people, tactics, governance, horizonMonths, ...rest } = world;
  void horizonMonths;
  return canonicalJson({
    rest,
    hasDirector: people.some((person) => person.role === 'marketing-director'),
    stage: governance.stage,
    visibility: governance.leadVisibility,
    noise: governance.visibleScoreNoiseSd,
    voice: governance.salesVoiceShare,
    followUp: [governance.followUpShare, governance.followUpOrder],
    tactics: Object.fromEntries(
      Object.entries(tactics).map(([id, { hoursPerMonth, elasticity, carryOverDays }]) => [
        id,
        { hoursPerMonth, elasticity, carryOverDays },
      ]),
    ),
  });
}
