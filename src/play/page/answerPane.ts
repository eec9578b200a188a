import { effect } from '@preact/signals-core';
import type { Answer } from '../protocol.ts';
import { WORDS } from '../words.ts';
import { fill, make } from './dom.ts';
import { GuessCard } from './guessCard.ts';
import type { Guesses, Question } from './guesses.ts';
import { refusalsOf } from './refusal.ts';
import { addSaving } from './saveCharts.ts';
import { staleNotice } from './staleNotice.ts';
import type { Store } from './store.ts';
import { testedLine } from './testsOfInputs.ts';

/**
 * The answer, how settled it is, and in its place what is to be guessed first.
 *
 * @param does `testInputs` starts the tests of which numbers matter; `goTo` opens a question asked before
 */
export function answerPane(
  store: Store,
  guesses: Guesses,
  {
    testInputs,
    goTo,
  }: { readonly testInputs: (against?: string) => void; readonly goTo: (question: Question) => void },
): HTMLElement {
  const state = make('p', { class: 'state' });
  const spoken = make('p', { class: 'spoken', role: 'status', 'aria-live': 'polite' });
  const issues = make('div', { class: 'notice', role: 'alert' });
  const headline = make('p', { class: 'headline' });
  const first = make('div');
  const detail = make('div');
  const body = make('div', { class: 'body board' }, headline, testedLine(store, testInputs), first, detail);
  const heading = make('h2', { id: 'answer-title' }, WORDS.answer);
  const guess = new GuessCard(store, guesses, goTo);
  const pane = make(
    'section',
    { class: 'answer', id: 'answer', tabindex: '-1', 'aria-labelledby': 'answer-title' },
    heading,
    make('a', { class: 'toknobs', href: '#controls' }, WORDS.toKnobs),
    state,
    spoken,
    issues,
    staleNotice(store),
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
    fill(headline, answer?.headline ?? '');
    first.innerHTML = answer?.html ?? '';
    if (answer === undefined) fill(detail);
    else if (answer.detail !== undefined) {
      const open = openFolds(detail);
      detail.innerHTML = answer.detail;
      openFolds(detail, open);
    }
    detail.classList.toggle('before', answer !== undefined && answer.detail === undefined);
    addSaving(body);
  };
  effect(() => {
    const answer = store.answer.value;
    const isStale = store.isStale.value;
    const isHidden = guesses.isHidden.value;
    const refused = refusalsOf(store.view.value, store.choice.value.set, store.issues.value);
    pane.classList.toggle('stale', isStale);
    issues.hidden = refused.length === 0;
    fill(
      issues,
      make('strong', {}, WORDS.refused),
      make('ul', {}, ...refused.map(({ text }) => make('li', {}, text))),
    );
    fill(state, refused.length > 0 && (answer === undefined || isStale) ? '' : stateInWords(store, isHidden));
    fill(heading, isHidden ? WORDS.question : WORDS.answer);
    body.hidden = isHidden;
    draw(isHidden ? undefined : answer);
    // What was said before is no answer to what is asked now.
    fill(spoken, store.isSettled.value && !isHidden ? answer!.headline : '');
  });
  return pane;
}

/** How far the answer is. */
function stateInWords({ answer: { value: answer }, isStale, view }: Store, isHidden: boolean): string {
  if (answer === undefined) return WORDS.waitingFor(view.value?.seconds ?? 0);
  if (isStale.value) return isHidden ? WORDS.waiting : WORDS.stale;
  if (answer.done >= answer.of) return WORDS.atRest(answer.of, view.value?.horizonMonths ?? 0);
  return answer.isProvisional ? WORDS.provisional(answer.done) : WORDS.settling(answer.done, answer.of);
}

/** Which figures stand open; with a list, opens those. */
function openFolds(node: Element, toOpen: readonly string[] = []): string[] {
  const folds = [...node.querySelectorAll<HTMLDetailsElement>('details[data-fold]')];
  for (const fold of folds) fold.open ||= toOpen.includes(fold.dataset.fold!);
  return folds.filter(({ open }) => open).map(({ dataset }) => dataset.fold!);
}
