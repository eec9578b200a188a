import type { Gain } from '../protocol.ts';
import { valueWords } from '../valueWords.ts';
import { WORDS } from '../words.ts';
import type { Guess } from './guesses.ts';
import { svg } from './svg.ts';

const WIDTH = 640;
const ROW = 26;
/** Where rows begin; names stand before it. */
const LEFT = 130;
const EDGE = 24;
/** Longest name that fits before a row. */
const MOST_LETTERS = 16;

/**
 * Guesses against the answer: a line for each range with a dot at the best guess, and behind them the
 * answer's interval. The table beside it has the same numbers.
 */
export function guessPicture(guesses: readonly Guess[], gain: Gain, unit: string): SVGElement {
  const [low, high] = gain.interval;
  const ends = [low, high, 0, ...guesses.flatMap((guess) => [guess.low, guess.high])];
  const least = Math.min(...ends);
  const span = Math.max(...ends) - least || 1;
  const x = (value: number) => LEFT + ((WIDTH - LEFT - EDGE) * (value - least)) / span;
  const bottom = ROW * (guesses.length + 1);
  const words = (value: number) => valueWords(Number(value.toPrecision(3)), unit);
  const rows = guesses.flatMap(({ who, best, low: from, high: to }, row) => {
    const y = ROW * (row + 1);
    const name = who.length > MOST_LETTERS ? `${who.slice(0, MOST_LETTERS - 1)}…` : who;
    return [
      svg('text', { x: LEFT - 10, y: y + 4, 'text-anchor': 'end' }, name),
      svg('path', { d: `M${x(from)},${y}H${x(to)}`, class: 'range' }),
      svg('circle', { cx: x(best), cy: y, r: 5, class: 'best' }),
    ];
  });
  const mark = (value: number, text: string, row: number) =>
    svg(
      'text',
      { x: Math.min(Math.max(x(value), LEFT), WIDTH - 40), y: bottom + row, 'text-anchor': 'middle' },
      text,
    );
  return svg(
    'svg',
    {
      viewBox: `0 0 ${WIDTH} ${bottom + 34}`,
      role: 'img',
      class: 'guesses',
      'aria-label': WORDS.guessPicture(guesses.length),
    },
    svg('rect', {
      x: x(low),
      y: 8,
      width: Math.max(2, x(high) - x(low)),
      height: bottom - 12,
      class: 'interval',
    }),
    svg('path', { d: `M${x(0)},8V${bottom - 4}`, class: 'zero' }),
    ...rows,
    mark(gain.value, WORDS.guessMark(words(gain.value)), 12),
    mark(0, words(0), 28),
  );
}
