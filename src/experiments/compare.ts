import type { OutcomeDefinition } from '../model/metric.ts';
import { referenceOf, type Scenario } from '../scenario/scenario.ts';
import { certaintyEquivalentOf } from '../statistics/certaintyEquivalentOf.ts';
import { describe } from '../statistics/describe.ts';
import { type PairedDifference, pairedDifference } from '../statistics/paired.ts';
import { VERSION } from '../version.ts';
import { type ArmResult, BUNDLE_VERSION, type Bundle, type Misalignment } from './bundle.ts';
import { chosenArms } from './chosenArms.ts';
import { type Executor, inlineExecutor } from './executor.ts';
import type { Column, Counterfactuals, Ground } from './grounds/ground.ts';
import { groundOf } from './grounds/groundOf.ts';
import type { Chunk } from './lines.ts';
import { OutcomeStore, type Shelf } from './outcomeStore.ts';
import { LEAST_PAIRS, type PrecisionTarget, type Sample, StopRule } from './precision.ts';
import { type Tell, testAssumptions } from './sensitivity.ts';
import { steady } from './steady.ts';
import { WorldBook } from './worldBook.ts';

export interface CompareOptions {
  /** Names of the arms to run; all when absent. The reference is always run. */
  readonly arms?: readonly string[];
  readonly replicates?: number;
  readonly seed?: string;
  /** Stops before `replicates` once the question's differences are known so well. */
  readonly precision?: PrecisionTarget;
  /** Holds every arm's expected pay cost, or the director's certainty equivalent, at the reference's by a change of salary. */
  readonly hold?: 'cost' | 'utility';
  /** How many of the weakest assumptions to re-run at both ends of their range; default 0. */
  readonly sensitivity?: number;
  /** Which runs every arm has besides its own, or 'reference' for those without gaming of the reference alone; default 'all'. What they would tell is not in the bundle without them. */
  readonly counterfactuals?: Counterfactuals | 'reference';
  readonly executor?: Executor;
  /** Where outcomes go of which there are more than 256 MB; default: all stay in memory. */
  readonly shelf?: Shelf;
  /** What is known of worlds already, when several comparisons share some. */
  readonly book?: WorldBook;
  /** Called as work is finished; return false to stop early and keep what is done. */
  readonly onProgress?: Tell;
  /** The command that reproduces the result, for reports. */
  readonly command?: string;
}

/**
 * Compares the arms of a scenario on common luck: every arm meets the same buyers in the same replicate, and beside every arm run its counterfactual without
 * gaming and the best company policy that was found.
 *
 * @returns the bundle: means with standard errors and intervals, paired differences from the reference, cost of misalignment, blame
 * @throws InputError for an unknown arm
 * @example const bundle = await compare(parseScenario(text), { replicates: 200 });
 */
