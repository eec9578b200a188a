import { effect } from '@preact/signals-core';
import type { Answer } from '../protocol.ts';
import { WORDS } from '../words.ts';
import { fill, make } from './dom.ts';
import { GuessCard } from './guessCard.ts';
import type { Guesses } from './guesses.ts';
import { addSaving } from './saveCharts.ts';
import type { Store } from './store.ts';

/** The answer, how settled it is, and in its place what is to be guessed first. */
export function answerPane(store: Store, guesses: Guesses): HTMLElement {
  const state = make('p', { class: 'state' });
  const spoken = make('p', { class: 'spoken', role: 'status', 'aria-live': 'polite' });
  spoken.style.cssText = 'position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)';
  const issues = make('div', { class: 'notice', role: 'alert' });
  const first = make('div');
  const detail = make('div');
  const body = make('div', { class: 'body board' }, first, detail);
  const guess = new GuessCard(store, guesses);
  const pane = make(
    'section',
    { class: 'answer', id: 'answer', tabindex: '-1', 'aria-labelledby': 'answer-title' },
    make('h2', { id: 'answer-title' }, WORDS.answer),
    make('a', { class: 'toknobs', href: '#controls' }, WORDS.toKnobs),
    state,
    spoken,
    issues,
    guess.node,
    body,
  );
  effect(() => {
    // Another question: its answer begins at the top.
    void store.choice.value;
    pane.scrollTop = 0;
  });
  let drawn: Answer | undefined;
  /** The thread escapes every text of a scenario; what it draws is the project's own. */
  const draw = (answer: Answer | undefined) => {
    if (answer === drawn) return;
    drawn = answer;
    first.innerHTML = answer?.html ?? '';
    if (answer === undefined) fill(detail);
    else if (answer.detail !== undefined) detail.innerHTML = answer.detail;
    detail.classList.toggle('before', answer !== undefined && answer.detail === undefined);
    addSaving(body);
  };
  effect(() => {
    const answer = store.answer.value;
    const isStale = store.isStale.value;
    const isHidden = guesses.isHidden.value;
    const refused = store.issues.value;
    const isSettled = answer !== undefined && !isStale && answer.done >= answer.of;
    pane.classList.toggle('stale', isStale);
    issues.hidden = refused.length === 0;
    fill(
      issues,
      make('strong', {}, WORDS.refused),
      make('ul', {}, ...refused.map((each) => make('li', {}, each))),
    );
    fill(
      state,
      answer === undefined || isStale
        ? refused.length > 0
          ? ''
          : answer === undefined
            ? WORDS.waitingFor(store.view.value?.seconds ?? 0)
            : isHidden
              ? WORDS.waiting
              : WORDS.stale
        : isSettled
          ? WORDS.atRest(answer.of, store.view.value?.horizonMonths ?? 0)
          : answer.isProvisional
            ? WORDS.provisional(answer.done)
            : WORDS.settling(answer.done, answer.of),
    );
    body.hidden = isHidden;
    draw(isHidden ? undefined : answer);
    // What was said before is no answer to what is asked now.
    fill(spoken, isSettled && !isHidden ? answer.spoken : '');
  });
  return pane;
}
