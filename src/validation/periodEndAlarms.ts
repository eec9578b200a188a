import { dealsOf } from '../experiments/commands/dealLog.ts';
import { prepared } from '../experiments/commands/replay.ts';
import type { RevenueScenario } from '../scenario/scenario.ts';
import { periodEnds } from '../statistics/periodEnds.ts';

/** How often simulated companies are said to bunch their deals before the ends of months, or to hold them. */
export interface Alarms {
  readonly early: number;
  readonly late: number;
  /** Means over the runs: the difference as a share of the usual number, and half its interval. */
  readonly difference: number;
  readonly halfWidth: number;
  readonly winsPerMonth: number;
}

const SEED = 'period ends';

/**
 * Asks of every run of an arm whether its deals are timed around the ends of months.
 *
 * @example alarmsOf(scenario, 'salary-only', 400).early
 */
export function alarmsOf(scenario: RevenueScenario, arm: string, runs: number): Alarms {
  const ready = prepared(scenario, arm, 0, SEED);
  const { horizonMonths, calendar } = ready.company.world;
  const sums = { early: 0, late: 0, difference: 0, halfWidth: 0, wins: 0 };
  for (let run = 0; run < runs; run++) {
    const months = Array.from({ length: horizonMonths }, () =>
      new Array<number>(calendar.daysPerMonth).fill(0),
    );
    for (const { outcome, decidedDay = 0 } of dealsOf(ready, SEED, run)) {
      const month = Math.floor((decidedDay - 1) / calendar.daysPerMonth);
      if (outcome !== 'won' || month < 0 || month >= horizonMonths) continue;
      months[month][(decidedDay - 1) % calendar.daysPerMonth]++;
      sums.wins++;
    }
    const found = periodEnds(months, { near: 3, far: 4 });
    if (found === undefined) throw new RangeError('a company without deals to compare');
    const [low, high] = found.ci95;
    sums.early += +(low > 0);
    sums.late += +(high < 0);
    sums.difference += found.differenceShare;
    sums.halfWidth += (high - low) / 2;
  }
  return {
    early: sums.early / runs,
    late: sums.late / runs,
    difference: sums.difference / runs,
    halfWidth: sums.halfWidth / runs,
    winsPerMonth: sums.wins / runs / horizonMonths,
  };
}
