import { refuse, showValue } from '../core/messages.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { BestOfMany } from '../statistics/bestOfMany.ts';
import { controlCoefficient } from '../statistics/control.ts';
import { pairedDifference } from '../statistics/paired.ts';
import { tQuantile } from '../statistics/tQuantile.ts';
import { VERSION } from '../version.ts';
import { namedArms } from './chosenArms.ts';
import { type Executor, inlineExecutor } from './executor.ts';
import { groundOf } from './grounds/groundOf.ts';
import { LEAST_PAIRS, nextLook, type PrecisionTarget, parsePrecision } from './precision.ts';
import type { Tell } from './sensitivity.ts';
import { WorldBook } from './worldBook.ts';

/** Chance with which what is said holds. */
const LEVEL = 0.95;
/** Runs of an arm at most unless the caller says otherwise. */
const MOST_REPLICATES = 20_000;

export interface BestOptions {
  readonly arms?: readonly string[];
  /** The smallest lead that matters: a part of the reference's mean in the first stage, or an amount; default 1%. */
  readonly delta?: PrecisionTarget;
  /** Id of the outcome; default the scenario's. */
  readonly outcome?: string;
  readonly maxReplicates?: number;
  readonly seed?: string;
  readonly executor?: Executor;
  readonly onProgress?: Tell;
}

export interface BestArm {
  readonly name: string;
  /** `behind`: told apart from the best, valid for all looks and all pairs of arms together; `close`: not told apart; `identical` run by run. */
  readonly standing: 'best' | 'behind' | 'close' | 'identical';
  /** Runs that it took, and its mean over them. */
  readonly n: number;
  readonly mean: number;
  /** Mean of its difference from the best over the runs that both have, with its standard error; 0 for the best. */
  readonly difference: number;
  readonly se: number;
}

/** Which of several arms is best. */
export interface Best {
  readonly tool: { readonly name: string; readonly version: string };
  readonly scenario: { readonly name: string; readonly hash: string };
  readonly seed: string;
  readonly outcome: {
    readonly id: string;
    readonly title: string;
    readonly unit: string;
    readonly direction: string;
  };
  /** The smallest lead that matters: as it was asked for, in the outcome's unit, and the arm whose mean parts were taken of. */
  readonly delta: { readonly asked: string; readonly amount: number; readonly of: string };
  readonly level: number;
  /** The best first, then by the difference from it. */
  readonly arms: readonly BestArm[];
  /** Whether the best is told apart from all others. */
  readonly separated: boolean;
  /** Why the runs ended: nothing was left to tell apart, the limit of runs, or the caller. */
  readonly ended: 'decided' | 'limit' | 'stopped';
  /** Runs of all arms together, and what they would be with as many of every arm. */
  readonly runs: number;
  readonly equalRuns: number;
  readonly failed: number;
  /** Luck that was taken out of all values, by a part that the first stage says; it is 0 on average. */
  readonly steadied?: { readonly control: string };
}

/**
 * Finds the best of a scenario's arms on common luck, giving up those that are behind as soon as that is sure enough, so that runs are spent on those that are close.
 *
 * Where the best leads every other arm by delta or more it is chosen in at least 95 of 100 cases; arms that are not told apart from it are named.
 *
 * @throws InputError for fewer than two arms, for an outcome that is not defined in every run, or an unknown name
 * @example const { arms } = await findBestArm(parseScenario(text), { delta: parsePrecision('2%') });
 */
