import { computed, signal } from '@preact/signals-core';
import type { Gain } from '../protocol.ts';
import type { Choice } from './choice.ts';
import type { Store } from './store.ts';

export interface Guess {
  readonly who: string;
  readonly best: number;
  readonly low: number;
  readonly high: number;
}

/** Guesses about one question, and the answer once it is revealed. */
export interface Round {
  readonly guesses: readonly Guess[];
  /** What is asked, for the record. */
  readonly question: string;
  readonly unit?: string;
  readonly revealed?: {
    readonly gain: Gain;
    readonly runs: number;
    readonly changes: readonly string[];
    /** What people do, and why it pays them; empty where that is not known. */
    readonly why: string;
  };
}

/** Rounds of guessing, by what is asked: to come back to a question is to come back to its round. */
export class Guesses {
  private readonly store: Store;
  private readonly all = signal<Readonly<Record<string, Round>>>({});
  private readonly key = computed(() =>
    JSON.stringify([this.store.files.value.file, this.store.choice.value]),
  );
  readonly round = computed((): Round => this.all.value[this.key.value] ?? { guesses: [], question: '' });
  /** Rounds that were revealed, in order. */
  readonly told = computed(() =>
    Object.values(this.all.value).filter(({ revealed }) => revealed !== undefined),
  );
  /** The latest question about the open file that still has guesses and no answer, if it is not asked now. */
  readonly waiting = computed((): Choice | undefined => {
    const others = Object.entries(this.all.value).filter(
      ([key, { guesses, revealed }]) =>
        key !== this.key.value && guesses.length > 0 && revealed === undefined,
    );
    const questions = others.map(([key]) => JSON.parse(key) as readonly [file: string, choice: Choice]);
    return questions.findLast(([file]) => file === this.store.files.value.file)?.[1];
  });
  /** Whether the answer is not to be seen or heard yet. */
  readonly isHidden = computed(() => this.store.isGuessing.value && this.round.value.revealed === undefined);

  constructor(store: Store) {
    this.store = store;
  }

  change(round: Round): void {
    this.all.value = { ...this.all.value, [this.key.value]: round };
  }
}
