import type { Plan } from '../../../model/plan.ts';
import { luckKey } from '../../../random/luck.ts';
import { certaintyEquivalentOf } from '../../../statistics/certaintyEquivalentOf.ts';
import { netOutcomeOf } from '../catalogue/outcomes/people.ts';
import { compileCompany } from '../compile/company.ts';
import { outcomeValue } from '../contract/outcome.ts';
import type { RevenueWorld } from '../contract/world.ts';
import { SharedMarket } from '../engine/sharedMarket.ts';
import { measureBeliefs } from './measureBeliefs.ts';
import { readinessSpread } from './readinessSpread.ts';

const SEED = 'owner';
const REPLICATES = 24;
/** Months for which the owner tries an arrangement out in their head. */
const MONTHS = 12;
/** Steps in which the definition is moved, in standard deviations of readiness. */
const STEPS_SD = [0.5, 0.25];
/** The same, on the way back to the least change that is worth as much. */
const FINEST_SD = 0.125;
/** Beyond so many deviations nothing or everything is passed. */
const MOST_SD = 3;
/** Dollars a year for which it is worth to an owner to change what is in force. */
const NOTICEABLE_USD = 100;

/** What one owner of marketing and sales decides besides their own work. */
export interface Arrangement {
  /** Score from which leads are passed. */
  readonly sqlBar: number;
  readonly leadVisibility: RevenueWorld['governance']['leadVisibility'];
  readonly followUpOrder: RevenueWorld['governance']['followUpOrder'];
}

/** An arrangement, and what it is worth to the owner. */
export interface Arranged extends Arrangement {
  /**
   * Dollars a year, or a shorter horizon, by which the owner's certainty equivalent is higher than under what
   * was in force.
   */
  readonly gainUsd: number;
}

/**
 * How somebody who owns marketing and sales arranges the two: from which score leads are passed, whether
 * sellers see it, and what they do first in a day.
 *
 * It is the arrangement that is worth most to the owner under their plan: the certainty equivalent of a
 * year's pay less the costs that they bear, over runs on luck of their own in which everybody, the owner
 * included, then chooses as they always do. The search starts from what is in force, which is changed for no
 * less than a hundred dollars a year: first what sellers see and do first, then the definition, by ever
 * smaller steps, and back as far as that costs less than as much. It finds a local optimum, and looks at
 * nothing but what the plan pays for.
 */
export function arrange(world: RevenueWorld, pay: Plan): Arranged {
  const inForce: Arrangement = {
    sqlBar: world.marketing.sqlBar,
    leadVisibility: world.governance.leadVisibility,
    followUpOrder: world.governance.followUpOrder,
  };
  const worthOf = worthOfArrangements(world, pay);
  const better = (candidates: readonly Arrangement[], than: Arrangement): Arrangement =>
    candidates.reduce(
      (best, candidate) => (worthOf(candidate) > worthOf(best) + NOTICEABLE_USD ? candidate : best),
      than,
    );
  let best = inForce;
  if (world.governance.leadVisibility !== 'readiness')
    best = better(
      (['label', 'score'] as const).map((leadVisibility) => ({ ...inForce, leadVisibility })),
      best,
    );
  const seen = best;
  best = better(
    (['deals-first', 'leads-first'] as const).map((followUpOrder) => ({ ...seen, followUpOrder })),
    best,
  );
  const spread = readinessSpread(world);
  best = moveDefinition(best, inForce.sqlBar, spread, better);
  const chosen = leastChange(
    best,
    inForce,
    spread * FINEST_SD,
    (candidate) => worthOf(candidate) >= worthOf(best) - NOTICEABLE_USD,
  );
  return { ...chosen, gainUsd: worthOf(chosen) - worthOf(inForce) };
}

/** The world under an arrangement. */
export function arranged(
  world: RevenueWorld,
  { sqlBar, leadVisibility, followUpOrder }: Arrangement,
): RevenueWorld {
  return {
    ...world,
    marketing: { ...world.marketing, sqlBar },
    governance: { ...world.governance, leadVisibility, followUpOrder },
  };
}

/** Moves the definition as long as that is better, by ever smaller steps. */
function moveDefinition(
  start: Arrangement,
  inForce: number,
  spread: number,
  better: (candidates: readonly Arrangement[], than: Arrangement) => Arrangement,
): Arrangement {
  let best = start;
  for (const step of STEPS_SD) {
    for (let hasMoved = true; hasMoved; ) {
      const from = best;
      const next = better(
        [-step, step].map((by) => ({ ...from, sqlBar: from.sqlBar + by * spread })),
        from,
      );
      hasMoved = next !== from && Math.abs(next.sqlBar - inForce) <= MOST_SD * spread;
      if (hasMoved) best = next;
    }
  }
  return best;
}

/**
 * The arrangement whose definition is nearest to what is in force, of those on the way there from the best
 * one that are as good to the owner. By halves: what lies between two that are as good is taken to be so too.
 */
function leastChange(
  best: Arrangement,
  inForce: Arrangement,
  step: number,
  isAsGood: (candidate: Arrangement) => boolean,
): Arrangement {
  const way = inForce.sqlBar - best.sqlBar;
  const all = Math.ceil(Math.abs(way) / step);
  const after = (steps: number): Arrangement => ({
    ...best,
    sqlBar: steps >= all ? inForce.sqlBar : best.sqlBar + Math.sign(way) * steps * step,
  });
  let good = 0;
  let bad = all + 1;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (isAsGood(after(middle))) good = middle;
    else bad = middle;
  }
  return after(good);
}

/** What a year under each arrangement is worth to the owner, in dollars: each is worked out once. */
function worthOfArrangements(world: RevenueWorld, pay: Plan): (arrangement: Arrangement) => number {
  const year: RevenueWorld = { ...world, horizonMonths: Math.min(MONTHS, world.horizonMonths) };
  const known = new Map<string, number>();
  return (arrangement) => {
    const key = JSON.stringify(arrangement);
    const found = known.get(key) ?? worthOfYear(arranged(year, arrangement), pay);
    known.set(key, found);
    return found;
  };
}

function worthOfYear(world: RevenueWorld, pay: Plan): number {
  const company = compileCompany(world, pay, measureBeliefs(world));
  const owner = company.planners.find(({ role }) => role.isHead);
  if (owner === undefined) throw new Error('a company with one owner needs a head of marketing');
  const alone = new SharedMarket([company]);
  const outcomes = new Float64Array(company.outcomes.length);
  const incomes = Float64Array.from({ length: REPLICATES }, (_, replicate) => {
    alone.meet(luckKey(SEED, replicate));
    alone.run(0, outcomes);
    return outcomeValue(company, outcomes, netOutcomeOf(owner.name));
  });
  return certaintyEquivalentOf(incomes, owner.values.riskAversionPerUsd).value;
}