export async function findBestArm(scenario: Scenario, options: BestOptions = {}): Promise<Best> {
  const names = namedArms(scenario, options.arms);
  const tell = options.onProgress ?? (() => true);
  const seed = options.seed ?? scenario.seed;
  const most = Math.max(LEAST_PAIRS, options.maxReplicates ?? MOST_REPLICATES);
  const executor = options.executor ?? inlineExecutor;
  const delta = options.delta ?? parsePrecision('1%');
  tell(0, most, 'learning what tactics do');
  const ground = await groundOf(scenario, names, new WorldBook(), executor, () => 'none');
  const { arms, lines, linesOf, outcomes, control } = ground;
  const id = options.outcome ?? scenario.outcome;
  const at = outcomes.findIndex((outcome) => outcome.id === id);
  if (at < 0)
    refuse([
      { code: 'dangling-reference', path: '--outcome', got: showValue(id), expected: 'the id of an outcome' },
    ]);
  if (arms.length < 2)
    refuse([{ code: 'usage', path: '--arms', got: `${arms.length} arm`, expected: 'two arms or more' }]);
  const outcome = outcomes[at];
  const sign = outcome.direction === 'lower' ? -1 : 1;

  const luckAt = control?.of.includes(id) ? outcomes.findIndex((one) => one.id === control.id) : -1;

  // Values by arm, one for every run that no arm failed in; an arm that is given up has fewer. Of luck that is 0 on average each is freed by as much as the first stage says, so that later runs stay
  // draws from one distribution.
  const values: number[][] = arms.map(() => []);
  const firstLuck: number[][] = arms.map(() => []);
  let taken: readonly number[] | undefined;
  let failed = 0;
  let runs = 0;
  let going = true;
  const runOn = async (alive: readonly number[], from: number, to: number) => {
    const distinct = [...new Set(alive.map((a) => linesOf[a].own))];
    await executor.run(
      distinct.map((line) => lines[line]),
      seed,
      to,
      (chunk) => {
        for (let replicate = 0; replicate < chunk.to - chunk.from; replicate++) {
          const outcomeAt = (a: number, which: number) =>
            chunk.outcomes[
              (replicate * distinct.length + distinct.indexOf(linesOf[a].own)) * outcomes.length + which
            ];
          const row = alive.map((a) => outcomeAt(a, at));
          if (row.some(Number.isNaN)) {
            failed++;
            continue;
          }
          for (const [i, a] of alive.entries()) {
            const luck = luckAt < 0 ? 0 : outcomeAt(a, luckAt);
            if (taken === undefined) firstLuck[a].push(luck);
            values[a].push(row[i] - (taken?.[a] ?? 0) * luck);
          }
        }
        runs += distinct.length * (chunk.to - chunk.from);
        going = tell(chunk.to, most, `running ${alive.length} arms`) !== false;
        return going;
      },
      from,
    );
  };

  const everyone = arms.map((_, a) => a);
  await runOn(everyone, 0, LEAST_PAIRS);
  const reference = Math.max(
    0,
    arms.findIndex((arm) => arm.name === scenario.reference),
  );
  if (values[0].length < (going ? LEAST_PAIRS / 2 : 1))
    refuse([
      {
        code: 'usage',
        path: '--outcome',
        got: showValue(id),
        expected: `an outcome that is defined in every run; it is in ${values[0].length} of the first ${LEAST_PAIRS}`,
      },
    ]);
  taken = everyone.map((a) =>
    luckAt < 0 || values[a].length < LEAST_PAIRS / 2
      ? 0
      : controlCoefficient(Float64Array.from(values[a]), Float64Array.from(firstLuck[a])),
  );
  for (const a of everyone)
    for (let i = 0; i < values[a].length; i++) values[a][i] -= taken[a] * firstLuck[a][i];
  const mean = (a: number) => values[a].reduce((sum, value) => sum + value, 0) / values[a].length;
  const amount = delta.amount ?? (delta.share ?? 0) * Math.abs(mean(reference));
  if (going && !(amount > 0))
    refuse([
      {
        code: 'usage',
        path: '--delta',
        got: delta.text,
        expected: 'an amount: the reference’s mean is 0, and has no parts',
      },
    ]);
  // Who stops in the first stage has seen no race.
  const race = going
    ? new BestOfMany(
        everyone.map((a) => Float64Array.from(values[a], (value) => sign * value)),
        amount,
        LEVEL,
      )
    : undefined;
  const alive = () => everyone.filter((a) => race?.isIn[a] ?? true);
  const look = () =>
    race?.look(
      everyone.map((a) => sign * mean(a)),
      values[alive()[0]].length,
    ) ?? false;
  let done = LEAST_PAIRS;
  let over = look();
  while (!over && going && done < most) {
    const to = Math.min(most, nextLook(done));
    await runOn(alive(), done, to);
    done = to;
    if (going) over = look();
  }

  const left = alive();
  const best = left.reduce((a, b) => (sign * mean(b) > sign * mean(a) ? b : a));
  const found = standings(names, values, best, sign, most);
  const order = (arm: BestArm) => (arm.standing === 'best' ? -Infinity : -sign * arm.difference);
  return {
    tool: { name: 'goodhart', version: VERSION },
    scenario: { name: scenario.name, hash: scenario.hash },
    seed,
    outcome: { id, title: outcome.title, unit: outcome.unit, direction: outcome.direction },
    delta: { asked: delta.text, amount, of: arms[reference].name },
    level: LEVEL,
    arms: found.sort((a, b) => order(a) - order(b)),
    separated: found.every(({ standing }) => standing !== 'close'),
    ended: !going ? 'stopped' : over ? 'decided' : 'limit',
    runs,
    equalRuns: new Set(linesOf.map(({ own }) => own)).size * done,
    failed,
    ...(control === undefined || taken.every((part) => part === 0)
      ? {}
      : { steadied: { control: control.id } }),
  };
}

/**
 * How every arm stands to the best.
 *
 * Which arm is best and how many runs another took are matters of luck: every pair of arms at every look that was possible shares the 5%.
 */
function standings(
  names: readonly string[],
  values: readonly (readonly number[])[],
  best: number,
  sign: number,
  most: number,
): BestArm[] {
  let looks = 1;
  for (let n = LEAST_PAIRS; n < most; n = nextLook(n)) looks++;
  const among = (looks * names.length * (names.length - 1)) / 2;
  return names.map((name, a) => {
    const n = values[a].length;
    const own = { name, n, mean: values[a].reduce((sum, value) => sum + value, 0) / n };
    if (a === best) return { ...own, standing: 'best', difference: 0, se: 0 };
    const d = pairedDifference(
      Float64Array.from(values[a]),
      Float64Array.from(values[best].slice(0, n)),
      'neutral',
      1,
    )!;
    const clear = tQuantile(1 - (1 - LEVEL) / 2 / among, n - 1);
    const isBehind = -sign * d.meanDifference > clear * d.se;
    return {
      ...own,
      standing: d.se === 0 && d.meanDifference === 0 ? 'identical' : isBehind ? 'behind' : 'close',
      difference: d.meanDifference,
      se: d.se,
    };
  });
}
