import { dataToJson } from '../../core/dataJson.ts';
import type { Chunk } from '../tasks/replicates.ts';
import type { RunSpec } from '../tasks/runSpec.ts';
import type { Job, TaskKind, TaskKinds } from '../tasks/tasks.ts';
import type { Executor } from './executor.ts';

/** What one run did in the replicates of a chunk. */
interface Kept {
  /** [(replicate - from) * outcomes + outcome] */
  readonly outcomes: Float64Array;
  readonly months: Float64Array;
}

type Common = Job<'replicates'>['common'];

/** A chunk that is asked for: the keys of its runs, and what is kept of them. */
interface Task {
  readonly from: number;
  readonly to: number;
  readonly keys: readonly string[];
  readonly known: readonly (Kept | undefined)[];
}

/** Most values that are cached, about 200 MB. Beyond it the least recently used are evicted. */
const MOST_KEPT = 25_000_000;

/**
 * An executor with a cache of runs. Results are cached by run and chunk of replicates, and only runs that are
 * not cached are simulated. The results of a run do not depend on which other runs share its random draws, so
 * that cached results are the same, bit for bit. Chunks with a failed run are not cached.
 *
 * @param mostKept values that are cached at most, eight bytes each
 * @example await compare(scenario, { executor: keepingExecutor(inlineExecutor) })
 */
export function keepingExecutor(executor: Executor, mostKept = MOST_KEPT): Executor {
  const kept = new Map<string, Kept>();
  let size = 0;

  function keep(key: string, found: Kept): void {
    kept.set(key, found);
    size += found.outcomes.length + found.months.length;
    for (const [oldest, { outcomes, months }] of kept) {
      if (size <= mostKept) return;
      kept.delete(oldest);
      size -= outcomes.length + months.length;
    }
  }

  /** Takes what is kept, and marks it as used. */
  function recall(key: string): Kept | undefined {
    const found = kept.get(key);
    if (found !== undefined) {
      kept.delete(key);
      kept.set(key, found);
    }
    return found;
  }

  /** Plays tasks of which the same runs are new. */
  async function playOpen(
    { runs, seed }: Common,
    tasks: readonly Task[],
    take: (chunk: Chunk) => boolean,
  ): Promise<boolean> {
    const open = [...runs.keys()].filter((run) => tasks[0].known[run] === undefined);
    let next = 0;
    let goesOn = true;
    if (open.length === 0) {
      for (; goesOn && next < tasks.length; next++)
        goesOn = take(joined(tasks[next], tasks[next].known as Kept[]));
      return goesOn;
    }
    const common = { runs: open.map((run) => runs[run]), seed };
    await executor.run(
      { kind: 'replicates', common, tasks: tasks.map(({ from, to }) => ({ from, to })) },
      (chunk) => {
        const { keys, known } = tasks[next++];
        const fresh = open.map((_, at) => partOf(chunk, open.length, at));
        if (chunk.failures.length === 0) for (const [at, run] of open.entries()) keep(keys[run], fresh[at]);
        const parts = known.map((found, run) => found ?? fresh[open.indexOf(run)]);
        goesOn = take(open.length === runs.length ? chunk : withFailures(joined(chunk, parts), chunk, open));
        return goesOn;
      },
    );
    return goesOn && next === tasks.length;
  }

  async function play({ common, tasks }: Job<'replicates'>, take: (chunk: Chunk) => boolean): Promise<void> {
    const names = common.runs.map((run) => `${nameOf(run)} ${common.seed}`);
    const asked = tasks.map(({ from, to }): Task => {
      const keys = names.map((name) => `${from} ${to} ${name}`);
      return { from, to, keys, known: keys.map(recall) };
    });
    for (let next = 0; next < asked.length; ) {
      let end = next + 1;
      while (end < asked.length && isAlike(asked[end], asked[next])) end++;
      if (!(await playOpen(common, asked.slice(next, end), take))) return;
      next = end;
    }
  }

  return {
    async run<Kind extends TaskKind>(job: Job<Kind>, take: (result: TaskKinds[Kind]['result']) => boolean) {
      if (job.kind !== 'replicates') return executor.run(job, take);
      await play(job as unknown as Job<'replicates'>, take as (chunk: Chunk) => boolean);
    },
  };
}

/** What one of the runs of a chunk did. */
function partOf({ from, to, outcomes, months }: Chunk, runs: number, at: number): Kept {
  const width = outcomes.length / ((to - from) * runs);
  const own = new Float64Array((to - from) * width);
  for (let replicate = 0; replicate < to - from; replicate++) {
    const start = (replicate * runs + at) * width;
    own.set(outcomes.subarray(start, start + width), replicate * width);
  }
  return { outcomes: own, months: months[at] };
}

/** A chunk put together from what its runs did. */
function joined({ from, to }: Pick<Chunk, 'from' | 'to'>, parts: readonly Kept[]): Chunk {
  const width = parts[0].outcomes.length / (to - from);
  const outcomes = new Float64Array((to - from) * parts.length * width);
  parts.forEach((part, run) => {
    for (let replicate = 0; replicate < to - from; replicate++)
      outcomes.set(
        part.outcomes.subarray(replicate * width, (replicate + 1) * width),
        (replicate * parts.length + run) * width,
      );
  });
  return { from, to, outcomes, months: parts.map(({ months }) => months.slice()), failures: [] };
}

/** Marks what failed: a replicate in which one run fails has no results of any. */
function withFailures(whole: Chunk, played: Chunk, open: readonly number[]): Chunk {
  const size = whole.outcomes.length / (whole.to - whole.from);
  for (const { replicate } of played.failures)
    whole.outcomes.fill(NaN, (replicate - whole.from) * size, (replicate - whole.from + 1) * size);
  return { ...whole, failures: played.failures.map((failure) => ({ ...failure, run: open[failure.run] })) };
}

function isAlike(one: Task, other: Task): boolean {
  return one.known.every((found, run) => (found === undefined) === (other.known[run] === undefined));
}

/** Numbers of beliefs, by identity: they are large, and shared by the runs that hold them. */
const numbers = new WeakMap<object, number>();
let lastNumber = 0;

function numberOf(beliefs: object): number {
  const known = numbers.get(beliefs) ?? ++lastNumber;
  numbers.set(beliefs, known);
  return known;
}

/** Text that is equal only for runs that do the same. */
function nameOf(run: RunSpec): string {
  if (run.kind === 'textbook') return dataToJson({ ...run, name: '' });
  const { beliefs, later, ...rest } = run;
  const then = later?.beliefs === undefined ? 0 : numberOf(later.beliefs);
  return dataToJson([
    { ...rest, name: '' },
    numberOf(beliefs),
    later === undefined ? 0 : [{ ...later, beliefs: then }],
  ]);
}
