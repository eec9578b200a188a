import { batch, computed, signal } from '@preact/signals-core';
import type { Answer, Field, Files, Tested, Told, View, WrongPlace } from '../protocol.ts';
import { AnswerCache, isBetter } from './answerCache.ts';
import { type Choice, isSame } from './choice.ts';

/** Most steps that undo goes back. */
const MOST_STEPS = 100;

/** The state of the page. Everything shown follows from it. */
export class Store {
  readonly files = signal<Files>({ file: '', texts: {} });
  readonly view = signal<View | undefined>(undefined);
  readonly choice = signal<Choice>({ set: {}, arms: [] });
  readonly answer = signal<Answer | undefined>(undefined);
  /** Whether the picture is of an earlier choice. */
  readonly isStale = signal(false);
  /** Whether the answer is to the choice in force, from all its runs. */
  readonly isSettled = computed(() => {
    const { done = 0, of = 1 } = this.answer.value ?? {};
    return !this.isStale.value && done >= of;
  });
  /** What cannot be simulated, in sentences. */
  readonly issues = signal<readonly string[]>([]);
  /** What is wrong with a file that was not opened. */
  readonly wrongFile = signal<readonly string[]>([]);
  readonly wrongPlaces = signal<readonly WrongPlace[]>([]);
  readonly notice = signal('');
  readonly isReadOnly = signal(false);
  readonly isGuessing = signal(false);
  /** The file with the changes in it, for the editor and to save. */
  readonly text = signal('');
  /** Tests of which numbers matter: none, under way, done, or stopped by another question. */
  readonly testing = signal<'none' | 'done' | 'stopped' | { readonly done: number; readonly of: number }>(
    'none',
  );
  /** What the latest tests came to, and for which choice. */
  readonly tested = signal<{ readonly of: Choice; readonly found: Tested } | undefined>(undefined);
  readonly told = signal<Told | undefined>(undefined);
  /** Which panel is open. */
  readonly panel = signal<'none' | 'share' | 'edit' | 'story'>('none');
  seed: string | undefined;
  /** Path of the field that was moved last. */
  inHand: string | undefined;
  /** Paths of weights set by hand: changing another weight does not adjust them. */
  readonly weighed = new Set<string>();
  /** Answers to choices made before, and to those that may come next. */
  readonly answers = new AnswerCache();

  private readonly before = signal<readonly Choice[]>([]);
  private readonly after = signal<readonly Choice[]>([]);
  readonly canUndo = computed(() => this.before.value.length > 0);
  readonly canRedo = computed(() => this.after.value.length > 0);
  /** The choice at the beginning of a gesture that is not over. */
  private start: Choice | undefined;

  /** The seed of a link, if it names one. */
  get seeded(): { readonly seed?: string } {
    return this.seed === undefined ? {} : { seed: this.seed };
  }

  /** Notes that a weight was set by hand; once all of a plan's are, the others make room again. */
  weigh({ path, shares = [] }: Field): void {
    if (shares.length === 0) return;
    if (shares.every((other) => this.weighed.has(other)))
      for (const other of shares) this.weighed.delete(other);
    this.weighed.add(path);
  }

  /** Makes a choice; a gesture, such as the move of a slider, is one step of undo. */
  choose(next: Choice, isOver: boolean): void {
    const from = this.start ?? this.choice.value;
    this.go(next);
    if (!isOver) {
      this.start = from;
      return;
    }
    this.start = undefined;
    if (isSame(from, next)) return;
    this.before.value = [...this.before.value, from].slice(-MOST_STEPS);
    this.after.value = [];
  }

  /** Goes to a choice: shows what is known of it, or greys what was known of the one before. */
  private go(to: Choice): void {
    batch(() => {
      this.choice.value = to;
      this.issues.value = [];
      const known = this.answers.of(to);
      if (known !== undefined) this.answer.value = known;
      this.isStale.value = known === undefined;
    });
  }

  /** Takes an answer to the choice in force. */
  take(answer: Answer): void {
    this.answers.keep(this.choice.value, answer);
    if (!this.isStale.value && isBetter(this.answer.value, answer)) return;
    this.answer.value = answer;
    this.isStale.value = false;
  }

  undo(): void {
    const last = this.before.value.at(-1);
    if (last === undefined) return;
    this.before.value = this.before.value.slice(0, -1);
    this.after.value = [...this.after.value, this.choice.value];
    this.go(last);
  }

  redo(): void {
    const next = this.after.value.at(-1);
    if (next === undefined) return;
    this.after.value = this.after.value.slice(0, -1);
    this.before.value = [...this.before.value, this.choice.value];
    this.go(next);
  }

  /** Begins anew with a scenario: nothing to undo. */
  begin(choice: Choice): void {
    this.before.value = [];
    this.after.value = [];
    this.start = undefined;
    this.inHand = undefined;
    this.weighed.clear();
    this.testing.value = 'none';
    this.tested.value = undefined;
    this.answers.forget();
    batch(() => {
      this.choice.value = choice;
      this.answer.value = undefined;
      this.isStale.value = true;
      this.issues.value = [];
    });
  }
}
