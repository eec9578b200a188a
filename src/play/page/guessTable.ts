import { valueWords } from '../valueWords.ts';
import { WORDS } from '../words.ts';
import { button, make } from './dom.ts';
import type { Guess, Round } from './guesses.ts';
import { guessPicture } from './guessPicture.ts';

/** An amount to three digits, in the unit of the outcome that ranks the plans. */
export function roundedWords(value: number, unit: string): string {
  return valueWords(Number(value.toPrecision(3)), unit);
}

/** The guesses of a round that was revealed, nearest first, and the answer. */
export function guessTable(
  { guesses, question, unit = 'USD', revealed }: Round,
  remove: (guess: Guess) => void,
): HTMLElement {
  const words = (value: number) => roundedWords(value, unit);
  const { gain, runs, changes, why, plans, level, company } = revealed!;
  const [low, high] = gain.interval;
  const place = (guess: Guess) =>
    gain.value < guess.low ? WORDS.below : gain.value > guess.high ? WORDS.above : WORDS.inside;
  // Against the answer as it is written here.
  const answer = Number(gain.value.toPrecision(3));
  const off = ({ best }: Guess) => Math.abs(answer - best);
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
      make(
        'td',
        {},
        button(WORDS.guessRemove, () => remove(guess), {
          class: 'small',
          'aria-label': `${WORDS.guessRemove}: ${guess.who}`,
        }),
      ),
    );
  const head = [...WORDS.guessColumns.map((column) => make('th', { scope: 'col' }, column)), make('td')];
  return make(
    'div',
    {},
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
    ...[...plans, level, company].map((said) => make('small', {}, said)),
  );
}
