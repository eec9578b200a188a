import { effect, signal } from '@preact/signals-core';
import { WORDS } from '../words.ts';
import { button, fill, make } from './dom.ts';
import type { Store } from './store.ts';

/** The typical run under one plan, told step by step; then its months as a chart. */
export class StoryPanel {
  readonly node: HTMLElement;
  private readonly store: Store;
  private readonly shown = signal(1);
  private readonly list = make('select', { id: 'story-arm' });
  private readonly about = make('p', { class: 'meta' });
  private readonly steps = make('dl', { class: 'story', 'aria-live': 'polite' });
  private readonly picture = make('div', { class: 'board' });
  private readonly next = button(WORDS.storyNext, () => {
    this.shown.value++;
  });

  /** @param ask asks for the story of an arm */
  constructor(store: Store, ask: (arm: string) => void) {
    this.store = store;
    this.list.addEventListener('change', () => ask(this.list.value));
    this.node = make(
      'section',
      { class: 'panel', id: 'story', 'aria-label': WORDS.story },
      make('h2', {}, WORDS.story),
      make(
        'div',
        { class: 'bar' },
        make('label', { for: 'story-arm' }, WORDS.storyUnder),
        this.list,
        this.next,
        button(WORDS.storyAll, () => {
          this.shown.value = Infinity;
        }),
        button(WORDS.storyAgain, () => {
          this.shown.value = 1;
        }),
      ),
      this.about,
      this.steps,
      this.picture,
    );
    effect(() => {
      const isOpen = store.panel.value === 'story';
      this.node.hidden = !isOpen;
      const view = store.view.value;
      const { arms } = store.choice.value;
      if (!isOpen || view === undefined || arms.length === 0) return;
      const before = this.list.value;
      const options = view.arms
        .filter(({ name }) => arms.includes(name))
        .map(({ name, title }) => make('option', { value: name }, title));
      fill(this.list, ...options);
      this.list.value = arms.includes(before) ? before : view.reference;
      ask(this.list.value);
    });
    effect(() => {
      void store.told.value;
      this.shown.value = 1;
    });
    effect(() => this.show());
  }

  private show(): void {
    const told = this.store.told.value;
    const count = this.shown.value;
    if (told === undefined) {
      this.next.disabled = true;
      fill(this.about, WORDS.waiting);
      return;
    }
    fill(this.about, `${told.about} ${WORDS.storyOther}`);
    const steps = told.steps.slice(0, count);
    fill(
      this.steps,
      ...steps.flatMap(({ when, text, figures = '' }) => [
        make('dt', {}, when),
        make('dd', {}, text, ...(figures === '' ? [] : [make('small', {}, figures)])),
      ]),
    );
    this.next.disabled = count >= told.steps.length;
    // Drawn by the thread, which escapes every text of a scenario.
    if (count >= told.steps.length) this.picture.innerHTML = told.html;
    else fill(this.picture);
  }
}
