import { refuse, showValue } from '../../core/messages.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { BestOfMany } from '../../statistics/bestOfMany.ts';
import { VERSION } from '../../version.ts';
import type { WorldAdapter } from '../adapters/adapter.ts';
import { adapterOf } from '../adapters/adapterOf.ts';
import type { Executor } from '../executors/executor.ts';
import { inlineExecutor } from '../executors/inline.ts';
import type { Best } from '../result/best.ts';
import { LEAST_PAIRS, nextLook, type PrecisionTarget, parsePrecision } from '../running/precision.ts';
import { PreparationCache } from '../running/preparationCache.ts';
import { COMMON, checkCall, MOST_REPLICATES, precisionTarget, text, texts, whole } from './checkOptions.ts';
import { namedArms } from './chosenArms.ts';
import type { Tell } from './progress.ts';
import { RaceSamples } from './raceSamples.ts';
import { standingsOf } from './standings.ts';

/** Confidence level of the result. */
const LEVEL = 0.95;
/** Default maximum number of replicates per arm. */
export const DEFAULT_MOST = 20_000;

export interface BestOptions {
  readonly arms?: readonly string[];
  /** Smallest lead that matters: a share of the reference's first-stage mean or an amount; default 1%. */
  readonly delta?: PrecisionTarget;
  /** Outcome id; default: that of the scenario. */
  readonly outcome?: string;
  readonly maxReplicates?: number;
  readonly seed?: string;
  readonly executor?: Executor;
  readonly onProgress?: Tell;
}

const OPTIONS = {
  ...COMMON,
  arms: texts,
  outcome: text,
  delta: precisionTarget,
  maxReplicates: whole(1, MOST_REPLICATES),
};

/**
 * Selects the best arm of a scenario under common random numbers. An arm is eliminated once it is reliably
 * behind, so that runs go to the close contenders.
 *
 * If the best arm leads every other by at least delta, it is selected in at least 95 of 100 cases. Arms that
 * are not separated from the best are named.
 *
 * @throws InputError for fewer than two arms, an outcome that is undefined in more than half of the first
 * stage, a delta that is a share of a mean of 0, or an unknown name
 * @example const { arms } = await findBestArm(parseScenario(text), { delta: parsePrecision('2%') });
 */
export async function findBestArm(scenario: Scenario, options: BestOptions = {}): Promise<Best> {
  checkCall(scenario, options, OPTIONS);
  const names = namedArms(scenario, options.arms);
  const tell = options.onProgress ?? (() => true);
  const seed = options.seed ?? scenario.seed;
  const most = Math.max(LEAST_PAIRS, options.maxReplicates ?? DEFAULT_MOST);
  const executor = options.executor ?? inlineExecutor;
  tell(0, most, 'measuring what work does');
  const adapter = await adapterOf(scenario, names, new PreparationCache(), executor, () => 'none');
  const outcome = askedOutcome(adapter, options.outcome ?? scenario.outcome);
  const sign = outcome.direction === 'lower' ? -1 : 1;
  const samples = new RaceSamples(adapter, outcome.id, seed, executor);
  const everyone = names.map((_, a) => a);
  const play = (alive: readonly number[], from: number, to: number) =>
    samples.play(alive, from, to, (done) => tell(done, most, `running ${alive.length} arms`) !== false);

  let isGoing = await play(everyone, 0, LEAST_PAIRS);
  const reference = Math.max(0, names.indexOf(scenario.reference));
  const delta = firstStage(samples, outcome.id, reference, isGoing, options.delta ?? parsePrecision('1%'));
  // A selection stopped in its first stage has no elimination rule yet.
  const race = isGoing ? raceOf(samples, sign, delta.amount) : undefined;
  const alive = () => everyone.filter((a) => race?.isIn[a] ?? true);
  const look = () =>
    race?.look(
      everyone.map((a) => sign * samples.mean(a)),
      samples.values[alive()[0]].length,
    ) ?? false;
  let done = LEAST_PAIRS;
  let isOver = look();
  while (!isOver && isGoing && done < most) {
    const to = Math.min(most, nextLook(done));
    isGoing = await play(alive(), done, to);
    done = to;
    if (isGoing) isOver = look();
  }

  const best = alive().reduce((a, b) => (sign * samples.mean(b) > sign * samples.mean(a) ? b : a));
  const arms = standingsOf(names, samples.values, { best, sign, looks: looksUpTo(most), level: LEVEL });
  return {
    tool: { name: 'goodhart', version: VERSION },
    scenario: { name: scenario.name, hash: scenario.hash },
    seed,
    outcome: { id: outcome.id, title: outcome.title, unit: outcome.unit, direction: outcome.direction },
    delta: { ...delta, of: names[reference] },
    level: LEVEL,
    arms,
    separated: arms.every(({ standing }) => standing !== 'close'),
    ended: !isGoing ? 'stopped' : isOver ? 'decided' : 'limit',
    runs: samples.runs,
    equalRuns: new Set(adapter.runsOf.map(({ own }) => own)).size * done,
    failed: samples.failed,
    ...(samples.control === undefined ? {} : { steadied: { control: samples.control } }),
  };
}

function askedOutcome({ outcomes, arms }: WorldAdapter, id: string): WorldAdapter['outcomes'][number] {
  const outcome = outcomes.find((candidate) => candidate.id === id);
  if (outcome === undefined)
    refuse([
      { code: 'dangling-reference', path: '--outcome', got: showValue(id), expected: 'the id of an outcome' },
    ]);
  if (arms.length < 2)
    refuse([{ code: 'usage', path: '--arms', got: `${arms.length} arm`, expected: 'two arms or more' }]);
  return outcome;
}

/** Ends the first stage: fixes the control-variate coefficients and converts delta to an amount. */
function firstStage(
  samples: RaceSamples,
  id: string,
  reference: number,
  isGoing: boolean,
  asked: PrecisionTarget,
): { readonly asked: string; readonly amount: number } {
  const defined = samples.values[0].length;
  if (defined < (isGoing ? LEAST_PAIRS / 2 : 1))
    refuse([
      {
        code: 'usage',
        path: '--outcome',
        got: showValue(id),
        expected: `an outcome that is defined in every run; it is in ${defined} of the first ${LEAST_PAIRS}`,
      },
    ]);
  samples.settle(LEAST_PAIRS / 2);
  const amount = asked.amount ?? (asked.share ?? 0) * Math.abs(samples.mean(reference));
  if (isGoing && !(amount > 0))
    refuse([
      {
        code: 'usage',
        path: '--delta',
        got: asked.text,
        expected: 'an amount: the reference’s mean is 0, and has no parts',
      },
    ]);
  return { asked: asked.text, amount };
}

function raceOf(samples: RaceSamples, sign: number, amount: number): BestOfMany {
  const signed = samples.values.map((own) => Float64Array.from(own, (value) => sign * value));
  return new BestOfMany(signed, amount, LEVEL);
}

/** Maximum number of looks within a number of replicates. */
function looksUpTo(most: number): number {
  let looks = 1;
  for (let n = LEAST_PAIRS; n < most; n = nextLook(n)) looks++;
  return looks;
}
