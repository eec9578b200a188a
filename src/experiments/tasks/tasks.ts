import { type Findings, findOut, type Question } from './preparation.ts';
import { type Chunk, Replicator } from './replicates.ts';
import type { RunSpec } from './runSpec.ts';
import { type Trial, type TrialColumns, tryOut } from './trial.ts';

/**
 * Kinds of task, each with the common data of its job, the input of one task and its result. All of it is
 * plain data that survives JSON (core/dataJson), so that a task can run in another thread, process or
 * machine.
 */
export interface TaskKinds {
  replicates: {
    readonly common: { readonly runs: readonly RunSpec[]; readonly seed: string };
    readonly task: { readonly from: number; readonly to: number };
    readonly result: Chunk;
  };
  question: { readonly common: undefined; readonly task: Question; readonly result: Findings };
  trial: { readonly common: undefined; readonly task: Trial; readonly result: TrialColumns };
}
export type TaskKind = keyof TaskKinds;

/** Tasks of one kind with shared common data. */
export interface Job<Kind extends TaskKind = TaskKind> {
  readonly kind: Kind;
  readonly common: TaskKinds[Kind]['common'];
  readonly tasks: readonly TaskKinds[Kind]['task'][];
}

/** Runs one task of a job and returns its result. */
export type TaskDoer<Kind extends TaskKind> = (task: TaskKinds[Kind]['task']) => TaskKinds[Kind]['result'];

/** Builds the function that runs a job's tasks from the job's common data. */
const DOERS: { readonly [Kind in TaskKind]: (common: TaskKinds[Kind]['common']) => TaskDoer<Kind> } = {
  replicates: ({ runs, seed }) => {
    const replicator = new Replicator(runs, seed);
    return ({ from, to }) => replicator.play(from, to);
  },
  question: () => findOut,
  trial: () => tryOut,
};

export function doerOf<Kind extends TaskKind>(kind: Kind, common: TaskKinds[Kind]['common']): TaskDoer<Kind> {
  return DOERS[kind](common);
}
