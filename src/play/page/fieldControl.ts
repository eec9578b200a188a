import type { Field } from '../protocol.ts';
import { WORDS } from '../words.ts';
import { button, make } from './dom.ts';
import { unitWords, valueWords } from './valueWords.ts';

/** A control for one field, and how to show other values in it. */
export interface Control {
  readonly node: HTMLElement;
  show(field: Field): void;
}

/** Called while a value changes, and once more when the gesture is over. */
export type Change = (field: Field, value: unknown, isOver: boolean) => void;

let lastId = 0;

/** A slider with a number box, or a list of choices; with a mark at the written value and a reset. */
export function fieldControl(first: Field, change: Change): Control {
  return first.range === undefined ? choiceControl(first, change) : numberControl(first, change);
}

function numberControl(first: Field, change: Change): Control {
  let field = first;
  const id = `f${++lastId}`;
  const { low, high, step } = first.range!;
  const isShare = first.unit === 'share' || first.unit.startsWith('share ');
  const times = isShare ? 100 : 1;
  // Shares are shown in percent; rounding keeps 0.07 x 100 from being 7.000000000000001.
  const shown = (value: number) => Number((value * times).toPrecision(12));
  const read = (text: string) => Number((Number(text) / times).toPrecision(12));
  const slider = make('input', {
    type: 'range',
    id,
    min: low,
    max: high,
    step: 'any',
    input: () => send(Number(slider.value), false),
    change: () => send(Number(slider.value), true),
    keydown: (event: KeyboardEvent) => onKey(event),
  });
  const box = make('input', {
    type: 'number',
    step: 'any',
    'aria-label': `${first.label}, ${isShare ? 'percent' : first.unit}`,
    change: () => {
      if (box.value.trim() !== '' && Number.isFinite(Number(box.value))) change(field, read(box.value), true);
      else show(field);
    },
  });
  const reset = button(WORDS.reset, () => change(field, field.written, true), {
    class: 'small',
    'aria-label': `${WORDS.reset}: ${first.label}`,
  });
  const band = make('i');
  const tick = make('b');
  const node = make(
    'div',
    { class: 'field' },
    make('div', { class: 'top' }, make('label', { for: id }, first.label), reset),
    ...(first.about === '' ? [] : [make('p', { class: 'hint' }, first.about)]),
    make('div', { class: 'line' }, slider, box, make('span', { class: 'unit' }, unitWords(first.unit))),
    make('div', { class: 'track', 'aria-hidden': 'true' }, band, tick),
  );

  function send(value: number, isOver: boolean): void {
    const rounded = Math.min(high, Math.max(low, Math.round(value / step) * step));
    change(field, Number(rounded.toPrecision(12)), isOver);
  }

  /** Arrows move by a step, Page Up and Down by ten, Home and End to the ends. */
  function onKey(event: KeyboardEvent): void {
    const moves: Record<string, number> = {
      ArrowRight: step,
      ArrowUp: step,
      ArrowLeft: -step,
      ArrowDown: -step,
      PageUp: 10 * step,
      PageDown: -10 * step,
    };
    const value = Number(field.value);
    const to = event.key === 'Home' ? low : event.key === 'End' ? high : value + (moves[event.key] ?? NaN);
    if (Number.isNaN(to)) return;
    event.preventDefault();
    send(to, true);
  }

  function show(now: Field): void {
    field = now;
    const value = Number(now.value);
    const written = Number(now.written);
    slider.value = String(value);
    slider.setAttribute('aria-valuetext', valueWords(value, now.unit));
    // What somebody is typing is left alone.
    if (document.activeElement !== box) box.value = String(shown(value));
    const place = (at: number) => (Math.min(high, Math.max(low, at)) - low) / (high - low || 1);
    tick.style.left = trackAt(place(written));
    band.style.left = trackAt(Math.min(place(written), place(value)));
    band.style.width = `calc((100% - ${THUMB}px) * ${Math.abs(place(value) - place(written))})`;
    node.classList.toggle('changed', value !== written);
    reset.hidden = value === written;
  }

  show(first);
  return { node, show };
}

/** Width of a slider's thumb, in pixels: its middle does not reach the ends of the track. */
const THUMB = 16;

/** Where the middle of the thumb is at a share of the range. */
function trackAt(share: number): string {
  return `calc(${THUMB / 2}px + (100% - ${THUMB}px) * ${share})`;
}

function choiceControl(first: Field, change: Change): Control {
  let field = first;
  const id = `f${++lastId}`;
  const list = make(
    'select',
    {
      id,
      change: () => {
        const chosen = field.choices![list.selectedIndex];
        change(field, chosen.value, true);
      },
    },
    ...first.choices!.map(({ label }) => make('option', { value: label }, label)),
  );
  const node = make(
    'div',
    { class: 'field' },
    make('div', { class: 'top' }, make('label', { for: id }, first.label), list),
    ...(first.about === '' ? [] : [make('p', { class: 'hint' }, first.about)]),
  );
  function show(now: Field): void {
    field = now;
    list.selectedIndex = Math.max(
      0,
      now.choices!.findIndex(({ label }) => label === now.value),
    );
    node.classList.toggle('changed', now.value !== now.written);
  }
  show(first);
  return { node, show };
}
