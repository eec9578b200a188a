import { effect } from '@preact/signals-core';
import { meantAmount } from '../../core/meantNumber.ts';
import { valueWords } from '../valueWords.ts';
import { WORDS } from '../words.ts';
import { changesInWords } from './choice.ts';
import { button, fill, make } from './dom.ts';
import type { Guess, Guesses, Round } from './guesses.ts';
import { guessPicture } from './guessPicture.ts';
import type { Store } from './store.ts';

/** An amount to three digits, in the unit of the outcome that ranks the plans. */
const inWords = (value: number, unit: string) => valueWords(Number(value.toPrecision(3)), unit);

/** The outcome that ranks plans of a company. */
const PROFIT = 'profitBeforePayUsd';

/** Guesses before the answer, and the answer beside them, round by round. Guesses stay in this page. */
export class GuessCard {
  readonly node: HTMLElement;
  private readonly store: Store;
  private readonly guesses: Guesses;
  private readonly asked = make('p');
  private readonly inputs: readonly HTMLInputElement[];
  private readonly form: HTMLElement;
  private readonly said = make('p', { role: 'status' });
  private readonly table = make('div');

  constructor(store: Store, guesses: Guesses) {
    this.store = store;
    this.guesses = guesses;
    const labels = [WORDS.guessWho, WORDS.guessBest, WORDS.guessLow, WORDS.guessHigh];
    this.inputs = ['who', 'best', 'low', 'high'].map((id) =>
      make('input', {
        type: 'text',
        id: `guess-${id}`,
        maxlength: 40,
        autocomplete: 'off',
      }),
    );
    this.form = make(
      'form',
      {
        class: 'guess',
        submit: (event: Event) => {
          event.preventDefault();
          this.add();
        },
      },
      ...this.inputs.map((input, i) => make('label', {}, labels[i], input)),
      make('button', { type: 'submit' }, WORDS.guessAdd),
      button(WORDS.reveal, () => this.reveal()),
    );
    this.node = make(
      'div',
      { class: 'panel card' },
      make('h2', {}, WORDS.guessTitle),
      this.asked,
      this.form,
      this.said,
      this.table,
    );
    effect(() => this.show());
  }

  private add(): void {
    const who = this.inputs[0].value.trim();
    const [best, low, high] = this.inputs.slice(1).map(({ value }) => meantAmount(value));
    const round = this.guesses.round.value;
    const wrong =
      who === ''
        ? WORDS.guessNameless
        : round.guesses.some((each) => each.who === who)
          ? WORDS.guessTwice(who)
          : ![best, low, high].every(Number.isFinite)
            ? WORDS.guessNumbers
            : low > best || best > high
              ? WORDS.guessOrder
              : '';
    fill(this.said, wrong);
    if (wrong !== '') return;
    this.guesses.change({ ...round, guesses: [...round.guesses, { who, best, low, high }] });
    for (const input of this.inputs) input.value = '';
    this.inputs[0].focus();
  }

  private reveal(): void {
    const round = this.guesses.round.value;
    const { answer, isStale, view, choice } = this.store;
    const { plan } = this;
    const found = answer.value?.gains.find(({ arm }) => arm === plan?.name);
    const isSettled = answer.value !== undefined && !isStale.value && answer.value.done >= answer.value.of;
    if (round.guesses.length === 0) fill(this.said, WORDS.needsGuess);
    else if (!isSettled || found === undefined) fill(this.said, WORDS.needsRest);
    else {
      fill(this.said);
      const changes = changesInWords(view.value!, choice.value.set);
      this.guesses.change({
        ...round,
        question: this.record(),
        unit: this.ranked.unit,
        revealed: { gain: found, runs: answer.value!.of, changes, why: answer.value!.why },
      });
      // What stood where is moved by the answer; the result comes first.
      this.node.scrollIntoView({ block: 'start' });
    }
  }

  /** The outcome that is guessed; before the first answer, that of companies. */
  private get ranked() {
    return this.store.answer.value?.ranked ?? { id: PROFIT, name: '', unit: 'USD' };
  }

  private record(): string {
    const view = this.store.view.value;
    const reference = view?.arms.find(({ name }) => name === view.reference);
    const { name } = this.ranked;
    return WORDS.guessRecord(view?.name ?? '', this.plan?.title ?? '', reference?.title ?? '', name);
  }

  /** The first plan that is compared with the reference. */
  private get plan() {
    const view = this.store.view.value;
    return view?.arms.find(
      ({ name }) => name !== view.reference && this.store.choice.value.arms.includes(name),
    );
  }

