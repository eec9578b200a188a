import { parseRevenueScenario } from '../scenario/load.ts';
import { pairedDifference } from '../statistics/paired.ts';
import { compileCompany } from '../worlds/revenue/compile/company.ts';
import type { Policy } from '../worlds/revenue/contract/policy.ts';
import type { RevenueWorld } from '../worlds/revenue/contract/world.ts';
import { sampleOutcome } from '../worlds/revenue/engine/sampleOutcome.ts';
import { findBenchmark, undisturbed } from '../worlds/revenue/preparation/benchmark.ts';
import { measureBeliefs } from '../worlds/revenue/preparation/measureBeliefs.ts';

/** The two tactics that take hours in the company of the grid, and what each takes at the baseline. */
export const GRID_TACTICS = { awareness: 90, 'lead-capture': 30 } as const;
/** Points of the grid on each side, and the multiples of baseline hours at its ends. */
const POINTS = 21;
const LEAST = 0.05;
const MOST = 3;
const MONTHS = 12;
/** Runs on which the best point is chosen, and on which gains are judged. */
const CHOOSING = 12;
const JUDGING = 200;

/** What a grid and the search gain over salary in joint surplus a year, in dollars. */
export interface GridGains {
  readonly gridUsd: number;
  /** By the hours of the search alone, and with its threshold for leads and what sellers see. */
  readonly hoursUsd: number;
  readonly searchUsd: number;
  /** Standard error of the difference between the hours of the search and the grid. */
  readonly se: number;
  /** Levels of the two tactics, in multiples of their baseline hours. */
  readonly gridLevels: readonly number[];
  readonly searchLevels: readonly number[];
}

/**
 * Gain over salary in a company of two tactics: by the best of 21 x 21 combinations of hours within the hours
 * that there are, and by the search for a benchmark. Chosen and judged on different luck.
 */
export function gridGains(): GridGains {
  const world = companyOfTwo();
  const beliefs = measureBeliefs(world);
  const found = findBenchmark(world, beliefs);
  const grid = feasible(world).map((levels): Policy => ({ motive: 'company', levels, barShift: 0 }));
  const values = surpluses(
    grid.map((policy) => ({ world, policy })),
    beliefs,
    'grid chosen',
    CHOOSING,
  ).map(total);
  const best = grid[values.indexOf(Math.max(...values))];
  const of = (policy: Policy) => ({ world, policy: { ...policy, barShift: 0 } });
  const [salary, byGrid, byHours, bySearch] = surpluses(
    [of({ motive: 'company', levels: {} }), of(best), of(found.policy), found],
    beliefs,
    'grid judged',
    JUDGING,
  );
  const { meanDifference, se } = pairedDifference(byHours, byGrid, 'higher', 1)!;
  const gridUsd = (total(byGrid) - total(salary)) / JUDGING;
  const levelsOf = ({ levels = {} }: Policy) => Object.keys(GRID_TACTICS).map((id) => levels[id]);
  return {
    gridUsd,
    hoursUsd: gridUsd + meanDifference,
    searchUsd: (total(bySearch) - total(salary)) / JUDGING,
    se,
    gridLevels: levelsOf(best),
    searchLevels: levelsOf(found.policy),
  };
}

/** A company in which only two tactics take hours, and most of these go to the less useful one. */
function companyOfTwo(): RevenueWorld {
  const scenario = parseRevenueScenario(
    JSON.stringify({
      schemaVersion: 1,
      name: 'two tactics',
      extends: 'preset:smb-software',
      question: { horizonMonths: MONTHS, reference: 'salary', seed: 'two tactics' },
      people: {
        director: { role: 'marketing-director', motive: 'company' },
        reps: { role: 'account-executive' },
      },
      tactics: {
        ...Object.fromEntries(
          ['awareness', 'brand-building', 'lead-capture', 'nurturing'].map((id) => [
            id,
            { hoursPerMonth: 0 },
          ]),
        ),
        ...Object.fromEntries(
          Object.entries(GRID_TACTICS).map(([id, hoursPerMonth]) => [id, { hoursPerMonth }]),
        ),
      },
      plans: { salary: { director: { baseUsdPerYear: 120000 } } },
      arms: { salary: { plan: 'salary' } },
    }),
    { file: 'two tactics' },
  );
  return undisturbed(scenario.arms[0].world);
}

/** Combinations of levels that fit into the director's hours. */
function feasible(world: RevenueWorld): Record<string, number>[] {
  const steps = Array.from({ length: POINTS }, (_, i) => LEAST + ((MOST - LEAST) * i) / (POINTS - 1));
  const [[one, oneHours], [other, otherHours]] = Object.entries(GRID_TACTICS);
  return steps
    .flatMap((a) => steps.map((b) => ({ [one]: a, [other]: b })))
    .filter((levels) => levels[one] * oneHours + levels[other] * otherHours <= world.marketing.hoursPerMonth);
}

/** Joint surplus of a year under policies, by run, on common luck. */
function surpluses(
  candidates: readonly { readonly world: RevenueWorld; readonly policy: Policy }[],
  beliefs: ReturnType<typeof measureBeliefs>,
  seed: string,
  runs: number,
): Float64Array[] {
  const { sellerEffort } = beliefs;
  const companies = candidates.map(({ world, policy }) =>
    compileCompany(world, {}, beliefs, { policy: { ...policy, sellerEffort, expectedDeals: true } }),
  );
  return sampleOutcome(companies, 'surplusUsd', seed, runs);
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
