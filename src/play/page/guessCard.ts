import { effect } from '@preact/signals-core';
import { meantAmount } from '../../core/meantNumber.ts';
import type { ArmView } from '../protocol.ts';
import { WORDS } from '../words.ts';
import { changesInWords } from './choice.ts';
import { pairWith } from './counterparts.ts';
import { button, fill, make } from './dom.ts';
import { type Guess, type Guesses, guessedPlan, type Question, type Round } from './guesses.ts';
import { guessTable, roundedWords } from './guessTable.ts';
import type { Store } from './store.ts';
import { companyInWords } from './viewParts.ts';

/** How long a guess is read back to whoever placed it, in milliseconds. */
const READ_MS = 6000;

/** The outcome that ranks plans of a company. */
const PROFIT = 'profitBeforePayUsd';

/** Guesses before the answer, and the answer beside them, round by round. Guesses stay in this page. */
export class GuessCard {
  readonly node: HTMLElement;
  private readonly store: Store;
  private readonly guesses: Guesses;
  private readonly goTo: (question: Question) => void;
  private readonly asked = make('p');
  private readonly pick = make('select', { id: 'guess-plan' });
  private readonly picking: HTMLElement;
  private readonly inputs: readonly HTMLInputElement[];
  private readonly form: HTMLElement;
  private readonly said = make('p', { role: 'status' });
  private readonly table = make('div');
  private readonly title = make('input', {
    type: 'text',
    id: 'card-title',
    placeholder: WORDS.cardPlaceholder,
    maxlength: 80,
    autocomplete: 'off',
  });

  /** @param goTo opens a question that was asked before */
  constructor(store: Store, guesses: Guesses, goTo: (question: Question) => void) {
    this.store = store;
    this.guesses = guesses;
    this.goTo = goTo;
    const labels = [WORDS.guessWho, ...WORDS.guessFields];
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
    this.picking = make('p', { class: 'picking' }, make('label', { for: this.pick.id }), ' ', this.pick);
    this.pick.addEventListener('change', () => {
      const { set } = store.choice.value;
      store.choose({ set, arms: pairWith(this.pick.value, store.view.value!) }, true);
    });
    this.node = make(
      'div',
      { class: 'panel card' },
      make('h2', {}, WORDS.guessTitle),
      make('p', { class: 'heading' }, make('label', { for: 'card-title' }, WORDS.cardTitle), this.title),
      this.picking,
      this.asked,
      this.said,
      this.form,
      this.table,
    );
    this.title.value = guesses.title.value;
    this.title.addEventListener('input', () => {
      guesses.title.value = this.title.value;
    });
    // What was read of the last guess is not for whoever writes the next.
    this.inputs[0].addEventListener('input', () => fill(this.said));
    effect(() => {
      // What was said is of another question.
      void store.choice.value;
      fill(this.said);
    });
    effect(() => this.show());
  }

  private add(): void {
    const who = this.inputs[0].value.trim();
    const written = this.inputs.slice(1).map(({ value }) => value.trim());
    const [best, low, high] = written.map(meantAmount);
    const isMoney = this.ranked.unit === 'USD';
    const round = this.guesses.round.value;
    const unread = [best, low, high].findIndex(
      (value, i) => !Number.isFinite(value) || (isMoney && isAmbiguous(written[i])),
    );
    const wrong =
      who === ''
        ? WORDS.guessNameless
        : round.guesses.some((each) => each.who === who)
          ? WORDS.guessTwice(who)
          : unread >= 0
            ? WORDS.guessNumbers(WORDS.guessFields[unread], written[unread])
            : low > best || best > high
              ? WORDS.guessOrder
              : '';
    fill(this.said, wrong);
    if (wrong !== '') return;
    const guess = { who, best, low, high };
    this.guesses.change({ ...round, question: this.record(), guesses: [...round.guesses, guess] });
    const { unit } = this.ranked;
    const read = [best, low, high].map((value) => roundedWords(value, unit)) as [string, string, string];
    for (const input of this.inputs) input.value = '';
    this.inputs[0].focus();
    // For whoever placed it.
    fill(this.said, WORDS.guessRead(who, ...read));
    setTimeout(() => {
      if (this.said.textContent === WORDS.guessRead(who, ...read)) fill(this.said);
    }, READ_MS);
  }

