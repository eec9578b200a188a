import { effect } from '@preact/signals-core';
import { valueWords } from '../valueWords.ts';
import { WORDS } from '../words.ts';
import { fill, make } from './dom.ts';
import { type Guesses, guessedPlan } from './guesses.ts';
import { refusalsOf } from './refusal.ts';
import type { Store } from './store.ts';

/** A difference to three digits, with its sign. */
function signed(value: number, unit: string): string {
  return `${value > 0 ? '+' : ''}${valueWords(Number(value.toPrecision(3)), unit)}`;
}

/** Gains by arm, and what they are of. */
interface Settled {
  readonly key: string;
  readonly gains: ReadonlyMap<string, number>;
}

/** One line that stays on the screen: what the best alternative brings, and what it brought before. */
export function summaryLine(store: Store, guesses: Guesses): HTMLElement {
  const node = make('p', { class: 'summaryLine', 'aria-hidden': 'true' });
  /** Gains of every arm in the settled answers of the choice in force and of the one before. */
  let now: Settled = { key: '', gains: new Map() };
  let before: Settled['gains'] = new Map();
  effect(() => {
    const key = JSON.stringify([store.files.value.file, store.choice.value.arms]);
    const choice = JSON.stringify(store.choice.value);
    const { value: answer } = store.answer;
    const view = store.view.value;
    const inHand = view?.arms.find(
      ({ name, forms }) =>
        name !== view.reference && forms.some(({ plan }) => store.inHand?.startsWith(`plans.${plan}.`)),
    );
    const guessed = store.isGuessing.value ? guessedPlan(store) : inHand;
    const plans = (view?.arms ?? []).filter(({ name, isAlternative }) =>
      guessed === undefined ? isAlternative && store.choice.value.arms.includes(name) : name === guessed.name,
    );
    // The best of them; the ranking has it first.
    const gain = answer?.gains.find(({ arm }) => plans.some(({ name }) => name === arm));
    const plan = plans.find(({ name }) => name === gain?.arm);
    const isSettled = store.isSettled.value;
    node.hidden = guesses.isHidden.value || gain === undefined || plan === undefined;
    if (gain === undefined || plan === undefined) return;
    if (isSettled && now.key !== `${key} ${choice}`) {
      // Another file or other plans are another question: nothing came before.
      before = now.key.startsWith(`${key} `) ? now.gains : new Map();
      now = { key: `${key} ${choice}`, gains: new Map(answer!.gains.map(({ arm, value }) => [arm, value])) };
    }
    const { unit = 'USD', name = '' } = answer?.ranked ?? {};
    const words = (value: number) => signed(value, unit);
    const earlier = isSettled ? before : now.key.startsWith(`${key} `) ? now.gains : undefined;
    const last = earlier?.get(plan.name) ?? NaN;
    fill(
      node,
      refusalsOf(view, store.choice.value.set, store.issues.value)[0]?.text ??
        (store.isStale.value
          ? WORDS.summaryStale(plan.title, words(gain.value))
          : WORDS.summaryLine(
              plan.title,
              `${words(gain.value)} ${name}`,
              Number.isNaN(last) ? '' : words(last),
              isSettled ? WORDS.summaryComplete : WORDS.summaryRefining,
            )),
    );
  });
  return node;
}
