import type { Field } from '../protocol.ts';
import { unitWords, valueWords } from '../valueWords.ts';
import { WORDS } from '../words.ts';
import { button, fill, make } from './dom.ts';
import { stepped } from './neighbours.ts';

/** A control for one field, and how to show other values in it. */
export interface Control {
  readonly node: HTMLElement;
  show(field: Field): void;
  /** Says what is wrong with the value, or nothing. */
  refuse(why: string): void;
}

/** Called while a value changes, and once more when the gesture is over. */
export type Change = (field: Field, value: unknown, isOver: boolean) => void;

let lastId = 0;

/** A slider with a number box, or a list of choices; with a mark at the written value and a reset. */
export function fieldControl(first: Field, change: Change): Control {
  return first.range === undefined ? choiceControl(first, change) : new NumberControl(first, change);
}

/** A number as a slider and a box. Shares are shown in percent. */
class NumberControl implements Control {
  readonly node: HTMLElement;
  private field: Field;
  private readonly change: Change;
  private readonly slider = make('input', { type: 'range', step: 'any' });
  private readonly box = make('input', { type: 'number', step: 'any' });
  private readonly band = make('i');
  private readonly tick = make('b');
  private readonly reset: HTMLButtonElement;
  private readonly weight = make('p', { class: 'meta weight' });
  private readonly usual = make('p', { class: 'meta usual' });
  private readonly level = make('span');
  private readonly takeUsual: HTMLButtonElement;
  private readonly wrong = make('p', { class: 'wrong', id: `w${++lastId}`, hidden: true });

  constructor(field: Field, change: Change) {
    this.field = field;
    this.change = change;
    const { label, unit } = field;
    const { slider, box, band, tick } = this;
    slider.id = `f${++lastId}`;
    slider.min = String(field.range!.low);
    slider.max = String(field.range!.high);
    slider.addEventListener('input', () => this.send(Number(slider.value), false));
    slider.addEventListener('change', () => this.send(Number(slider.value), true));
    slider.addEventListener('keydown', (event) => this.onKey(event));
    if (field.about !== undefined) slider.setAttribute('aria-description', field.about);
    box.setAttribute('aria-label', `${label}, ${unitWords(unit)}`);
    box.addEventListener('change', () => this.read());
    this.reset = button(WORDS.reset, () => change(this.field, this.field.written, true), {
      class: 'small',
      'aria-label': `${WORDS.reset}: ${label}`,
    });
    this.takeUsual = button(WORDS.takeUsual, () => change(this.field, this.field.usual, true), {
      class: 'small',
      'aria-label': `${WORDS.takeUsual}: ${label}`,
    });
    fill(this.usual, this.level, this.takeUsual);
    this.node = make(
      'div',
      { class: 'field' },
      make('div', { class: 'top' }, make('label', { for: slider.id, title: field.about }, label), this.reset),
      make('div', { class: 'line' }, slider, box, make('span', { class: 'unit' }, unitWords(unit))),
      make('div', { class: 'track', 'aria-hidden': 'true' }, band, tick),
      this.usual,
      this.weight,
      this.wrong,
    );
    this.show(field);
  }

  show(field: Field): void {
    this.field = field;
    const { slider, box, band, tick } = this;
    const { low, high } = field.range!;
    const value = Number(field.value);
    const written = Number(field.written);
    slider.value = String(value);
    slider.setAttribute('aria-valuetext', valueWords(value, field.unit));
    // What somebody is typing is left alone.
    if (document.activeElement !== box) box.value = this.textOf(value);
    const place = (at: number) => (Math.min(high, Math.max(low, at)) - low) / (high - low || 1);
    tick.hidden = written < low || written > high;
    tick.style.left = trackAt(place(written));
    band.style.left = trackAt(Math.min(place(written), place(value)));
    band.style.width = `calc((100% - ${THUMB}px) * ${Math.abs(place(value) - place(written))})`;
    const { usual } = field;
    this.usual.hidden = usual === undefined;
    if (usual !== undefined) fill(this.level, WORDS.usualLevel(valueWords(usual, field.unit)));
    this.takeUsual.hidden = value === usual;
    this.weight.hidden = field.weight === undefined;
    fill(this.weight, field.weight ?? '');
    this.node.classList.toggle('changed', value !== written);
    this.reset.hidden = value === written;
  }

  refuse(why: string): void {
    const { wrong, box } = this;
    wrong.hidden = why === '';
    fill(wrong, why);
    box.setAttribute('aria-invalid', String(why !== ''));
    box.setAttribute('aria-describedby', wrong.id);
  }

  /** How many of what the box shows make one of the unit. */
  private get times(): number {
    return /^share( |$)/.test(this.field.unit) ? 100 : 1;
  }

  /** Takes the number in the box, also beyond the slider's ends; what is no number is put back. */
  private read(): void {
    const { box, field, times } = this;
    const number = box.value.trim() === '' ? NaN : Number(box.value) / times;
    if (Number.isFinite(number)) this.change(field, Number(number.toPrecision(12)), true);
    else {
      box.value = this.textOf(Number(field.value));
      this.refuse(WORDS.notNumber(valueWords(Number(field.value), field.unit)));
    }
  }

  /** A value as the box has it. */
  private textOf(value: number): string {
    return String(Number((value * this.times).toPrecision(12)));
  }

  private send(value: number, isOver: boolean): void {
    this.change(this.field, stepped(value, this.field.range!), isOver);
  }

  /** Arrows move by a step, Page Up and Down by ten, Home and End to the ends. */
  private onKey(event: KeyboardEvent): void {
    const { low, high, step } = this.field.range!;
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: 1,
      ArrowUp: 1,
      ArrowLeft: -1,
      ArrowDown: -1,
      PageUp: 10,
      PageDown: -10,
    };
    const move = step * (steps[event.key] ?? NaN);
    const to = event.key === 'Home' ? low : event.key === 'End' ? high : Number(this.field.value) + move;
    if (Number.isNaN(to)) return;
    event.preventDefault();
    this.send(to, true);
  }
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
  return { node, show, refuse: () => {} };
}
