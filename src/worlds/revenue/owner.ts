import type { Plan } from '../../model/plan.ts';
import { luckKey } from '../../random/luck.ts';
import { certaintyEquivalentOf } from '../../statistics/certaintyEquivalentOf.ts';
import type { BeliefTable } from './beliefs.ts';
import { compileCompany } from './company.ts';
import { measureBeliefs } from './measureBeliefs.ts';
import { Neighbours } from './neighbours.ts';
import { OUTCOME, OUTCOME_COUNT } from './outcomes.ts';
import type { RevenueWorld } from './world.ts';

const SEED = 'owner';
const REPLICATES = 24;
/** Months for which the owner tries an arrangement out in their head. */
const MONTHS = 12;
/** Steps in which the definition is moved, in standard deviations of readiness. */
const STEPS_SD = [0.5, 0.25];
/** The same, on the way back to the least change that is worth as much. */
const FINEST_SD = 0.125;

/** Dollars a year for which it is worth to an owner to change what is in force. */
const NOTICEABLE_USD = 100;

/** What one owner of marketing and sales decides beside what a director of marketing does. */
export interface Arrangement {
  /** Score from which leads are passed. */
  readonly sqlBar: number;
  readonly leadVisibility: RevenueWorld['governance']['leadVisibility'];
  readonly followUpOrder: RevenueWorld['governance']['followUpOrder'];
}

/** An arrangement, and what it is worth to the owner. */
export interface Arranged extends Arrangement {
  /** Dollars a year, or a shorter horizon, by which the owner's certainty equivalent is higher than under what was in force. */
  readonly gainUsd: number;
}

/**
 * How somebody who owns marketing and sales arranges the two: from which score leads are passed, whether sellers see it, and what they do first in a day.
 *
 * The arrangement that is worth most to the owner under their plan: the certainty equivalent of a year's pay less the costs that they bear, over runs on luck of their own in which
 * everybody, the owner included, then chooses as they always do. A search from what is in force, which is changed for no less than a hundred dollars a year: first what sellers see and do first, then the definition, by ever smaller steps, and back as far as that costs less than as much. It finds a
 * local optimum. What the plan pays for is all that it looks at.
 *
 * @param naive whether the owner's beliefs about tactics are naive
 */
export function arrange(world: RevenueWorld, pay: Plan, naive: boolean): Arranged {
  const year: RevenueWorld = { ...world, horizonMonths: Math.min(MONTHS, world.horizonMonths) };
  const inForce: Arrangement = {
    sqlBar: world.marketing.sqlBar,
    leadVisibility: world.governance.leadVisibility,
    followUpOrder: world.governance.followUpOrder,
  };
  const known = new Map<string, number>();
  const worthOf = (arrangement: Arrangement): number => {
    const key = JSON.stringify(arrangement);
    const found = known.get(key) ?? worth(arranged(year, arrangement), pay, naive);
    known.set(key, found);
    return found;
  };
  const better = (candidates: readonly Arrangement[], than: Arrangement): Arrangement =>
    candidates.reduce(
      (best, candidate) => (worthOf(candidate) > worthOf(best) + NOTICEABLE_USD ? candidate : best),
      than,
    );
  let best = inForce;
  if (world.governance.leadVisibility !== 'readiness')
    best = better(
      [
        { ...best, leadVisibility: 'label' },
        { ...best, leadVisibility: 'score' },
      ],
      best,
    );
  best = better(
    (['deals-first', 'leads-first'] as const).map((followUpOrder) => ({ ...best, followUpOrder })),
    best,
  );
  const spread = world.buyers.readinessShape === 'normal' ? world.buyers.readinessSd : 0.2;
  for (const step of STEPS_SD) {
    for (let moved = true; moved; ) {
      const next = better(
        [-step, step].map((by) => ({ ...best, sqlBar: best.sqlBar + by * spread })),
        best,
      );
      // Beyond three deviations nothing or everything is passed.
      moved = next !== best && Math.abs(next.sqlBar - inForce.sqlBar) <= 3 * spread;
      if (moved) best = next;
    }
  }
  const chosen = leastChange(
    best,
    inForce,
    spread * FINEST_SD,
    (candidate) => worthOf(candidate) >= worthOf(best) - NOTICEABLE_USD,
  );
  return { ...chosen, gainUsd: worthOf(chosen) - worthOf(inForce) };
}

/**
 * The arrangement whose definition is nearest to what is in force, of those on the way there from the best one that are as good to the owner. By halves: what lies between two that are as good is
 * taken to be so too.
 */
function leastChange(
  best: Arrangement,
  inForce: Arrangement,
  step: number,
  isAsGood: (candidate: Arrangement) => boolean,
): Arrangement {
  const way = inForce.sqlBar - best.sqlBar;
  const after = (steps: number): Arrangement => ({
    ...best,
    sqlBar: steps >= all ? inForce.sqlBar : best.sqlBar + Math.sign(way) * steps * step,
  });
  const all = Math.ceil(Math.abs(way) / step);
  let good = 0;
  let bad = all + 1;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (isAsGood(after(middle))) good = middle;
    else bad = middle;
  }
  return after(good);
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

/** What a year is worth to the owner, in dollars. */
function worth(world: RevenueWorld, pay: Plan, naive: boolean): number {
  const beliefs: BeliefTable = measureBeliefs(world, naive);
  const company = compileCompany(world, pay, beliefs);
  const alone = new Neighbours([company]);
  const outcomes = new Float64Array(OUTCOME_COUNT);
  const incomes = Float64Array.from({ length: REPLICATES }, (_, replicate) => {
    alone.meet(luckKey(SEED, replicate));
    alone.run(0, outcomes);
    return outcomes[OUTCOME.directorNetUsd];
  });
  return certaintyEquivalentOf(incomes, company.director?.riskAversionPerUsd ?? 0).value;
}
