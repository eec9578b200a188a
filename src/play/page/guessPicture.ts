import type { Gain } from '../protocol.ts';
import { valueWords } from '../valueWords.ts';
import { WORDS } from '../words.ts';
import type { Guess } from './guesses.ts';
import { svg } from './svg.ts';

/** Widths of the picture on a wide and on a narrow page. */
const WIDTHS = { wide: 640, narrow: 360 };
const ROW = 26;
/** Where rows begin; names stand before it. */
const LEFT = 110;
/** Guesses further from nothing than this many times the answer or the middle guess go off the picture. */
const MOST_TIMES = 4;
const EDGE = 24;
/** Longest name that fits before a row. */
const MOST_LETTERS = 13;

/**
 * Guesses against the answer: a line for each range with a dot at the best guess, and behind them the
 * answer's interval. The table beside it has the same numbers.
 */
export function guessPicture(guesses: readonly Guess[], gain: Gain, unit: string): SVGElement {
  const [low, high] = gain.interval;
  const width = WIDTHS[matchMedia('(max-width:640px)').matches ? 'narrow' : 'wide'];
  const far = MOST_TIMES * farthest(guesses, gain);
  const within = (value: number) => Math.max(-far, Math.min(far, value));
  const ends = [low, high, 0, ...guesses.flatMap((guess) => [within(guess.low), within(guess.high)])];
  const least = Math.min(...ends);
  const span = Math.max(...ends) - least || 1;
  const x = (value: number) => LEFT + ((width - LEFT - EDGE) * (within(value) - least)) / span;
  const bottom = ROW * (guesses.length + 1);
  const words = (value: number) => valueWords(Number(value.toPrecision(3)), unit);
  const rows = guesses.flatMap(({ who, best, low: from, high: to }, row) => {
    const y = ROW * (row + 1);
    const name = who.length > MOST_LETTERS ? `${who.slice(0, MOST_LETTERS - 1)}…` : who;
    return [
      svg('text', { x: LEFT - 10, y: y + 4, 'text-anchor': 'end' }, name),
      svg('path', { d: `M${x(from)},${y}H${x(to)}`, class: 'range' }),
      // A best guess beyond the picture is an arrow at its edge.
      Math.abs(best) <= far
        ? svg('circle', { cx: x(best), cy: y, r: 5, class: 'best' })
        : svg('path', { d: arrowAt(x(best), y, best > 0), class: 'best' }),
    ];
  });
  const mark = (value: number, text: string, row: number) => {
    // About the width of its letters; a text goes as far as the edges.
    const half = 4 * text.length;
    const middle = Math.min(Math.max(x(value), half), width - half);
    return svg('text', { x: middle, y: bottom + row, 'text-anchor': 'middle' }, text);
  };
  return svg(
    'svg',
    {
      viewBox: `0 0 ${width} ${bottom + 34}`,
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

/** The larger of the answer and of the middle guess, without signs. */
function farthest(guesses: readonly Guess[], { value, interval }: Gain): number {
  const sizes = guesses.map(({ best }) => Math.abs(best)).sort((one, other) => one - other);
  return (
    Math.max(Math.abs(value), ...interval.map(Math.abs), sizes[Math.floor((sizes.length - 1) / 2)] ?? 0) || 1
  );
}

function arrowAt(x: number, y: number, isRight: boolean): string {
  const back = isRight ? -9 : 9;
  return `M${x},${y}l${back},-6v12z`;
}
