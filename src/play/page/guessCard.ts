import { computed, effect, signal } from '@preact/signals-core';
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

/** Guesses before the answer, and the answer beside them. Guesses stay in this page. */
export function guessCard(store: Store): {
  readonly node: HTMLElement;
  readonly isRevealed: { readonly value: boolean };
} {
  const guesses = signal<readonly Guess[]>([]);
  /** The choice for which the answer was revealed: another question is guessed anew. */
  const revealed = signal('');
  const question = computed(() => JSON.stringify([store.files.value.file, store.choice.value]));
  const isRevealed = computed(() => revealed.value === question.value);
  const asked = make('p');
  const who = make('input', { type: 'text', id: 'guess-who', maxlength: 40 });
  const number = (id: string) => make('input', { type: 'number', id, step: 'any' });
  const [best, low, high] = [number('guess-best'), number('guess-low'), number('guess-high')];
  const said = make('p', { role: 'status' });
  const table = make('div');
  const field = (input: HTMLElement, label: string) => make('label', {}, label, input);

  function add(): void {
    const values = [best, low, high].map((input) => (input.value.trim() === '' ? NaN : Number(input.value)));
    const [b, l, h] = values;
    if (values.some((value) => !Number.isFinite(value)) || l > h) {
      fill(said, `${WORDS.guessBest}, ${WORDS.guessLow} ≤ ${WORDS.guessHigh}.`);
      return;
    }
    guesses.value = [...guesses.value, { who: who.value.trim().slice(0, 40), best: b, low: l, high: h }];
    fill(said);
    for (const input of [who, best, low, high]) input.value = '';
    who.focus();
  }

  function reveal(): void {
    if (guesses.value.length === 0) fill(said, WORDS.needsGuess);
    else revealed.value = question.value;
  }

  const node = make(
    'div',
    { class: 'panel card' },
    make('h2', {}, WORDS.guessTitle),
    asked,
    make(
      'div',
      { class: 'guess' },
      field(who, WORDS.guessWho),
      field(best, WORDS.guessBest),
      field(low, WORDS.guessLow),
      field(high, WORDS.guessHigh),
      button(WORDS.guessAdd, add),
      button(WORDS.reveal, reveal),
    ),
    said,
    table,
  );

  let last = question.value;
  effect(() => {
    if (question.value !== last) {
      last = question.value;
      guesses.value = [];
    }
  });
  effect(() => {
    node.hidden = !store.isGuessing.value;
    const view = store.view.value;
    const plan = view?.arms.find(
      ({ name }) => name !== view.reference && store.choice.value.arms.includes(name),
    );
    const reference = view?.arms.find(({ name }) => name === view.reference);
    fill(asked, WORDS.guessAsk(plan?.title ?? '', reference?.title ?? ''));
    const gain = store.answer.value?.gains.find(({ arm }) => arm === plan?.name || arm === plan?.title);
    const usd = (value: number) => valueWords(Number(value.toPrecision(3)), 'USD');
    const verdict = ({ low: from, high: to }: Guess) => {
      if (!isRevealed.value || gain === undefined) return '…';
      const place = gain.usd < from ? WORDS.below : gain.usd > to ? WORDS.above : WORDS.inside;
      return `${usd(gain.usd)} (${usd(gain.interval[0])} ${WORDS.to} ${usd(gain.interval[1])}): ${place}`;
    };
    fill(
      table,
      ...(guesses.value.length === 0
        ? []
        : [
            make(
              'table',
              {},
              make(
                'thead',
                {},
                make('tr', {}, ...WORDS.guessColumns.map((each) => make('th', { scope: 'col' }, each))),
              ),
              make(
                'tbody',
                {},
                ...guesses.value.map((guess) =>
                  make(
                    'tr',
                    {},
                    make('th', { scope: 'row' }, WORDS.guessed(guess.who)),
                    make('td', {}, usd(guess.best)),
                    make('td', {}, `${usd(guess.low)} ${WORDS.to} ${usd(guess.high)}`),
                    make('td', {}, verdict(guess)),
                  ),
                ),
              ),
            ),
          ]),
      ...(isRevealed.value
        ? [button(WORDS.print, () => window.print())]
        : [make('p', { class: 'meta' }, WORDS.hidden)]),
    );
  });
  return { node, isRevealed };
}
