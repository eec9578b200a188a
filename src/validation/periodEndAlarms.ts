import { dealsOf } from '../experiments/commands/dealLog.ts';
import { WINDOWS } from '../experiments/commands/detect.ts';
import { prepared } from '../experiments/commands/replay.ts';
import type { RevenueScenario } from '../scenario/scenario.ts';
import { periodEnds } from '../statistics/periodEnds.ts';
import type { PeriodLength } from '../worlds/revenue/statement/wonDays.ts';

/** How often simulated companies are said to bunch deals before the ends of periods, or to hold them. */
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
export function alarmsOf(
  scenario: RevenueScenario,
  arm: string,
  runs: number,
  period: PeriodLength = 'month',
): Alarms {
  const ready = prepared(scenario, arm, 0, SEED);
  const { horizonMonths, calendar } = ready.company.world;
  const sums = { early: 0, late: 0, difference: 0, halfWidth: 0, wins: 0 };
  for (let run = 0; run < runs; run++) {
    const days = calendar.daysPerMonth * (period === 'quarter' ? 3 : 1);
    const last = horizonMonths * calendar.daysPerMonth;
    const periods = Array.from({ length: last / days }, () => new Array<number>(days).fill(0));
    for (const { outcome, decidedDay = 0 } of dealsOf(ready, SEED, run)) {
      if (outcome !== 'won' || decidedDay < 1 || decidedDay > last) continue;
      periods[Math.floor((decidedDay - 1) / days)][(decidedDay - 1) % days]++;
      sums.wins++;
    }
    const found = periodEnds(periods, WINDOWS[period]);
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