  private show(): void {
    const { store, guesses } = this;
    this.node.hidden = !store.isGuessing.value;
    const view = store.view.value;
    const { plan } = this;
    if (view === undefined || plan === undefined) return;
    const reference = view.arms.find(({ name }) => name === view.reference);
    const { id, name, unit } = this.ranked;
    const against = reference?.title ?? '';
    fill(
      this.asked,
      id === PROFIT
        ? WORDS.guessAsk(plan.title, against, view.horizonMonths)
        : WORDS.guessAskOther(plan.title, against, name, unit),
      ...[plan, reference].flatMap((arm) =>
        arm === undefined || arm.words.length === 0
          ? []
          : [make('small', {}, make('strong', {}, `${arm.title}: `), arm.words.join(' '))],
      ),
    );
    const { answer } = store;
    const isSettled =
      answer.value !== undefined && !store.isStale.value && answer.value.done >= answer.value.of;
    if (isSettled && this.said.textContent === WORDS.needsRest) fill(this.said);
    const round = guesses.round.value;
    this.form.hidden = round.revealed !== undefined;
    this.asked.hidden = this.form.hidden;
    const told = guesses.told.value;
    const numbered = (each: Round) => [make('h3', {}, WORDS.round(told.indexOf(each) + 1)), tableOf(each)];
    // The round at hand comes first, earlier ones after it.
    const others = told.filter((each) => each !== round).reverse();
    fill(
      this.table,
      ...this.leftBehind(),
      ...(round.revealed === undefined ? this.placed(round) : numbered(round)),
      ...others.flatMap(numbered),
      ...(guesses.told.value.length > 0 ? [button(WORDS.print, () => window.print())] : []),
    );
  }

  /** That guesses wait at another question, and the way back to it. */
  private leftBehind(): HTMLElement[] {
    const { waiting } = this.guesses;
    if (waiting.value === undefined) return [];
    const back = waiting.value;
    return [
      make(
        'p',
        { class: 'notice' },
        `${WORDS.guessKept} `,
        button(WORDS.guessBack, () => this.store.choose(back, true), { class: 'small' }),
      ),
    ];
  }

  /** Who has guessed, without what: others would follow. */
  private placed(round: Round): HTMLElement[] {
    const remove = (guess: Guess) =>
      this.guesses.change({ ...round, guesses: round.guesses.filter((each) => each !== guess) });
    return [
      make('p', { class: 'meta' }, WORDS.hidden),
      ...round.guesses.map((guess) =>
        make(
          'p',
          {},
          `${WORDS.guessPlaced(guess.who)} `,
          button(WORDS.guessRemove, () => remove(guess), {
            class: 'small',
            'aria-label': `${WORDS.guessRemove}: ${guess.who}`,
          }),
        ),
      ),
    ];
  }
}

/** The guesses of a round that was revealed, nearest first, and the answer. */
function tableOf({ guesses, question, unit = 'USD', revealed }: Round): HTMLElement {
  const words = (value: number) => inWords(value, unit);
  const { gain, runs, changes, why } = revealed!;
  const [low, high] = gain.interval;
  const place = (guess: Guess) =>
    gain.value < guess.low ? WORDS.below : gain.value > guess.high ? WORDS.above : WORDS.inside;
  const off = ({ best }: Guess) => Math.abs(gain.value - best);
  const nearestFirst = [...guesses].sort((one, other) => off(one) - off(other));
  const row = (guess: Guess) =>
    make(
      'tr',
      {},
      make('th', { scope: 'row' }, guess.who),
      make('td', {}, words(guess.best)),
      make('td', {}, words(off(guess))),
      make('td', {}, place(guess)),
      make('td', {}, `${words(guess.low)} ${WORDS.to} ${words(guess.high)}`),
    );
  const head = WORDS.guessColumns.map((column) => make('th', { scope: 'col' }, column));
  return make(
    'div',
    { class: 'round' },
    make('p', { class: 'meta' }, question),
    make('p', {}, make('strong', {}, WORDS.guessAnswer(words(gain.value), words(low), words(high), runs))),
    guessPicture(nearestFirst, gain, unit),
    ...(why === '' ? [] : [make('p', {}, make('strong', {}, `${WORDS.why}: `), why)]),
    make(
      'p',
      { class: 'meta' },
      `${WORDS.changes}: ${changes.length === 0 ? WORDS.noChanges : changes.join('; ')}`,
    ),
    make(
      'div',
      { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': WORDS.guessTitle },
      make(
        'table',
        {},
        make('thead', {}, make('tr', {}, ...head)),
        make('tbody', {}, ...nearestFirst.map(row)),
      ),
    ),
  );
}