export async function compare(scenario: Scenario, options: CompareOptions = {}): Promise<Bundle> {
  const replicates = options.replicates ?? scenario.replicates;
  const seed = options.seed ?? scenario.seed;
  const executor = options.executor ?? inlineExecutor;
  const tell = options.onProgress ?? (() => true);
  tell(0, replicates, 'learning what tactics do');
  const names = chosenArms(scenario, options.arms);
  const ground = await groundOf(scenario, names, options.book ?? new WorldBook(), executor, (arm) => {
    const { counterfactuals = 'all' } = options;
    if (counterfactuals !== 'reference') return counterfactuals;
    return arm === scenario.reference ? 'gaming' : 'none';
  });
  const { arms, lines, linesOf, outcomes: definitions } = ground;
  const store = new OutcomeStore(lines.length, definitions.length, options.shelf);
  const months: (Float64Array | undefined)[] = lines.map(() => undefined);
  const failed: { replicate: number; arm: string; message: string }[] = [];
  let done = 0;
  let going = true;
  const rule = options.precision === undefined ? undefined : new StopRule(options.precision);
  const asks = definitions.findIndex((outcome) => outcome.id === scenario.outcome);
  const reference = arms.findIndex((arm) => arm.name === scenario.reference);
  const against = arms.map(({ name }) => arms.findIndex((arm) => arm.name === referenceOf(scenario, name)));
  const index = new Map(definitions.map((outcome, i) => [outcome.id, i]));
  const column: Column = (line, id) => store.read(line, index.get(id)!);
  const sample = (n: number): Sample => {
    const read = steady(ground, column, n).column;
    const asked = (a: number) => read(linesOf[a].own, definitions[asks].id);
    const others = arms.flatMap((_, a) => (a === reference ? [] : [a]));
    return { pairs: others.map((a) => [asked(a), asked(against[a])]), reference: asked(reference) };
  };
  let isPrecise = false;
  const take = (chunk: Chunk): boolean => {
    store.add(chunk);
    for (let line = 0; line < lines.length; line++) {
      const sums = months[line] ?? new Float64Array(chunk.months[line].length);
      months[line] = sums;
      for (let i = 0; i < sums.length; i++) sums[i] += chunk.months[line][i];
    }
    for (const failure of chunk.failures)
      failed.push({ replicate: failure.replicate, arm: lines[failure.line].name, message: failure.message });
    done = chunk.to;
    going = tell(done, replicates, 'running') !== false;
    isPrecise = rule?.isEnough(done, () => sample(done)) ?? false;
    return going && !isPrecise;
  };
  // What a precision takes is not known; that it takes the first runs is.
  const first = rule === undefined ? replicates : Math.min(LEAST_PAIRS, replicates);
  await executor.run(lines, seed, first, take);
  if (going && !isPrecise && first < replicates) await executor.run(lines, seed, replicates, take, first);
  const completed = done - failed.length;

  const { column: steadyColumn, steadied } = steady(ground, column, completed);
  const heldUsd = hold(options.hold, ground, steadyColumn, reference);
  const columnOf = arms.map((_, a) => heldColumn(ground, a, column, heldUsd[a] ?? 0));
  const steadyOf = arms.map((_, a) => heldColumn(ground, a, steadyColumn, heldUsd[a] ?? 0));
  const contrasts = arms.flatMap((arm, a) => {
    if (a === reference) return [];
    const outcomes: Record<string, PairedDifference> = {};
    for (const { id, direction } of definitions) {
      const [own, other] = [steadyOf[a].own(id), steadyOf[against[a]].own(id)];
      const difference = pairedDifference(own, other, direction, arms.length - 1);
      if (difference === undefined) continue;
      outcomes[id] = difference;
      if (direction === 'neutral' || !steadied?.of.includes(id)) continue;
      // In how many runs an arm is better is a matter of the runs as they were.
      const asWere = pairedDifference(columnOf[a].own(id), columnOf[against[a]].own(id), direction, 1);
      outcomes[id] = { ...difference, betterShare: asWere!.betterShare! };
    }
    return [{ arm: arm.name, reference: arms[against[a]].name, outcomes }];
  });
  // Assumptions are tested on pay as it is written, whatever is held.
  const asRun = (a: number) =>
    pairedDifference(
      steadyColumn(linesOf[a].own, scenario.outcome),
      steadyColumn(linesOf[against[a]].own, scenario.outcome),
      definitions[asks].direction,
      arms.length - 1,
    );
  const sensitivity =
    (options.sensitivity ?? 0) > 0 && going
      ? await testAssumptions(
          scenario,
          arms.flatMap((arm, a) => (a === reference ? [] : [{ arm: arm.name, difference: asRun(a) }])),
          options.sensitivity!,
          seed,
          executor,
          tell,
        )
      : [];
  const warnings = [...scenario.warnings, ...ground.warnings];
  if (completed < 100) warnings.push(`Only ${completed} replicates: intervals of fewer than 100 are rough.`);
  if (store.isShelfFull)
    warnings.push(
      'There was no room on the disk for all outcomes: the rest stayed in memory, and nothing is lost.',
    );
  const precision = rule?.measure(sample(done));
  if (done < replicates && !isPrecise)
    warnings.push(
      `Stopped after ${done.toLocaleString('en-US')} of ${replicates.toLocaleString('en-US')} replicates.`,
    );
  if (failed.length > 0) warnings.push(`${failed.length} of ${done} replicates failed and are left out.`);
  return {
    schemaVersion: BUNDLE_VERSION,
    tool: { name: 'goodhart', version: VERSION },
    scenario: {
      world: scenario.kind,
      name: scenario.name,
      about: scenario.about,
      hash: scenario.hash,
      horizonMonths: scenario.horizonMonths,
      outcome: scenario.outcome,
      reference: scenario.reference,
      ...(scenario.tell.length > 0 ? { tell: scenario.tell } : {}),
      resolved: scenario.resolved,
      assumptions: scenario.assumptions,
    },
    command: options.command ?? '',
    seed,
    replicates: { requested: replicates, completed, failed },
    ...(precision === undefined ? {} : { precision }),
    ...(options.hold === undefined ? {} : { hold: options.hold }),
    ...(steadied === undefined ? {} : { steadied }),
    arms: arms.map((_, a) => {
      const monthSums = months[linesOf[a].own] ?? new Float64Array(0);
      return armResult(
        ground,
        a,
        columnOf[a],
        steadyOf[a],
        ground.story(a, column, monthSums, completed),
        heldUsd[a],
      );
    }),
    contrasts,
    misalignment: arms.flatMap((_, a) => misalignment(ground, a, steadyOf[a]) ?? []),
    blame: arms.flatMap((_, a) => ground.blame(a, column) ?? []),
    sensitivity,
    warnings,
  };
}

