import { computed, effect, signal } from '@preact/signals-core';
import type { Gain } from '../protocol.ts';
import { WORDS } from '../words.ts';
import { button, fill, make } from './dom.ts';
import type { Store } from './store.ts';
import { valueWords } from './valueWords.ts';

interface Guess {
  readonly who: string;
  readonly best: number;
  readonly low: number;
  readonly high: number;
}

const usd = (value: number) => valueWords(Number(value.toPrecision(3)), 'USD');
const number = (id: string) => make('input', { type: 'number', id, step: 'any' });

/** Guesses before the answer, and the answer beside them. Guesses stay in this page. */
export class GuessCard {
  readonly node: HTMLElement;
  private readonly store: Store;
  private readonly guesses = signal<readonly Guess[]>([]);
  /** The choice for which the answer was revealed: another question is guessed anew. */
  private readonly revealed = signal('');
  private readonly question = computed(() =>
    JSON.stringify([this.store.files.value.file, this.store.choice.value]),
  );
  readonly isRevealed = computed(() => this.revealed.value === this.question.value);
  private readonly asked = make('p');
  private readonly who = make('input', { type: 'text', id: 'guess-who', maxlength: 40 });
  private readonly numbers = ['guess-best', 'guess-low', 'guess-high'].map(number);
  private readonly said = make('p', { role: 'status' });
  private readonly table = make('div');

  constructor(store: Store) {
    this.store = store;
    const labels = [WORDS.guessWho, WORDS.guessBest, WORDS.guessLow, WORDS.guessHigh];
    const inputs = [this.who, ...this.numbers];
    this.node = make(
      'div',
      { class: 'panel card' },
      make('h2', {}, WORDS.guessTitle),
      this.asked,
      make(
        'div',
        { class: 'guess' },
        ...inputs.map((input, i) => make('label', {}, labels[i], input)),
        button(WORDS.guessAdd, () => this.add()),
        button(WORDS.reveal, () => this.reveal()),
      ),
      this.said,
      this.table,
    );
    let last = this.question.value;
    effect(() => {
      if (this.question.value === last) return;
      last = this.question.value;
      this.guesses.value = [];
    });
    effect(() => this.show());
  }

  private add(): void {
    const [best, low, high] = this.numbers.map(({ value }) => (value.trim() === '' ? NaN : Number(value)));
    if (![best, low, high].every(Number.isFinite) || low > high) {
      fill(this.said, WORDS.guessWrong);
      return;
    }
    this.guesses.value = [
      ...this.guesses.value,
      { who: this.who.value.trim().slice(0, 40), best, low, high },
    ];
    fill(this.said);
    for (const input of [this.who, ...this.numbers]) input.value = '';
    this.who.focus();
  }

  private reveal(): void {
    if (this.guesses.value.length === 0) fill(this.said, WORDS.needsGuess);
    else this.revealed.value = this.question.value;
  }

  private show(): void {
    const { store, guesses } = this;
    this.node.hidden = !store.isGuessing.value;
    const view = store.view.value;
    const plan = view?.arms.find(
      ({ name }) => name !== view.reference && store.choice.value.arms.includes(name),
    );
    const reference = view?.arms.find(({ name }) => name === view.reference);
    fill(this.asked, WORDS.guessAsk(plan?.title ?? '', reference?.title ?? ''));
    const gain = store.answer.value?.gains.find(
      ({ arm, title }) => arm === plan?.name || title === plan?.title,
    );
    const isRevealed = this.isRevealed.value;
    fill(
      this.table,
      ...(guesses.value.length === 0 ? [] : [tableOf(guesses.value, isRevealed ? gain : undefined)]),
      isRevealed ? button(WORDS.print, () => window.print()) : make('p', { class: 'meta' }, WORDS.hidden),
    );
  }
}

/** Guesses, and beside each whether the answer lies within its range; dots while it is hidden. */
function tableOf(guesses: readonly Guess[], gain: Gain | undefined): HTMLElement {
  const verdict = ({ low, high }: Guess): string => {
    if (gain === undefined) return '…';
    const place = gain.usd < low ? WORDS.below : gain.usd > high ? WORDS.above : WORDS.inside;
    return `${usd(gain.usd)} (${usd(gain.interval[0])} ${WORDS.to} ${usd(gain.interval[1])}): ${place}`;
  };
  const row = (guess: Guess) =>
    make(
      'tr',
      {},
      make('th', { scope: 'row' }, WORDS.guessed(guess.who)),
      make('td', {}, usd(guess.best)),
      make('td', {}, `${usd(guess.low)} ${WORDS.to} ${usd(guess.high)}`),
      make('td', {}, verdict(guess)),
    );
  const head = WORDS.guessColumns.map((column) => make('th', { scope: 'col' }, column));
  return make(
    'table',
    {},
    make('thead', {}, make('tr', {}, ...head)),
    make('tbody', {}, ...guesses.map(row)),
  );
}
