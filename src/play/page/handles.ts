import { effect } from '@preact/signals-core';
import { fieldsOf } from './choice.ts';
import { neighboursOf } from './neighbours.ts';
import type { Store } from './store.ts';

/** Handles for tests and benchmarks; the page itself uses none of them. */
export const handlesOf = (store: Store, endThread: () => void) => ({
  /** Ends the thread as if it had died. */
  endThread,
  gains: () => store.answer.value?.gains.map(({ value }) => value),
  choose: (path: string, value: number) => {
    const { set, arms } = store.choice.value;
    store.inHand = path;
    store.choose({ set: { ...set, [path]: value }, arms }, true);
  },
  /** The value to which the next arrow key moves a field. */
  next: (path: string) => {
    const fields = fieldsOf(store.view.value!, store.choice.value.set);
    const field = fields.find((each) => each.path === path)!;
    // The written value is no change.
    return neighboursOf({}, field, fields)[0][path] ?? field.written;
  },
  /** How many answers to choices are known. */
  known: () => store.answers.size,
  /**
   * Calls back with each answer to the latest choice: the runs done and those at rest, and half the width of
   * the widest interval, infinite for a first estimate.
   */
  listen: (answered: (done: number, of: number, half: number) => void) =>
    effect(() => {
      const answer = store.answer.value;
      if (store.isStale.value || answer === undefined) return;
      const halves = answer.gains.map(({ interval: [low, high] }) => (high - low) / 2);
      answered(answer.done, answer.of, answer.isProvisional ? Infinity : Math.max(...halves));
    }),
});
