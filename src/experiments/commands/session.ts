import type { Scenario } from '../../scenario/scenario.ts';
import type { Executor } from '../executors/executor.ts';
import { inlineExecutor } from '../executors/inline.ts';
import { keepingExecutor } from '../executors/keeping.ts';
import type { Bundle } from '../result/bundle.ts';
import { NearestPreparation } from '../running/nearestPreparation.ts';
import { PreparationCache } from '../running/preparationCache.ts';
import { chosenArms } from './chosenArms.ts';
import { type CompareOptions, compare } from './compare.ts';

/**
 * Keeps what is known between one comparison and the next: what work does in each world, people's habits
 * under each plan, and the runs of every arm that a change does not touch. Results are those of
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

  /** @param cache what is known of worlds from elsewhere */
  constructor(executor: Executor = inlineExecutor, cache = new PreparationCache()) {
    this.executor = keepingExecutor(executor);
    this.cache = cache;
  }

  /**
   * A first picture of a comparison, from beliefs of the nearest world and plan that are known: nothing is
   * measured. The numbers are provisional.
   *
   * @returns undefined if too little is known
   */
  async preview(
    scenario: Scenario,
    options: Omit<CompareOptions, 'cache' | 'executor'> = {},
  ): Promise<Bundle | undefined> {
    if (scenario.kind !== 'revenue') return undefined;
    const nearest = new NearestPreparation(this.cache);
    const names = chosenArms(scenario, options.arms);
    if (!nearest.covers(scenario.arms.filter(({ name }) => names.includes(name)))) return undefined;
    return compare(scenario, { ...options, cache: nearest, executor: this.executor });
  }

  /** Like {@link compare}, with what is known from before. */
  compare(scenario: Scenario, options: Omit<CompareOptions, 'cache' | 'executor'> = {}): Promise<Bundle> {
    return compare(scenario, { ...options, cache: this.cache, executor: this.executor });
  }
}
