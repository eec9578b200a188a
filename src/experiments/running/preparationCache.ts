import type { Plan } from '../../model/plan.ts';
import type { RevenueArm } from '../../scenario/scenario.ts';
import { asOwnPay, hasOneOwner, runsAsOneMind } from '../../worlds/revenue/compile/roles.ts';
import type { Beliefs } from '../../worlds/revenue/contract/beliefs.ts';
import type { RevenueWorld } from '../../worlds/revenue/contract/world.ts';
import { type Benchmark, undisturbed } from '../../worlds/revenue/preparation/benchmark.ts';
import type { SettledBeliefs } from '../../worlds/revenue/preparation/interactions.ts';
import { beliefKinds } from '../../worlds/revenue/preparation/measureBeliefs.ts';
import {
  type MeasuredPart,
  partsOfEffects,
  withEffects,
} from '../../worlds/revenue/preparation/measureEffects.ts';
import { type Arranged, arranged } from '../../worlds/revenue/preparation/ownerChoice.ts';
import { promisedBy, withPromises } from '../../worlds/revenue/preparation/promiseWorth.ts';
import type { Executor } from '../executors/executor.ts';
import type { Findings, Question } from '../tasks/preparation.ts';
import { beliefKey, ownerKey, paidOn, policyKey } from './preparationKeys.ts';

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
  private readonly policies = new Map<string, Benchmark>();
  private readonly benchmarks = new Map<string, Benchmark>();
  private readonly arrangements = new Map<string, Arranged>();
  private readonly habits = new Map<string, SettledBeliefs>();
  private readonly promises = new Map<string, Readonly<Record<string, number>>>();
  /** The habits settled last, by whom they pay on what. */
  private readonly latest = new Map<string, SettledBeliefs>();
  /** The effects measured last. */
  lastBeliefs: Beliefs | undefined;

  /**
   * Measures ordinary months and the effects of work in worlds where they are not yet known, the effects of
   * each world in parts. `onDone` is called after each world; it returns false to stop.
   */
  async measureBeliefs(
    worlds: readonly RevenueWorld[],
    executor: Executor,
    onDone: () => boolean = () => true,
  ): Promise<void> {
    const open = new Map(worlds.map((world) => [beliefKey(world), world]));
    for (const key of this.beliefs.keys()) open.delete(key);
    const ordinary = new Map<string, Beliefs>();
    await complete(
      ordinary,
      [...open.values()],
      {
        keyOf: beliefKey,
        questionOf: (world) => ({ kind: 'ordinary', world }),
        answerOf: (findings) => findings.ordinary,
      },
      executor,
    );
    const asked = [...ordinary].map(([key, beliefs]) => {
      const world = open.get(key)!;
      return { key, world, beliefs, parts: partsOfEffects(world, beliefs, beliefKinds(world)) };
    });
    let at = 0;
    let measured: MeasuredPart[] = [];
    await executor.run(
      {
        kind: 'question',
        common: undefined,
        tasks: asked.flatMap(({ world, beliefs, parts }) =>
          parts.map((part): Question => ({ kind: 'effects', world, beliefs, part })),
        ),
      },
      ({ effects }) => {
        const { key, beliefs, parts } = asked[at];
        measured.push(found(effects));
        if (measured.length < parts.length) return true;
        this.lastBeliefs = withEffects(beliefs, measured);
        this.beliefs.set(key, this.lastBeliefs);
        measured = [];
        at++;
        return onDone();
      },
    );
  }

  /**
   * Finds missing benchmarks; beliefs of these worlds must be known. Arms in worlds that are alike share the
   * search for a policy; each compares it with what its own people do without gaming.
   */
  async findBenchmarks(arms: readonly RevenueArm[], executor: Executor): Promise<void> {
    await complete(
      this.policies,
      arms.map(({ world }) => world),
      {
        keyOf: policyKey,
        questionOf: (world) => ({
          kind: 'benchmark',
          world: undisturbed(world),
          beliefs: this.beliefsOf(world),
        }),
        answerOf: ({ benchmark }) => benchmark,
      },
      executor,
    );
    await complete(
      this.benchmarks,
      arms.filter(hasOwnCandidate),
      {
        keyOf: ownerKey,
        questionOf: (arm) => ({
          kind: 'arm-benchmark',
          benchmark: this.policyOf(arm.world),
          people: { world: asOwnPay(arm.world), pay: arm.pay },
          beliefs: this.beliefsOf(arm.world),
        }),
        answerOf: ({ benchmark }) => benchmark,
      },
      executor,
    );
  }

  /** Arms as the owners of marketing and sales arrange them; arms without an owner are unchanged. */
  async arrange(arms: readonly RevenueArm[], executor: Executor): Promise<readonly ArrangedArm[]> {
    await complete(
      this.arrangements,
      arms.filter(({ world }) => hasOneOwner(world)),
      {
        keyOf: ownerKey,
        questionOf: ({ world, pay }) => ({ kind: 'arrangement', world, pay }),
        answerOf: ({ arrangement }) => arrangement,
      },
      executor,
    );
    return arms.map((arm) => {
      if (!hasOneOwner(arm.world)) return { arm };
      const arrangement = found(this.arrangements.get(ownerKey(arm)));
      return { arm: { ...arm, world: arranged(arm.world, arrangement) }, arrangement };
    });
  }

  /** What promised bonuses of arms are worth to keep; beliefs of these worlds must be known. */
  async settlePromises(arms: readonly RevenueArm[], executor: Executor): Promise<readonly Promises[]> {
    await complete(
      this.promises,
      underPlans(arms).filter(({ pay }) => promisedBy(pay).length > 0),
      {
        keyOf: ownerKey,
        questionOf: ({ world, pay }) => ({ kind: 'promises', world, pay, beliefs: this.beliefsOf(world) }),
        answerOf: ({ worths }) => worths,
      },
      executor,
    );
    const worthsOf = (world: RevenueWorld, pay: Plan) =>
      promisedBy(pay).length > 0 ? found(this.promises.get(ownerKey({ world, pay }))) : {};
    return arms.map((arm) => promisesOf(arm, (pay) => worthsOf(arm.world, pay)));
  }

  /** Adds interactions to beliefs, for each plan of the arms; beliefs of these worlds must be known. */
  async settleHabits(arms: readonly RevenueArm[], executor: Executor): Promise<void> {
    await complete(
      this.habits,
      underPlans(arms),
      {
        keyOf: ownerKey,
        questionOf: ({ world, pay }) => ({ kind: 'habits', world, pay, beliefs: this.beliefsOf(world) }),
        answerOf: ({ habits }) => habits,
      },
      executor,
    );
    for (const { world, pay } of underPlans(arms)) this.latest.set(paidOn(pay), this.habitsOf(world, pay));
  }

  /** Effects in a world, if they were measured; habits under a plan, if they were settled. */
  knownBeliefs(world: RevenueWorld): Beliefs | undefined {
    return this.beliefs.get(beliefKey(world));
  }

  knownHabits(world: RevenueWorld, pay: Plan): SettledBeliefs | undefined {
    return this.habits.get(ownerKey({ world, pay }));
  }

  /** Habits settled last under a plan that pays the same people on the same metrics. */
  lastHabits(pay: Plan): SettledBeliefs | undefined {
    return this.latest.get(paidOn(pay));
  }

  /** Whether no owner arranges these companies, nobody acts for all, and no promised bonus is weighed. */
  arrangesNone(arms: readonly RevenueArm[]): boolean {
    return arms.every(
      (arm) =>
        !hasOneOwner(arm.world) &&
        !runsAsOneMind(arm.world) &&
        plansOf(arm).every((pay) => promisedBy(pay).length === 0),
    );
  }

  /** Beliefs under a plan, interactions included. */
  habitsOf(world: RevenueWorld, pay: Plan): SettledBeliefs {
    return found(this.habits.get(ownerKey({ world, pay })));
  }

  beliefsOf(world: RevenueWorld): Beliefs {
    return found(this.beliefs.get(beliefKey(world)));
  }

  /**
   * One-mind benchmark of an arm: the best policy found and what sellers see under it, or the pay
   * under which its people do better without gaming.
   */
  benchmarkOf(arm: RevenueArm): Benchmark {
    return hasOwnCandidate(arm) ? found(this.benchmarks.get(ownerKey(arm))) : this.policyOf(arm.world);
  }

  /** The best policy found in a world, and what sellers see under it. */
  private policyOf(world: RevenueWorld): Benchmark {
    const { world: best, policy } = found(this.policies.get(policyKey(world)));
    const { leadVisibility } = best.governance;
    const own = undisturbed(world);
    return { world: { ...own, governance: { ...own.governance, leadVisibility } }, policy };
  }
}

