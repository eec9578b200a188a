import { computed, effect, signal } from '@preact/signals-core';
import type { ArmView, Gain } from '../protocol.ts';
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
    /** Both plans in words. */
    readonly plans: readonly string[];
    /** What the company books and earns under the reference, and its numbers. */
    readonly level: string;
    readonly company: string;
  };
}

/** What is asked: a scenario, and what is chosen in it. */
export interface Question {
  readonly file: string;
  readonly choice: Choice;
}

/** Where rounds are kept while the page is loaded anew; they do not outlive its tab. */
const KEPT = 'goodhart guesses';

/** Rounds of guessing, by what is asked: to come back to a question is to come back to its round. */
export class Guesses {
  private readonly store: Store;
  private readonly all = signal<Readonly<Record<string, Round>>>({});
  private readonly key = computed(() =>
    JSON.stringify([this.store.files.value.file, this.store.choice.value]),
  );
  readonly round = computed((): Round => this.all.value[this.key.value] ?? { guesses: [], question: '' });
  /** Heading of the card. */
  readonly title = signal('');
  /** Rounds that were revealed, in order. */
  readonly told = computed(() =>
    Object.values(this.all.value).filter(({ revealed }) => revealed !== undefined),
  );
  /** The latest question that still has guesses and no answer, if it is not asked now, with its round. */
  private readonly left = computed(() =>
    Object.entries(this.all.value).findLast(
      ([key, { guesses, revealed }]) =>
        key !== this.key.value && guesses.length > 0 && revealed === undefined,
    ),
  );
  readonly waiting = computed((): Question | undefined => {
    if (this.left.value === undefined) return undefined;
    const [file, choice] = JSON.parse(this.left.value[0]) as [string, Choice];
    return { file, choice };
  });
  readonly waitingRound = computed((): Round | undefined => this.left.value?.[1]);
  /** Whether the answer is not to be seen or heard yet. */
  readonly isHidden = computed(() => this.store.isGuessing.value && this.round.value.revealed === undefined);

  constructor(store: Store) {
    this.store = store;
    this.restore();
    effect(() => this.keep());
    addEventListener('beforeunload', (event) => {
      // Closing the tab ends them.
      if (Object.values(this.all.value).some(({ guesses }) => guesses.length > 0)) event.preventDefault();
    });
  }

  change(round: Round): void {
    this.all.value = { ...this.all.value, [this.key.value]: round };
  }

  private keep(): void {
    try {
      sessionStorage.setItem(KEPT, JSON.stringify([this.page, this.all.value, this.title.value]));
    } catch {
      // Without storage, rounds last as long as the page.
    }
  }

  /** Takes a guess out of a round. */
  remove(round: Round, guess: Guess): void {
    const guesses = round.guesses.filter((each) => each !== guess);
    const entries = Object.entries(this.all.value).map(
      ([key, each]) => [key, each === round ? { ...round, guesses } : each] as const,
    );
    this.all.value = Object.fromEntries(entries);
  }

  /** Takes up the rounds of before the page was loaded anew. */
  private restore(): void {
    try {
      const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? '[]') as [string, never, string];
      const [page, rounds, title] = kept;
      if (page !== this.page) return;
      this.all.value = rounds;
      this.title.value = title;
    } catch {
      // Nothing was kept.
    }
  }

  /** The page that was loaded, whatever is shown in it. */
  private get page(): string {
    return location.href.replace(/#.*$/, '');
  }
}

/** The plan that is guessed: the first one that is compared with the reference. */
export function guessedPlan({ view: { value: view }, choice }: Store): ArmView | undefined {
  return view?.arms.find(({ name }) => name !== view.reference && choice.value.arms.includes(name));
}
