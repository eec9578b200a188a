import { canonicalJson } from '../../core/canonicalJson.ts';
import type { Plan } from '../../model/plan.ts';
import type { RevenueArm } from '../../scenario/scenario.ts';
import { hasOneOwner, peopleWith, tacticsOn } from '../../worlds/revenue/compile/roles.ts';
import type { Beliefs } from '../../worlds/revenue/contract/beliefs.ts';
import { rulesOfWork } from '../../worlds/revenue/contract/rulesOfWork.ts';
import type { RevenueWorld } from '../../worlds/revenue/contract/world.ts';
import { type Benchmark, undisturbed } from '../../worlds/revenue/preparation/benchmark.ts';
import type { SettledBeliefs } from '../../worlds/revenue/preparation/interplay.ts';
import { beliefKinds } from '../../worlds/revenue/preparation/measureBeliefs.ts';
import { type Arranged, arranged } from '../../worlds/revenue/preparation/ownerChoice.ts';
import { promisedBy, withPromises } from '../../worlds/revenue/preparation/promiseWorth.ts';
import type { Executor } from '../executors/executor.ts';
import type { Findings, Question } from '../tasks/preparation.ts';

/** An arm in the world as its owner arranged it, with that arrangement. */
export interface ArrangedArm {
  readonly arm: RevenueArm;
  readonly arrangement?: Arranged;
}

/** Largest bonus that is kept, in dollars, by person, under an arm's plan and under the later one. */
export interface Promises {
  readonly worths: Readonly<Record<string, number>>;
  readonly laterWorths: Readonly<Record<string, number>>;
}

/** What the promises of an arm's plans are worth. */
export function promisesOf(
  { pay, later }: RevenueArm,
  worthsOf: (pay: Plan) => Readonly<Record<string, number>>,
): Promises {
  return { worths: worthsOf(pay), laterWorths: later === undefined ? {} : worthsOf(later.pay) };
}

/** An arm whose promised bonuses are kept up to what each is worth. */
export function settled(arm: RevenueArm, { worths, laterWorths }: Promises): RevenueArm {
  if (Object.keys(worths).length + Object.keys(laterWorths).length === 0) return arm;
  const { later } = arm;
  return {
    ...arm,
    pay: withPromises(arm.pay, worths),
    ...(later === undefined ? {} : { later: { ...later, pay: withPromises(later.pay, laterWorths) } }),
  };
}

/** Results of preparing worlds, computed once for all arms that share a world. */
export class PreparationCache {
  private readonly beliefs = new Map<string, Beliefs>();
  private readonly benchmarks = new Map<string, Benchmark>();
  private readonly arrangements = new Map<string, Arranged>();
  private readonly habits = new Map<string, SettledBeliefs>();
  private readonly promises = new Map<string, Readonly<Record<string, number>>>();

  /** Measures the effects of work in worlds where they are not yet known; `onDone` returns false to stop. */
  async measureBeliefs(
    worlds: readonly RevenueWorld[],
    executor: Executor,
    onDone: () => boolean = () => true,
  ): Promise<void> {
    const open = unknown(worlds, beliefKey, this.beliefs);
    const questions = open.map(([, world]): Question => ({ kind: 'beliefs', world }));
    await ask(questions, executor, ({ beliefs }, i) => {
      this.beliefs.set(open[i][0], beliefs!);
      return onDone();
    });
  }

  /** Finds missing benchmarks; beliefs of these worlds must be known. */
  async findBenchmarks(worlds: readonly RevenueWorld[], executor: Executor): Promise<void> {
    const open = unknown(worlds, benchmarkKey, this.benchmarks);
    const questions = open.map(
      ([, world]): Question => ({
        kind: 'benchmark',
        world: undisturbed(world),
        beliefs: this.beliefsOf(world),
      }),
    );
    await ask(questions, executor, ({ benchmark }, i) => {
      this.benchmarks.set(open[i][0], benchmark!);
      return true;
    });
  }

