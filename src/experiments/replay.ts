import { LEDGERS } from '../model/metric.ts';
import { luckKey } from '../random/luck.ts';
import type { RevenueScenario } from '../scenario/scenario.ts';
import { findBenchmark, undisturbed } from '../worlds/revenue/benchmark.ts';
import { compileCompany, compileMetric } from '../worlds/revenue/company.ts';
import { MarketLuck } from '../worlds/revenue/marketLuck.ts';
import { measureBeliefs } from '../worlds/revenue/measureBeliefs.ts';
import { METRICS } from '../worlds/revenue/metrics/index.ts';
import { OUTCOME_COUNT, OUTCOMES } from '../worlds/revenue/outcomes.ts';
import { arrange, arranged } from '../worlds/revenue/owner.ts';
import { Runner } from '../worlds/revenue/run.ts';
import { COUNTER_COUNT } from '../worlds/revenue/state.ts';
import { TACTICS } from '../worlds/revenue/tactics/index.ts';
import { chosenArms } from './chosenArms.ts';
import { believesNaively } from './studies.ts';
import { hasOneOwner } from './worldBook.ts';

/** One month of one run. */
export interface ReplayMonth {
  readonly month: number;
  /** Metric by ledger; a ratio without a denominator is left out. */
  readonly metrics: Readonly<Record<string, { reported?: number; true?: number; sound?: number }>>;
  /** Intensities at the end of the month: productive tactics in multiples of baseline, gaming ones as scale. */
  readonly tactics: Readonly<Record<string, number>>;
  readonly bonusUsd: number;
  readonly hollowBonusUsd: number;
  readonly events: readonly string[];
}

/** The story of one run. */
export interface Replay {
  readonly scenario: string;
  readonly arm: string;
  readonly seed: string;
  readonly replicate: number;
  readonly integrityUsd: number;
  readonly months: readonly ReplayMonth[];
  readonly outcomes: Readonly<Record<string, number>>;
}

/**
 * Runs one replicate of one arm and tells it month by month: what was reported beside what was true and what was sound, what the director did, what it
 * paid. The same numbers that this replicate adds to a comparison.
 *
 * @param replicate 0-based number of the replicate
 */
export function replay(
  scenario: RevenueScenario,
  armName: string,
  replicate: number,
  seed = scenario.seed,
): Replay {
  chosenArms(scenario, [armName], '--arm');
  const written = scenario.arms.find((candidate) => candidate.name === armName)!;
  const naive = believesNaively(written.world);
  const arm = hasOneOwner(written.world)
    ? { ...written, world: arranged(written.world, arrange(written.world, written.pay, naive)) }
    : written;
  const beliefs = measureBeliefs(arm.world, naive);
  const director = arm.world.people.find((person) => person.role === 'marketing-director');
  const benchmark =
    director?.motive === 'company' ? findBenchmark(undisturbed(arm.world), beliefs) : undefined;
  const policy = benchmark?.policy ?? (director?.motive === 'honest' ? { motive: 'honest' as const } : {});
  const company = compileCompany(benchmark?.world ?? arm.world, arm.pay, beliefs, policy, arm.later);
  const market = new MarketLuck(company.world, company.days);
  const runner = new Runner(company, market);
  const outcomes = new Float64Array(OUTCOME_COUNT);
  market.fill(luckKey(seed, replicate));
  const months: ReplayMonth[] = [];
  let integrityUsd = 0;
  runner.onMonth = (m, state, diary) => {
    if (m === 0) integrityUsd = diary.integrityUsd;
    months.push({
      month: m + 1,
      metrics: Object.fromEntries(
        METRICS.map((metric) => {
          const { numerator, denominator } = compileMetric(metric.id);
          const values = LEDGERS.flatMap((ledger, l) => {
            const at = (m * 3 + l) * COUNTER_COUNT;
            const bottom = denominator < 0 ? 1 : state.months[at + denominator];
            return bottom > 0 ? [[ledger, state.months[at + numerator] / bottom] as const] : [];
          });
          return [metric.id, Object.fromEntries(values)];
        }),
      ),
      tactics: Object.fromEntries(
        TACTICS.map((tactic, k) => [tactic.id, tactic.kind === 'gaming' ? diary.units[k] : diary.level[k]]),
      ),
      bonusUsd: diary.bonusUsd,
      hollowBonusUsd: diary.hollowBonusUsd,
      events: diary.events,
    });
  };
  runner.run(outcomes);
  return {
    scenario: scenario.name,
    arm: armName,
    seed,
    replicate,
    integrityUsd,
    months,
    outcomes: Object.fromEntries(
      OUTCOMES.flatMap((outcome, i) => (Number.isNaN(outcomes[i]) ? [] : [[outcome.id, outcomes[i]]])),
    ),
  };
}
