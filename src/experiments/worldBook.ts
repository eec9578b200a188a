import { canonicalJson } from '../core/canonicalJson.ts';
import type { BeliefTable } from '../worlds/revenue/beliefs.ts';
import { type Benchmark, findBenchmark } from '../worlds/revenue/benchmark.ts';
import { measureBeliefs } from '../worlds/revenue/measureBeliefs.ts';
import type { RevenueWorld } from '../worlds/revenue/world.ts';

/** What is known of each world, worked out once: beliefs about tactics, and the best company policy. */
export class WorldBook {
  private readonly beliefs = new Map<string, BeliefTable>();
  private readonly benchmarks = new Map<string, Benchmark>();

  beliefsOf(world: RevenueWorld): BeliefTable {
    const naive = world.people.some((person) => person.role === 'marketing-director' && person.beliefs === 'naive');
    const key = `${naive} ${physics(world)}`;
    let table = this.beliefs.get(key);
    if (table === undefined) {
      table = measureBeliefs(world, naive);
      this.beliefs.set(key, table);
    }
    return table;
  }

  benchmarkOf(world: RevenueWorld): Benchmark {
    const key = `${world.horizonMonths} ${physics(world)} ${JSON.stringify(world.people.map((person) => person.effortCostUsdPerMonth))}`;
    let benchmark = this.benchmarks.get(key);
    if (benchmark === undefined) {
      benchmark = findBenchmark(world, this.beliefsOf(world));
      this.benchmarks.set(key, benchmark);
    }
    return benchmark;
  }
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
    tactics: Object.fromEntries(
      Object.entries(tactics).map(([id, { hoursPerMonth, elasticity, carryOverDays }]) => [
        id,
        { hoursPerMonth, elasticity, carryOverDays },
      ]),
    ),
  });
}
