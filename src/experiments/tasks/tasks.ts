import { type Findings, findOut, type Question } from './preparation.ts';
import { type Chunk, Replicator } from './replicates.ts';
import type { RunSpec } from './runSpec.ts';
import { type Trial, type TrialColumns, tryOut } from './trial.ts';

/**
 * Every kind of task: what all tasks of a job have in common, what is asked of one, and what comes back. All
 * of it is plain data that survives JSON (core/dataJson), so that a task can be done in another thread,
 * process or machine.
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

/** Tasks of one kind on the same common data. */
export interface Job<Kind extends TaskKind = TaskKind> {
  readonly kind: Kind;
  readonly common: TaskKinds[Kind]['common'];
  readonly tasks: readonly TaskKinds[Kind]['task'][];
}

/** Does the tasks of one job, one after the other. */
export type TaskDoer<Kind extends TaskKind> = (task: TaskKinds[Kind]['task']) => TaskKinds[Kind]['result'];

/** Gets ready for the tasks of a job. */
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