/** How an item is asked about, and which of the findings answers it. */
interface Asked<Item, Answer> {
  readonly keyOf: (item: Item) => string;
  readonly questionOf: (item: Item) => Question;
  readonly answerOf: (findings: Findings) => Answer | undefined;
}

/**
 * Completes a table of answers: asks one question for each key that is missing.
 *
 * @param goesOn called after each answer; false stops
 */
async function complete<Item, Answer>(
  known: Map<string, Answer>,
  items: readonly Item[],
  { keyOf, questionOf, answerOf }: Asked<Item, Answer>,
  executor: Executor,
  goesOn: () => boolean = () => true,
): Promise<void> {
  const open = [...new Map(items.map((item) => [keyOf(item), item])).entries()].filter(
    ([key]) => !known.has(key),
  );
  let i = 0;
  await executor.run(
    { kind: 'question', common: undefined, tasks: open.map(([, item]) => questionOf(item)) },
    (findings) => {
      known.set(open[i++][0], found(answerOf(findings)));
      return goesOn();
    },
  );
}

/** The world of each arm with each of its plans. */
function underPlans(arms: readonly RevenueArm[]): Pick<RevenueArm, 'world' | 'pay'>[] {
  return arms.flatMap((arm) => plansOf(arm).map((pay) => ({ world: arm.world, pay })));
}

/** Whether an arm's own people are a candidate for its benchmark: not one mind, nor under a changing plan. */
function hasOwnCandidate({ world, later }: RevenueArm): boolean {
  return later === undefined && !runsAsOneMind(world);
}

/** The plans of an arm in chronological order. */
export function plansOf({ pay, later }: RevenueArm): Plan[] {
  return later === undefined ? [pay] : [pay, later.pay];
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('this world was not prepared');
  return value;
}
