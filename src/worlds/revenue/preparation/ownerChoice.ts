import type { Plan } from '../../../model/plan.ts';
import { certaintyEquivalentOf } from '../../../statistics/certaintyEquivalentOf.ts';
import { netOutcomeOf } from '../catalogue/outcomes/people.ts';
import { compileCompany } from '../compile/company.ts';
import type { RevenueWorld } from '../contract/world.ts';
import { sampleOutcome } from '../engine/sampleOutcome.ts';
import { measureBeliefs } from './measureBeliefs.ts';
import { readinessSpread } from './readinessSpread.ts';

const SEED = 'owner';
const REPLICATES = 24;
/** Maximum number of months over which the owner evaluates an arrangement. */
const MONTHS = 12;
/** Step sizes of the search over the definition, in standard deviations of readiness. */
const STEPS_SD = [0.5, 0.25];
/** Step size on the way back to the smallest change of equal value, in the same unit. */
const FINEST_SD = 0.125;
/** Maximum distance from the definition in force, in the same unit: farther off, all leads pass or none. */
const MOST_SD = 3;
/** Smallest gain for which an owner changes what is in force, in dollars over a year or a shorter horizon. */
const NOTICEABLE_USD = 100;

/** Decisions of one owner of marketing and sales, besides their own work. */
export interface Arrangement {
  /** Score threshold for passing leads. */
  readonly sqlBar: number;
  readonly leadVisibility: RevenueWorld['governance']['leadVisibility'];
  readonly followUpOrder: RevenueWorld['governance']['followUpOrder'];
}

/** An arrangement and its value to the owner. */
export interface Arranged extends Arrangement {
  /**
   * Gain in the owner's certainty equivalent over the arrangement in force, in dollars over a year, or over
   * the horizon if that is shorter.
   */
  readonly gainUsd: number;
}

/**
 * Arranges marketing and sales for an owner of both: the score threshold for passing leads, whether sellers
 * see the score, and what they do first in a day.
 *
 * The objective is the owner's certainty equivalent under their plan: a year's pay less the costs that they
 * bear. It is estimated over runs on separate random numbers in which everyone, the owner included, responds
 * as usual. The search starts from what is in force, which changes only for a gain of more than a hundred
 * dollars. It sets what sellers see, then what they do first. Then it moves the definition by ever smaller
 * steps, and back as far as that costs no more than a hundred dollars. It finds a local optimum, and
 * considers nothing but what the plan pays for.
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

/** Applies an arrangement to a world. */
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

/** Moves the definition by ever smaller steps, while that is better and within {@link MOST_SD}. */
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
 * Smallest change of the definition that is as good to the owner as the best one. It bisects the path back to
 * the definition in force, assuming that whatever lies between two equally good ones is as good.
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

/** Value to the owner of a year under each arrangement, in dollars; each is computed once. */
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
  const [incomes] = sampleOutcome([company], netOutcomeOf(owner.name), SEED, REPLICATES);
  return certaintyEquivalentOf(incomes, owner.values.riskAversionPerUsd).value;
}