  /** Arms as the owners of marketing and sales arrange them; arms without an owner are unchanged. */
  async arrange(arms: readonly RevenueArm[], executor: Executor): Promise<readonly ArrangedArm[]> {
    const owned = arms.filter(({ world }) => hasOneOwner(world));
    const open = unknown(owned, ownerKey, this.arrangements);
    const questions = open.map(([, { world, pay }]): Question => ({ kind: 'arrangement', world, pay }));
    await ask(questions, executor, ({ arrangement }, i) => {
      this.arrangements.set(open[i][0], arrangement!);
      return true;
    });
    return arms.map((arm) => {
      if (!hasOneOwner(arm.world)) return { arm };
      const arrangement = found(this.arrangements.get(ownerKey(arm)));
      return { arm: { ...arm, world: arranged(arm.world, arrangement) }, arrangement };
    });
  }

  /** What promised bonuses of arms are worth to keep; beliefs of these worlds must be known. */
  async settlePromises(arms: readonly RevenueArm[], executor: Executor): Promise<readonly Promises[]> {
    const promises = arms.flatMap(({ world, pay, later }) =>
      [pay, ...(later === undefined ? [] : [later.pay])].flatMap((plan) =>
        promisedBy(plan).length > 0 ? [{ world, pay: plan }] : [],
      ),
    );
    const open = unknown(promises, ownerKey, this.promises);
    const questions = open.map(
      ([, { world, pay }]): Question => ({ kind: 'promises', world, pay, beliefs: this.beliefsOf(world) }),
    );
    await ask(questions, executor, ({ worths }, i) => {
      this.promises.set(open[i][0], worths!);
      return true;
    });
    const worthsOf = (world: RevenueWorld, pay: Plan) =>
      promisedBy(pay).length > 0 ? found(this.promises.get(ownerKey({ world, pay }))) : {};
    return arms.map((arm) => promisesOf(arm, (pay) => worthsOf(arm.world, pay)));
  }

  /** What people come to believe under the plans of arms; beliefs of these worlds must be known. */
  async settleHabits(arms: readonly RevenueArm[], executor: Executor): Promise<void> {
    const plans = arms.flatMap(({ world, pay, later }) =>
      [pay, ...(later === undefined ? [] : [later.pay])].map((plan) => ({ world, pay: plan })),
    );
    const open = unknown(plans, ownerKey, this.habits);
    const questions = open.map(
      ([, { world, pay }]): Question => ({ kind: 'habits', world, pay, beliefs: this.beliefsOf(world) }),
    );
    await ask(questions, executor, ({ habits }, i) => {
      this.habits.set(open[i][0], habits!);
      return true;
    });
  }

  /** What people believe under a plan, interplay included. */
  habitsOf(world: RevenueWorld, pay: Plan): SettledBeliefs {
    return found(this.habits.get(ownerKey({ world, pay })));
  }

  beliefsOf(world: RevenueWorld): Beliefs {
    return found(this.beliefs.get(beliefKey(world)));
  }

  /** One-mind benchmark in an arm's own world: the best policy found, and what sellers see under it. */
  benchmarkOf(world: RevenueWorld): Benchmark {
    const { world: best, policy } = found(this.benchmarks.get(benchmarkKey(world)));
    const { leadVisibility } = best.governance;
    const own = undisturbed(world);
    return { world: { ...own, governance: { ...own.governance, leadVisibility } }, policy };
  }
}

/** Items without an entry, one for each key. */
function unknown<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  known: ReadonlyMap<string, unknown>,
): (readonly [key: string, item: Item])[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).entries()].filter(([key]) => !known.has(key));
}

async function ask(
  tasks: readonly Question[],
  executor: Executor,
  take: (findings: Findings, i: number) => boolean,
): Promise<void> {
  let i = 0;
  await executor.run({ kind: 'question', common: undefined, tasks }, (findings) => take(findings, i++));
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('this world was not prepared');
  return value;
}

export function ownerKey({ world, pay }: Pick<RevenueArm, 'world' | 'pay'>): string {
  return canonicalJson([world, pay]);
}

export function beliefKey(world: RevenueWorld): string {
  return `${beliefKinds(world).join()} ${physics(world)}`;
}

/**
 * Cache key of a benchmark. Under a benchmark nobody games, no planner is replaced and no board moves money,
 * so governance that acts only after the fact is left out.
 */
export function benchmarkKey(world: RevenueWorld): string {
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