/** Change of salary that holds pay equal, by arm; under constant absolute risk aversion it changes no choice. */
function hold(
  by: 'cost' | 'utility' | undefined,
  ground: Ground,
  column: Column,
  reference: number,
): (number | undefined)[] {
  const { arms, linesOf, payIds } = ground;
  if (by === undefined) return arms.map(() => undefined);
  const levels = arms.map((_, a) => {
    const own = (id: string) => column(linesOf[a].own, id);
    return by === 'cost'
      ? payIds.reduce((sum, id) => sum + (describe(own(id))?.mean ?? 0), 0)
      : (personEquivalent(ground, a, own)?.value ?? 0);
  });
  return arms.map((_, a) => {
    const moves = ground.salaryMoves(a);
    // A dollar of salary costs as much as there are people who get it.
    const heads = by === 'cost' ? payIds.reduce((sum, id) => sum + (moves[id] ?? 0), 0) : 1;
    return (levels[reference] - levels[a]) / heads;
  });
}

type Values = (id: string) => Float64Array;

/** Values of one arm's outcomes in its own runs, and in those of its counterfactuals that are run. */
interface ArmColumn {
  readonly own: Values;
  readonly honest?: Values;
  readonly best?: Values;
}

/** An arm's outcomes with its salaries changed, in its own runs and in those without gaming: lines themselves, which arms may share, stay as they are. */
function heldColumn(ground: Ground, a: number, column: Column, shiftUsd: number): ArmColumn {
  const { own, honest, best } = ground.linesOf[a];
  const moves = ground.salaryMoves(a);
  const held =
    (line: number): Values =>
    (id) => {
      const move = (moves[id] ?? 0) * shiftUsd;
      return move === 0 ? column(line, id) : column(line, id).map((value) => value + move);
    };
  return {
    own: held(own),
    ...(honest === undefined ? {} : { honest: held(honest) }),
    ...(best === undefined ? {} : { best: (id: string) => column(best, id) }),
  };
}

/** What an arm's pay is worth to the person it pays, over the runs that did not fail. */
export function personEquivalent(
  ground: Ground,
  a: number,
  own: (id: string) => Float64Array,
): { value: number; se: number } | undefined {
  const person = ground.person(a);
  if (person === undefined) return undefined;
  const net = own(person.netId).filter((value) => !Number.isNaN(value));
  return net.length === 0 ? undefined : certaintyEquivalentOf(net, person.riskAversionPerUsd);
}

function armResult(
  ground: Ground,
  a: number,
  column: ArmColumn,
  steady: ArmColumn,
  story: ReturnType<Ground['story']>,
  heldUsd: number | undefined,
): ArmResult {
  const { name, plan, set, about, later } = ground.arms[a];
  const outcomes: Record<string, ArmResult['outcomes'][string]> = {};
  for (const { id, unit, direction, title } of ground.outcomes) {
    const summary = describe(column.own(id), unit === 'share' || unit === 'count');
    if (summary === undefined) continue;
    const values = steady.own(id);
    const { mean, se, ci95 } = values === column.own(id) ? summary : describe(values, false)!;
    outcomes[id] = { unit, direction, title, ...summary, mean, se, ci95 };
  }
  const equivalent = personEquivalent(ground, a, column.own);
  return {
    name,
    plan,
    ...(later === undefined ? {} : { later: { fromMonth: later.fromMonth, plan: later.plan } }),
    set,
    about,
    outcomes,
    ...(equivalent === undefined
      ? {}
      : { certaintyEquivalentUsd: { mean: equivalent.value, se: equivalent.se } }),
    ...(heldUsd === undefined ? {} : { heldUsd }),
    ...story,
  };
}

/**
 * Cost of misalignment in the world's currencies, split: gaming (the arm without gaming less the arm) and effort (the benchmark less the arm without gaming).
 * The benchmark's people are paid the arm's expected pay as salary.
 */
function misalignment(ground: Ground, a: number, { own, honest, best }: ArmColumn): Misalignment | undefined {
  if (honest === undefined) return undefined;
  const costs: Record<string, Misalignment['costs'][string]> = {};
  const pay = describe(own(ground.payId))?.mean ?? 0;
  for (const id of ground.currencies) {
    const { unit, direction } = ground.outcomes.find((outcome) => outcome.id === id) as OutcomeDefinition;
    const gaming = pairedDifference(honest(id), own(id), direction, 1);
    if (gaming === undefined) continue;
    if (best === undefined) {
      costs[id] = { unit, gaming };
      continue;
    }
    let benchmark = best(id);
    if (id === 'profitUsd') {
      const ownPay = best(ground.payId);
      benchmark = benchmark.map((profit, i) => profit + ownPay[i] - pay);
    }
    const effort = pairedDifference(benchmark, honest(id), direction, 1);
    const total = pairedDifference(benchmark, own(id), direction, 1);
    if (effort !== undefined && total !== undefined) costs[id] = { unit, gaming, effort, total };
  }
  return {
    arm: ground.arms[a].name,
    costs,
    beatsBenchmark: (costs.profitUsd?.total?.ci95[1] ?? 0) < 0,
  };
}
