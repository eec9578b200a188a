import type { Scenario } from '../../scenario/scenario.ts';
import type { Beliefs } from '../../worlds/revenue/contract/beliefs.ts';
import type { Executor } from '../executors/executor.ts';
import { inlineExecutor } from '../executors/inline.ts';
import { keepingExecutor } from '../executors/keeping.ts';
import { splittingExecutor } from '../executors/splitting.ts';
import type { AssumptionTest, Bundle } from '../result/bundle.ts';
import { NearestPreparation } from '../running/nearestPreparation.ts';
import { PreparationCache } from '../running/preparationCache.ts';
import { recommended, testAssumptions } from './assumptions.ts';
import { chosenArms } from './chosenArms.ts';
import { type CompareOptions, compare } from './compare.ts';
import type { Tell } from './progress.ts';

/** Replicates that one thread plays together in a first estimate. */
const RUNS_TOGETHER = 2;

/**
 * A cache around {@link compare}: effects of work in each world, people's behaviour under each plan, and the
 * runs of every arm. After a change only the arms that it touches are simulated. Results are those of
 * {@link compare}, bit for bit.
 *
 * @example
 * const session = new Session();
 * await session.compare(parseScenario(text), { replicates: 25 });
 * await session.compare(parseScenario(text, { set }), { replicates: 25 }); // plays changed arms only
 */
export class Session {
  private readonly cache: PreparationCache;
  private readonly executor: Executor;

  /** @param cache preparation of worlds to begin with */
  constructor(executor: Executor = inlineExecutor, cache = new PreparationCache()) {
    this.executor = keepingExecutor(executor);
    this.cache = cache;
  }

  /**
   * A first estimate of a comparison: people act on cached beliefs about the latest similar world and plan,
   * and nothing is measured anew.
   *
   * @returns undefined if nothing similar is cached
   */
  async preview(
    scenario: Scenario,
    options: Omit<CompareOptions, 'cache' | 'executor'> = {},
  ): Promise<Bundle | undefined> {
    if (scenario.kind !== 'revenue') return undefined;
    const nearest = new NearestPreparation(this.cache);
    const names = chosenArms(scenario, options.arms);
    if (!nearest.covers(scenario.arms.filter(({ name }) => names.includes(name)))) return undefined;
    const executor = splittingExecutor(this.executor, RUNS_TOGETHER);
    return compare(scenario, { ...options, cache: nearest, executor });
  }

  /** Cached effects of work in a scenario's company, as the first arm has it whose company was measured. */
  beliefsIn(scenario: Scenario): Beliefs | undefined {
    if (scenario.kind !== 'revenue') return undefined;
    for (const { world } of scenario.arms) {
      const known = this.cache.knownBeliefs(world);
      if (known !== undefined) return known;
    }
    return undefined;
  }

  /**
   * Tests the weakest assumptions behind the difference of the recommended arm from the reference, each at
   * both ends of its range.
   *
   * @param bundle result of {@link Session.compare} for this scenario
   * @param limit maximum number of assumptions
   * @param tell takes the tests done and all tests; false stops
   */
  async tests(
    scenario: Scenario,
    { answer, seed }: Bundle,
    limit: number,
    tell: Tell,
  ): Promise<readonly AssumptionTest[]> {
    const tested = recommended(scenario, answer);
    if (tested === undefined) return [];
    const options = { outcome: tested.outcome, limit, seed, executor: this.executor, tell };
    return (await testAssumptions(scenario, tested.contrasts, options)).tests;
  }

  /** Like {@link compare}, with the cache. */
  compare(scenario: Scenario, options: Omit<CompareOptions, 'cache' | 'executor'> = {}): Promise<Bundle> {
    return compare(scenario, { ...options, cache: this.cache, executor: this.executor });
  }
}
