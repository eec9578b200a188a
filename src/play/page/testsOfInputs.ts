import { effect } from '@preact/signals-core';
import type { Tested } from '../protocol.ts';
import { WORDS } from '../words.ts';
import { isSame } from './choice.ts';
import { button, fill, make } from './dom.ts';
import type { Store } from './store.ts';

/** What tests of the present choice came to, in words; empty if it was not tested. */
export function testedNow({ tested, choice }: Store): string {
  const { value: latest } = tested;
  return latest !== undefined && isSame(latest.of, choice.value) ? inWords(latest.found) : '';
}

function inWords({ count, pair, turned, open, names = [] }: Tested): string {
  return WORDS.testedResult(count, pair, turned, open, names);
}

/** Whether the answer holds with other values of the company's numbers, as far as that was tested. */
export function testedLine(store: Store, testInputs: (against?: string) => void): HTMLElement {
  const said = make('span');
  const list = make('select', { id: 'tested-against' });
  const start = button(WORDS.testNow, () => testInputs(list.value), { class: 'small' });
  const label = make('label', { for: list.id });
  const ask = make('span', { class: 'ask' }, label, ' ', list, ' ', start);
  const node = make('p', { class: 'meta tested' }, said, ' ', ask);
  effect(() => {
    const { view, choice, answer } = store;
    const titleOf = (name: string) => view.value?.arms.find((arm) => arm.name === name)?.title ?? name;
    // The ranking has the best plan first; the reference is not in it.
    const best = answer.value?.gains.find(({ arm }) => choice.value.arms.includes(arm))?.arm ?? '';
    const others = choice.value.arms.filter((arm) => arm !== best);
    // What was tested last, as far as it is still there.
    const [, against] = testedNow(store) === '' ? [] : (store.tested.value?.found.pair ?? []);
    const before = others.find((arm) => titleOf(arm) === against) ?? list.value;
    fill(label, WORDS.testAgainst(titleOf(best)));
    fill(list, ...others.map((arm) => make('option', { value: arm }, titleOf(arm))));
    list.value = others.includes(before) ? before : (view.value?.reference ?? '');
  });
  effect(() => {
    const state = store.testing.value;
    const result = testedNow(store);
    ask.hidden = typeof state === 'object';
    node.hidden = store.view.value?.knobs.length === 0;
    fill(
      said,
      typeof state === 'object'
        ? WORDS.testing(state.done, state.of)
        : result !== ''
          ? result
          : store.tested.value === undefined
            ? WORDS.untested
            : WORDS.testedBefore,
    );
  });
  return node;
}

/** A button that finds the numbers that matter between the plans tested last, and how far it is. */
export function sensitivityButton(store: Store, testInputs: (against?: string) => void): HTMLElement {
  const start = button(WORDS.testInputs, () => {
    const [, title] = store.tested.value?.found.pair ?? [];
    const { arms } = store.choice.value;
    testInputs(store.view.value?.arms.find((arm) => arm.title === title && arms.includes(arm.name))?.name);
  });
  const said = make('p', { class: 'meta', role: 'status' });
  effect(() => {
    const state = store.testing.value;
    start.disabled = typeof state === 'object';
    fill(
      said,
      typeof state === 'object'
        ? WORDS.testing(state.done, state.of)
        : { none: '', done: WORDS.tested, stopped: WORDS.testingStopped }[state],
    );
  });
  return make('div', { class: 'sensitivity' }, start, said);
}