  private reveal(): void {
    const round = this.guesses.round.value;
    const { answer, isSettled, view, choice } = this.store;
    const { plan } = this;
    const found = answer.value?.gains.find(({ arm }) => arm === plan?.name);
    if (this.inputs.some(({ value }) => value.trim() !== '')) fill(this.said, WORDS.guessUnplaced);
    else if (round.guesses.length === 0) fill(this.said, WORDS.needsGuess);
    else if (!isSettled.value || found === undefined) fill(this.said, WORDS.needsRest);
    else {
      fill(this.said);
      const changes = changesInWords(view.value!, choice.value.set);
      this.guesses.change({
        ...round,
        question: this.record(),
        unit: this.ranked.unit,
        revealed: {
          gain: found,
          runs: answer.value!.of,
          changes,
          why: answer.value!.why[plan?.name ?? ''] ?? '',
          plans: this.plansInWords(),
          level: this.level,
          company: companyInWords(view.value!),
        },
      });
      // What stood where is moved by the answer; the result comes first.
      this.table.querySelector('.round:last-of-type')?.scrollIntoView({ block: 'start' });
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
    const titles = [view?.name, this.plan?.title, reference?.title].map((title) => title ?? '');
    const [scenario, plan, other] = titles;
    return WORDS.guessRecord(scenario, plan, other, name, view?.horizonMonths ?? 0);
  }

  private get plan() {
    return guessedPlan(this.store);
  }

  /** What the company books and earns under the reference; a first estimate of it would mislead. */
  private get level(): string {
    const { answer, isSettled } = this.store;
    return isSettled.value ? answer.value!.level : '';
  }

  /** Both plans: in short, and then what they pay. */
  private plansInWords(): string[] {
    const view = this.store.view.value;
    const arms = [this.plan, view?.arms.find(({ name }) => name === view.reference)];
    return arms.flatMap((arm) => {
      if (arm === undefined) return [];
      const said = [arm.about, ...arm.words].filter((words) => words !== '').join(' ');
      return [said === '' ? arm.title : `${arm.title}: ${said}`];
    });
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
      ...[this.level, ...this.plansInWords()].map((said) => make('small', {}, said)),
    );
    if (store.isSettled.value && this.said.textContent === WORDS.needsRest) fill(this.said);
    const round = guesses.round.value;
    this.form.hidden = round.revealed !== undefined;
    this.asked.hidden = this.form.hidden;
    fill(this.picking.firstElementChild!, this.form.hidden ? WORDS.guessOtherPlan : WORDS.guessPlan);
    this.showPlans(view.arms.filter(({ name }) => name !== view.reference));
    const told = guesses.told.value;
    const remove = (of: Round) => (guess: Guess) => {
      if (confirm(WORDS.guessReallyRemove(guess.who))) guesses.remove(of, guess);
    };
    const numbered = told.map((each, i) =>
      make('section', { class: 'round' }, make('h3', {}, WORDS.round(i + 1)), guessTable(each, remove(each))),
    );
    const isAnswered = round.revealed !== undefined;
    fill(
      this.table,
      ...this.leftBehind(),
      ...(isAnswered ? [] : this.placed(round)),
      // The latest round stands last.
      ...numbered,
      ...(isAnswered ? [make('p', { class: 'meta next' }, WORDS.nextRound)] : []),
      ...(told.length === 0 ? [] : [make('p', { class: 'meta' }, WORDS.terms)]),
      ...(told.length === 0 ? [] : [make('p', { class: 'printed' }, WORDS.printed(today()))]),
      ...(guesses.told.value.length > 0 ? [button(WORDS.print, () => window.print())] : []),
    );
  }

  /** The plans that can be guessed; the list is built anew only where others are. */
  private showPlans(arms: readonly ArmView[]): void {
    const { pick, plan } = this;
    const options = arms.map(({ name, title }) => make('option', { value: name }, title));
    if (pick.innerHTML !== options.map(({ outerHTML }) => outerHTML).join('')) fill(pick, ...options);
    pick.value = plan?.name ?? '';
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
        `${WORDS.guessKept(this.guesses.waitingRound.value?.question ?? '')} `,
        button(WORDS.guessBack, () => this.goTo(back), { class: 'small' }),
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

/** Whether an amount may mean something else: a dot that separates thousands elsewhere, or a percentage. */
function isAmbiguous(written: string): boolean {
  return /\d\.\d{3}(?!\d)/.test(written) || written.includes('%');
}

/** The date, for a card that is printed. */
function today(): string {
  return new Intl.DateTimeFormat('en', { dateStyle: 'long' }).format();
}
