import type { Chunk } from '../tasks/replicates.ts';
import type { Job, TaskKind, TaskKinds } from '../tasks/tasks.ts';
import type { Executor } from './executor.ts';

/**
 * An executor that divides chunks of replicates, so that even a few runs keep several threads busy. Outcomes
 * are the same; sums over months are added in another order, and can differ in their last digits.
 *
 * @param most replicates in a part
 */
export function splittingExecutor(executor: Executor, most: number): Executor {
  async function play({ kind, common, tasks }: Job<'replicates'>, take: (chunk: Chunk) => boolean) {
    const parts = tasks.map(({ from, to }) =>
      Array.from({ length: Math.ceil((to - from) / most) }, (_, i) => ({
        from: from + i * most,
        to: Math.min(to, from + (i + 1) * most),
      })),
    );
    let task = 0;
    let found: Chunk[] = [];
    await executor.run({ kind, common, tasks: parts.flat() }, (chunk) => {
      found.push(chunk);
      if (found.length < parts[task].length) return true;
      const whole = joined(found);
      task++;
      found = [];
      return take(whole);
    });
  }

  return {
    async run<Kind extends TaskKind>(job: Job<Kind>, take: (result: TaskKinds[Kind]['result']) => boolean) {
      if (job.kind !== 'replicates') return executor.run(job, take);
      await play(job as unknown as Job<'replicates'>, take as (chunk: Chunk) => boolean);
    },
  };
}

/** Consecutive chunks as one. */
function joined(chunks: readonly Chunk[]): Chunk {
  const outcomes = new Float64Array(chunks.reduce((sum, chunk) => sum + chunk.outcomes.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    outcomes.set(chunk.outcomes, at);
    at += chunk.outcomes.length;
  }
  const months = chunks[0].months.map((first, run) => {
    const sums = new Float64Array(first.length);
    for (const chunk of chunks) for (let i = 0; i < sums.length; i++) sums[i] += chunk.months[run][i];
    return sums;
  });
  return {
    from: chunks[0].from,
    to: chunks[chunks.length - 1].to,
    outcomes,
    months,
    failures: chunks.flatMap(({ failures }) => failures),
  };
}
