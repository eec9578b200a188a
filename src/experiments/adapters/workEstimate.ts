import type { RevenueArm, Scenario, TextbookArm } from '../../scenario/scenario.ts';
import { hasOneOwner, peopleWith } from '../../worlds/revenue/compile/roles.ts';
import type { RevenueWorld } from '../../worlds/revenue/contract/world.ts';
import { potentialLeadsPerDay } from '../../worlds/revenue/engine/market/market.ts';
import { beliefKinds } from '../../worlds/revenue/preparation/measureBeliefs.ts';
import { beliefKey, ownerKey, policyKey } from '../running/preparationKeys.ts';
import type { Wanted } from './adapter.ts';
import { isPaidBonus } from './revenue/armRuns.ts';

/**
 * Seconds of one core per unit of work, fitted to 120 random companies of 1 to 1,000 sellers and 2 to 100,000
 * leads a month. Estimates were 0.5 to 1.8 times the measured time.
 */
const SECONDS = { day: 2.3e-6, lead: 0.12e-6, sellerDay: 0.053e-6, prospect: 1.1e-6 } as const;
/** Seconds per month in which a person decides how to work and game; measured 0 to 2.1 ms. */
const SECONDS_A_DECISION = 0.25e-3;
/** Seconds per agent and metric of a run of a textbook world, and per response of its agents. */
const SECONDS_A_METRIC = 1e-6;
const SECONDS_A_RESPONSE = 0.01;

/** Runs that answer a question, and the months of each: medians of the shipped scenarios. */
const BELIEFS = { runs: 32 * 40, months: 6 } as const;
const BENCHMARK = { runs: 16 * 11, months: 12 } as const;
const ARRANGEMENT = { runs: 24 * 110, months: 12 } as const;
/** For each marketer of a department, until all have settled under a plan; measured 700 to 1,400 runs. */
const SETTLING = { runs: 800, months: 12 } as const;

/** Arms to run, with their counterfactuals. */
export interface PlannedWork {
  readonly arms: readonly string[];
  readonly wanted: Wanted;
  readonly replicates: number;
}

/** Estimates computing time from the size of a scenario, before any of it is run. */
export class WorkEstimate {
  private readonly prepared = new Set<string>();

  /**
   * Seconds of one core that arms take, preparation included; work that this object was asked about before is
   * not counted again.
   *
   * @example new WorkEstimate().seconds(scenario, { arms, wanted: () => 'all', replicates: 200 }) // 55
   */
  seconds(scenario: Scenario, { arms, wanted, replicates }: PlannedWork): number {
    const isChosen = ({ name }: { readonly name: string }) => arms.includes(name);
    return scenario.kind === 'revenue'
      ? sum(scenario.arms.filter(isChosen), (arm) => this.companySeconds(arm, wanted, replicates))
      : sum(scenario.arms.filter(isChosen), (arm) => textbookSeconds(arm, wanted, replicates));
  }

  private companySeconds(arm: RevenueArm, wanted: Wanted, replicates: number): number {
    const { world } = arm;
    const choosing = choosingIn(arm);
    const counterfactuals = wanted(arm.name);
    const preparation =
      this.once(`beliefs ${beliefKey(world)}`, BELIEFS, world, beliefKinds(world).length) +
      (hasOneOwner(world) ? this.once(`owner ${ownerKey(arm)}`, ARRANGEMENT, world) : 0) +
      this.settlingSeconds(arm) +
      (counterfactuals === 'all' ? this.once(`benchmark ${policyKey(world)}`, BENCHMARK, world) : 0);
    const runs = { none: 1, gaming: 2, all: 3 }[counterfactuals];
    const decisions = choosing * world.horizonMonths;
    const own = playSeconds(world, world.horizonMonths);
    return preparation + replicates * (runs * own + decisions * SECONDS_A_DECISION);
  }

  /** Seconds in which several marketers settle under the plan of an arm; 0 for one of them alone. */
  settlingSeconds(arm: RevenueArm): number {
    const people = choosingIn(arm);
    return people > 1 ? this.once(`settling ${ownerKey(arm)}`, SETTLING, arm.world, people) : 0;
  }

  /** Work of a question that is asked once per key. */
  private once(
    key: string,
    { runs, months }: { readonly runs: number; readonly months: number },
    world: RevenueWorld,
    times = 1,
  ): number {
    if (this.prepared.has(key)) return 0;
    this.prepared.add(key);
    return times * runs * playSeconds(world, Math.min(months, world.horizonMonths));
  }
}

/** Number of marketers whom an arm pays a bonus. */
function choosingIn(arm: RevenueArm): number {
  return peopleWith(arm.world, 'planner').filter((person) => isPaidBonus(arm, person)).length;
}

/** Seconds of one core in which a company is simulated once, without people's decisions. */
function playSeconds(world: RevenueWorld, months: number): number {
  const { calendar, channels, sales } = world;
  const days = (calendar.warmUpMonths + months) * calendar.daysPerMonth + calendar.tailDays;
  const sellerDays = sales.reps * days;
  const hours = Math.min(24, sales.sellingHoursPerDay * sales.effortMaxShare);
  const prospects = sales.prospectingHours > 0 ? (sellerDays * hours) / sales.prospectingHours : 0;
  return (
    days * SECONDS.day +
    days * sum(channels, (channel) => potentialLeadsPerDay(world, channel)) * SECONDS.lead +
    sellerDays * SECONDS.sellerDay +
    prospects * SECONDS.prospect
  );
}

function textbookSeconds({ name, world, pay }: TextbookArm, wanted: Wanted, replicates: number): number {
  const runs = { none: 1, gaming: 2, all: 3 }[wanted(name)];
  const [plan] = Object.values(pay);
  const metrics = Math.max(1, plan?.components?.length ?? 0);
  return runs * (SECONDS_A_RESPONSE + replicates * (world.agents ?? 1) * metrics * SECONDS_A_METRIC);
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
