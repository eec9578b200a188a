import { effect } from '@preact/signals-core';
import type { Answer, Tested } from '../protocol.ts';
import { WORDS } from '../words.ts';
import { isSame } from './choice.ts';
import { button, fill, make } from './dom.ts';
import { GuessCard } from './guessCard.ts';
import type { Guesses } from './guesses.ts';
import { refusalsOf } from './refusal.ts';
import { addSaving } from './saveCharts.ts';
import type { Store } from './store.ts';

/**
 * The answer, how settled it is, and in its place what is to be guessed first.
 *
 * @param testInputs starts the tests of which numbers matter
 */
export function answerPane(store: Store, guesses: Guesses, testInputs: () => void): HTMLElement {
  const state = make('p', { class: 'state' });
  const spoken = make('p', { class: 'spoken', role: 'status', 'aria-live': 'polite' });
  spoken.style.cssText = 'position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)';
  const issues = make('div', { class: 'notice', role: 'alert' });
  const headline = make('p', { class: 'headline' });
  const first = make('div');
  const detail = make('div');
  const body = make('div', { class: 'body board' }, headline, tested(store, testInputs), first, detail);
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
    const isSettled = answer !== undefined && !isStale && answer.done >= answer.of;
    pane.classList.toggle('stale', isStale);
    issues.hidden = refused.length === 0;
    fill(
      issues,
      make('strong', {}, WORDS.refused),
      make('ul', {}, ...refused.map(({ text }) => make('li', {}, text))),
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
    fill(spoken, isSettled && !isHidden ? answer.headline : '');
  });
  return pane;
}

/** Whether the answer holds with other values of the company's numbers, as far as that was tested. */
function tested(store: Store, testInputs: () => void): HTMLElement {
  const said = make('span');
  const start = button(WORDS.testNow, testInputs, { class: 'small' });
  const node = make('p', { class: 'meta tested' }, said, ' ', start);
  effect(() => {
    const { value: latest } = store.tested;
    const state = store.testing.value;
    const isNow = latest !== undefined && isSame(latest.of, store.choice.value);
    start.hidden = isNow || typeof state === 'object';
    node.hidden = store.view.value?.knobs.length === 0;
    fill(
      said,
      isNow
        ? resultOf(latest.found)
        : typeof state === 'object'
          ? WORDS.testing(state.done, state.of)
          : latest === undefined
            ? WORDS.untested
            : WORDS.testedBefore,
    );
  });
  return node;
}

function resultOf({ count, turned, open }: Tested): string {
  return turned.length + open.length === 0
    ? WORDS.testedHolds(count)
    : WORDS.testedTurns(count, turned, open);
}

/** Which figures stand open; with a list, opens those. */
function openFolds(node: Element, toOpen: readonly string[] = []): string[] {
  const folds = [...node.querySelectorAll<HTMLDetailsElement>('details[data-fold]')];
  for (const fold of folds) fold.open ||= toOpen.includes(fold.dataset.fold!);
  return folds.filter(({ open }) => open).map(({ dataset }) => dataset.fold!);
}
