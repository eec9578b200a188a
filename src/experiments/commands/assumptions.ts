import { InputError } from '../../core/errors.ts';
import { parseScenario } from '../../scenario/load.ts';
import { type Assumption, referenceOf, type Scenario } from '../../scenario/scenario.ts';
import { type PairedDifference, pairedDifference } from '../../statistics/paired.ts';
import type { WorldAdapter } from '../adapters/adapter.ts';
import { adapterOf, prepareBeliefs } from '../adapters/adapterOf.ts';
import type { Executor } from '../executors/executor.ts';
import type { AssumptionTest } from '../result/bundle.ts';
import type { Column } from '../running/column.ts';
import { withoutLuck } from '../running/controlVariate.ts';
import { PreparationCache } from '../running/preparationCache.ts';
import { sampleEach } from '../running/sample.ts';
import type { TrialColumns } from '../tasks/trial.ts';
import type { Tell } from './progress.ts';

/** Replicates at each end of an assumption's range. */
export const SENSITIVITY_REPLICATES = 100;
const DOING = 'testing assumptions';

/** An estimated difference of an arm from its reference. */
export interface KnownContrast {
  readonly arm: string;
  readonly difference: PairedDifference | undefined;
}

export interface TestOptions {
  /** Outcome of the contrasts. */
  readonly outcome: string;
  /** Maximum number of assumptions to test, weakest first. */
  readonly limit: number;
  readonly seed: string;
  readonly executor: Executor;
  readonly tell: Tell;
}

/** The scenario with one number moved to an end of its range. */
interface Case {
  readonly item: Assumption;
  readonly end: 'low' | 'high';
  readonly value: number;
  readonly changed: Scenario;
}

/**
 * One-at-a-time sensitivity analysis: re-estimates the largest contrast at both ends of the weakest
 * assumptions. The weakest are numbers with a range that the scenario or the command sets, alternating with
 * other numbers that no data support. Ends that equal the value or make the scenario invalid are skipped.
 */
export async function testAssumptions(
  scenario: Scenario,
  contrasts: readonly KnownContrast[],
  { outcome, limit, seed, executor, tell }: TestOptions,
): Promise<AssumptionTest[]> {
  const size = ({ difference }: KnownContrast) => Math.abs(difference?.meanDifference ?? -1);
  const [main] = [...contrasts].sort((a, b) => size(b) - size(a));
  if (main?.difference === undefined) return [];
  const base = main.difference;
  const reference = referenceOf(scenario, main.arm);
  const names = [main.arm, reference];
  const cases = weakest(scenario)
    .slice(0, limit)
    .flatMap((item) => casesOf(scenario, item));
  const cache = new PreparationCache();
  const scenarios = cases.map(({ changed }) => changed);
  let measured = 0;
  let isGoing = true;
  await prepareBeliefs(scenarios, names, cache, executor, () => {
    isGoing = tell(measured++, 2 * cases.length, DOING) !== false;
    return isGoing;
  });
  if (!isGoing || cases.length === 0) return [];
  const adapters = await Promise.all(
    scenarios.map((changed) => adapterOf(changed, names, cache, executor, () => 'none')),
  );
  const ids = [outcome, ...(adapters[0].control === undefined ? [] : [adapters[0].control.id])];
  const found: TrialColumns[] = [];
  await sampleEach(
    adapters.map(({ runs }) => runs),
    { seed, n: SENSITIVITY_REPLICATES, outcomes: ids.map((id) => placeOf(adapters[0], id)), executor },
    (columns) => {
      found.push(columns);
      return tell(found.length, cases.length, DOING) !== false;
    },
  );
  const { direction } = adapters[0].outcomes[placeOf(adapters[0], outcome)];
  return found.flatMap((columns, c) => {
    const column: Column = (run, id) => columns[ids.indexOf(id)][run];
    const of = (arm: string) => askedOf(adapters[c], arm, outcome, column);
    const difference = pairedDifference(of(main.arm), of(reference), direction, 1);
    return difference === undefined
      ? []
      : [{ ...testOf(cases[c], main.arm, reference, difference, base), outcome }];
  });
}

function testOf(
  { item, end, value }: Case,
  arm: string,
  reference: string,
  difference: PairedDifference,
  base: PairedDifference,
): Omit<AssumptionTest, 'outcome'> {
  const { path, unit, about } = item;
  return {
    path,
    arm,
    reference,
    unit,
    about,
    base: item.value as number,
    end,
    value,
    difference,
    verdict: verdictOf(difference, base),
  };
}

function verdictOf(difference: PairedDifference, base: PairedDifference): AssumptionTest['verdict'] {
  const side = ({ ci95: [low, high] }: PairedDifference) => (low > 0 ? 1 : high < 0 ? -1 : 0);
  if (side(difference) === side(base)) return 'same';
  return side(difference) === 0 || side(base) === 0 ? 'open' : 'turned';
}

function placeOf({ outcomes }: WorldAdapter, id: string): number {
  return outcomes.findIndex((outcome) => outcome.id === id);
}

/** Values of the primary outcome in an arm, adjusted by the control variate. */
function askedOf(
  { arms, runsOf, control }: WorldAdapter,
  arm: string,
  asked: string,
  column: Column,
): Float64Array {
  const own = runsOf[arms.findIndex(({ name }) => name === arm)].own;
  // Of the outcomes that the control variate adjusts, only the primary one was sampled.
  const narrow = control?.of.includes(asked) ? { id: control.id, of: [asked] } : undefined;
  return withoutLuck(narrow, column, SENSITIVITY_REPLICATES).column(own, asked);
}

/**
 * Numbers with a range: those that the scenario or the command sets, alternating with other unsupported ones.
 */
function weakest(scenario: Scenario): Assumption[] {
  const ranged = scenario.assumptions.filter(
    (item) => item.low !== undefined && item.high !== undefined && typeof item.value === 'number',
  );
  const chosen = ranged.filter(({ origin }) => origin === 'scenario' || origin === 'set');
  const assumed = ranged.filter((item) => !chosen.includes(item) && item.source.startsWith('assumption'));
  const list: Assumption[] = [];
  for (let i = 0; i < Math.max(chosen.length, assumed.length); i++)
    list.push(...[chosen[i], assumed[i]].filter(Boolean));
  return list;
}

/** The scenario at both ends of a number's range, without ends that equal the value or make it invalid. */
function casesOf(scenario: Scenario, item: Assumption): Case[] {
  return (['low', 'high'] as const).flatMap((end) => {
    const value = item[end]!;
    const changed = value === item.value ? undefined : withNumber(scenario, item.path, value);
    return changed === undefined ? [] : [{ item, end, value, changed }];
  });
}

/** The scenario with one number replaced; undefined if that makes it invalid. */
function withNumber(scenario: Scenario, path: string, value: number): Scenario | undefined {
  // The resolved scenario already contains its base.
  const { extends: _, ...merged } = scenario.resolved;
  try {
    return parseScenario(JSON.stringify(merged), { set: { [path]: value } });
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
