import { dataFromJson, dataToJson } from '../../core/dataJson.ts';
import type { Findings } from '../tasks/preparation.ts';
import type { Job, TaskKind, TaskKinds } from '../tasks/tasks.ts';
import type { Executor } from './executor.ts';

/** Keeps texts by key, also beyond the process. It may fail silently: missing entries are recomputed. */
export interface Memory {
  read(key: string): string | undefined;
  write(key: string, text: string): void;
}

/**
 * An executor that asks no question twice: answers about worlds (effects of work, habits, benchmarks) are
 * taken from a memory where it has them, bit for bit. Other tasks are passed on.
 *
 * @param memory must belong to this version of the code: an answer depends on it as much as on the question
 * @example await compare(scenario, { executor: rememberingExecutor(inlineExecutor, memory) })
 */
export function rememberingExecutor(executor: Executor, memory: Memory): Executor {
  return {
    async run<Kind extends TaskKind>(job: Job<Kind>, take: (result: TaskKinds[Kind]['result']) => boolean) {
      if (job.kind !== 'question') return executor.run(job, take);
      await answerAll(job as unknown as Job<'question'>, take as (findings: Findings) => boolean);
    },
  };

  async function answerAll(job: Job<'question'>, take: (findings: Findings) => boolean): Promise<void> {
    const keys = job.tasks.map(dataToJson);
    const known = keys.map(recall);
    const open = [...keys.keys()].filter((i) => known[i] === undefined);
    let next = 0;
    let goesOn = true;
    const takeKnown = (to: number) => {
      for (; goesOn && next < to; next++) goesOn = take(known[next]!);
    };
    let done = 0;
    await executor.run({ ...job, tasks: open.map((i) => job.tasks[i]) }, (findings) => {
      const i = open[done++];
      memory.write(keys[i], dataToJson(findings));
      takeKnown(i);
      if (!goesOn) return false;
      next = i + 1;
      goesOn = take(findings);
      return goesOn;
    });
    takeKnown(keys.length);
  }

  function recall(key: string): Findings | undefined {
    const text = memory.read(key);
    return text === undefined ? undefined : (dataFromJson(text) as Findings);
  }
}
