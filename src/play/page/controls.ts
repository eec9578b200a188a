import { effect, untracked } from '@preact/signals-core';
import type { ArmView, Field, View } from '../protocol.ts';
import { WORDS } from '../words.ts';
import { changesInWords, fieldsOf, isCopy, withField } from './choice.ts';
import { withCopy, withoutCopy, withTitle } from './copies.ts';
import { isCounterpart, withCounterpart } from './counterparts.ts';
import { curvePicture } from './curvePicture.ts';
import { button, fill, make } from './dom.ts';
import { type Control, fieldControl } from './fieldControl.ts';
import { refusalOf, refusalsOf } from './refusal.ts';
import type { Store } from './store.ts';
import { sensitivityButton } from './testsOfInputs.ts';
import { armTitle, companyRows, curveIn, isTypingIn, shapeOf } from './viewParts.ts';

/**
 * The plans compared, each as a form; the numbers of the company; and what was changed. Controls are built
 * anew only where others are needed, so that the one in use keeps the focus.
 */
export class Controls {
  readonly node = make('fieldset', { class: 'all' });
  private readonly store: Store;
  private readonly mostArms: number;
  private readonly company = make('dl', { class: 'company' });
  private readonly changes = make('ul', { class: 'changes' });
  private built = '';
  private builtFile = '';
  private isWaiting = false;
  private shown: { readonly path: string; readonly control: Control }[] = [];
  /** Places of payout curves and of plans in words, in the order of forms. */
  private curves: HTMLElement[] = [];
  private words: { readonly arm: string; readonly node: HTMLElement }[] = [];
  private titles: { readonly arm: string; readonly node: HTMLElement }[] = [];

  private readonly sensitivity: HTMLElement;
  /** A plan that was just copied: its name is the next thing to write. */
  private toName: string | undefined;

  /** @param testInputs starts the tests of which numbers matter */
  constructor(store: Store, mostArms: number, testInputs: (against?: string) => void) {
    this.store = store;
    this.mostArms = mostArms;
    this.sensitivity = sensitivityButton(store, testInputs);
    effect(() => this.show());
  }

  private show(): void {
    const { store } = this;
    const view = store.view.value;
    const { arms, set } = store.choice.value;
    this.node.disabled = store.isReadOnly.value;
    if (view === undefined) return;
    const key = JSON.stringify([
      store.files.value.file,
      arms,
      view.arms.map(({ name, forms }) => [name, forms.map(({ parts }) => parts.map(shapeOf))]),
      view.knobs.map(({ path }) => path),
      view.company.map(({ path, range }) => [path, range]),
    ]);
    const { file } = store.files.value;
    if (key !== this.built && file === this.builtFile && isTypingIn(this.node)) this.buildLater();
    else if (key !== this.built) {
      this.built = key;
      this.builtFile = file;
      this.keepFocus(() => this.build(view, arms));
      const box = document.getElementById(`title-${this.toName}`);
      if (box !== null) this.toName = undefined;
      if (box instanceof HTMLInputElement) box.select();
      box?.focus();
      box?.scrollIntoView({ block: 'center' });
    }
    const refusals = refusalsOf(view, set, store.issues.value);
    const fields = new Map(fieldsOf(view, set).map((field) => [field.path, field]));
    for (const { path, control } of this.shown) {
      const field = fields.get(path);
      if (field !== undefined) control.show(field);
      control.refuse(field === undefined ? '' : refusalOf(refusals, field));
    }
    // A plan that gets another name keeps its form, and whoever writes it keeps the place.
    for (const { arm, node } of this.titles) fill(node, armTitle(view, arm));
    for (const { arm, node } of this.words)
      fill(node, view.arms.find(({ name }) => name === arm)?.words.join(' ') ?? '');
    for (const place of this.curves) {
      const curve = curveIn(view, place.dataset.part!);
      fill(place, ...(curve === undefined ? [] : [curvePicture(curve)]));
    }
    fill(this.company, ...companyRows(view));
    this.showChanges(changesInWords(view, set));
  }

  private buildLater(): void {
    if (this.isWaiting) return;
    this.isWaiting = true;
    const go = () => {
      this.isWaiting = false;
      // After the box has committed its value and the focus has moved.
      setTimeout(() => this.show());
    };
    this.node.addEventListener('focusout', go, { once: true });
  }

  private showChanges(changed: readonly string[]): void {
    const lines = changed.length === 0 ? [WORDS.noChanges] : changed;
    fill(this.changes, ...lines.map((line) => make('li', {}, line)));
  }

  private build(view: View, arms: readonly string[]): void {
    this.shown = [];
    this.curves = [];
    this.words = [];
    this.titles = [];
    fill(
      this.node,
      make('h2', {}, WORDS.changes),
      this.changes,
      ...(view.company.length === 0
        ? []
        : [make('h2', {}, WORDS.company), this.company, this.companyControls(view)]),
      make('h2', {}, WORDS.plans),
      make('p', { class: 'meta' }, WORDS.plansHint, ' ', WORDS.measureHint),
      this.armList(view, arms),
      make('div', { class: 'forms' }, ...this.forms(view, arms)),
      make('h2', {}, WORDS.knobs),
      ...(view.knobs.length > 0 ? [this.sensitivity] : []),
      ...view.knobs.map((field) => this.control(field)),
    );
  }

  /** The company's six numbers as controls, folded. */
  private companyControls(view: View): HTMLElement {
    return make(
      'details',
      { 'data-form': 'company' },
      make('summary', {}, WORDS.changeCompany),
      ...view.company.map((field) => this.control(field)),
    );
  }

  /** Builds anew; the field that has the focus keeps it. */
  private keepFocus(build: () => void): void {
    const focus = document.activeElement;
    const held = this.shown.find(({ control }) => focus !== null && control.node.contains(focus));
    const open = new Map(
      [...this.node.querySelectorAll('details')].map((form) => [form.dataset.form, form.open]),
    );
    build();
    for (const form of this.node.querySelectorAll('details'))
      form.open = open.get(form.dataset.form) ?? form.open;
    const now = this.shown.find(({ path }) => path === held?.path)?.control;
    if (now === undefined) return;
    const kind = focus instanceof HTMLInputElement ? `input[type=${focus.type}]` : focus!.tagName;
    now.node.querySelector<HTMLElement>(kind)?.focus();
  }

  /** A form for each plan of the chosen arms; the first two are open. Arms under one plan share its form. */
  private forms(view: View, arms: readonly string[]): HTMLElement[] {
    const { set } = this.store.choice.value;
    const openForms = matchMedia(NARROW).matches ? 0 : OPEN_FORMS;
    const plans = new Set<string>();
    return view.arms
      .filter(({ name }) => arms.includes(name))
      .flatMap(({ name, forms }, place) =>
        forms.flatMap(({ plan, person, parts }) => {
          if (plans.has(`${plan} ${person}`) || parts.length === 0) return [];
          plans.add(`${plan} ${person}`);
          const sets = parts.map(({ title: measure, fields }, part) => {
            const curve = make('div', { 'data-part': `${plan} ${person} ${part}` });
            this.curves.push(curve);
            const controls = fields.map((field) => this.control(field));
            return make('fieldset', {}, make('legend', {}, measure), ...controls, curve);
          });
          const isWeighed = parts.some(({ fields }) => fields.some(({ shares = [] }) => shares.length > 0));
          const hint = isWeighed ? [make('p', { class: 'meta' }, WORDS.weightsHint)] : [];
          const words = make('p', { class: 'meta' });
          this.words.push({ arm: name, node: words });
          return [
            make(
              'details',
              { open: place < openForms || isCopy(name, set), 'data-form': `${plan} ${person}` },
              make('summary', {}, this.titleOf(name, 'strong'), ` · ${person}`),
              words,
              this.copying(name, view),
              ...hint,
              ...sets,
            ),
          ];
        }),
      );
  }

  private control(field: Field): HTMLElement {
    const control = fieldControl(field, (changed, value, isOver) => this.change(changed, value, isOver));
    this.shown.push({ path: field.path, control });
    return control.node;
  }

  private change(field: Field, value: unknown, isOver: boolean): void {
    const view = untracked(() => this.store.view.value);
    if (view === undefined) return;
    const { set, arms } = this.store.choice.value;
    this.store.inHand = field.path;
    const next = withField(set, field, value, fieldsOf(view, set), this.store.weighed);
    this.store.weigh(field);
    this.store.choose({ set: next, arms }, isOver);
  }

  /** To copy a plan; a copy can also be named and removed. */
  private copying(name: string, view: View): HTMLElement {
    const { store, mostArms } = this;
    const isReference = name === view.reference;
    const copy = button(WORDS.copyPlan, () => {
      const choice = store.choice.value;
      const copied = withCopy(choice, store.view.value!, name, mostArms);
      this.toName = copied.arms.at(-1);
      store.choose(copied, true);
    });
    const hint = isReference ? [make('p', { class: 'meta' }, WORDS.copyHint)] : [];
    if (!isCopy(name, store.choice.value.set)) return make('div', { class: 'copying' }, copy, ...hint);
    const box = make('input', { type: 'text', id: `title-${name}`, maxlength: 60, autocomplete: 'off' });
    box.value = armTitle(view, name);
    box.addEventListener('change', () => {
      const named = withTitle(store.choice.value, store.view.value!, name, box.value.trim());
      if (named.set === store.choice.value.set) box.value = armTitle(store.view.value!, name);
      else store.choose(named, true);
    });
    const remove = button(WORDS.removeCopy, () => store.choose(withoutCopy(store.choice.value, name), true));
    return make(
      'div',
      { class: 'copying' },
      make('label', { for: box.id }, WORDS.copyName),
      box,
      copy,
      remove,
    );
  }

  /** The plans compared, and the others folded away. */
  private armList(view: View, arms: readonly string[]): HTMLElement {
    const item = (arm: ArmView) => this.armItem(arm, view, arms);
    const list = (shown: readonly ArmView[]) => make('ul', { class: 'arms' }, ...shown.map(item));
    const others = view.arms.filter(({ name }) => !arms.includes(name));
    const compared = list(view.arms.filter(({ name }) => arms.includes(name)));
    if (others.length <= FEW_PLANS) return make('div', {}, compared, list(others));
    return make(
      'div',
      {},
      compared,
      make(
        'details',
        { 'data-form': 'other plans' },
        make('summary', {}, WORDS.otherPlans(others.length)),
        list(others),
      ),
    );
  }

  /** The title of an arm, which may change. */
  private titleOf(arm: string, tag: 'strong' | 'span'): HTMLElement {
    const node = make(tag);
    this.titles.push({ arm, node });
    return node;
  }

  private armItem({ name, about }: ArmView, view: View, arms: readonly string[]): HTMLElement {
    const isReference = name === view.reference;
    const isOn = arms.includes(name);
    const box = make('input', {
      type: 'checkbox',
      id: `arm-${name}`,
      checked: isOn,
      disabled:
        isReference ||
        (!isOn && withCounterpart(arms, name, view).length > this.mostArms) ||
        (isOn && (arms.length <= 2 || isCounterpart(name, arms, view))),
      change: () => {
        const { set, arms: now } = this.store.choice.value;
        const next = box.checked ? withCounterpart(now, name, view) : now.filter((each) => each !== name);
        const inOrder = view.arms.map((arm) => arm.name).filter((each) => next.includes(each));
        this.store.choose({ set, arms: inOrder }, true);
        document.getElementById(`arm-${name}`)?.focus();
      },
    });
    const mark = isReference ? [` (${WORDS.reference})`] : [];
    const said = make(
      'span',
      {},
      this.titleOf(name, 'span'),
      ...mark,
      ...(about === '' ? [] : [make('small', {}, about)]),
    );
    return make('li', {}, make('label', {}, box, said));
  }
}

/** Plans whose forms are open at first, where there is room. */
const OPEN_FORMS = 2;
/** Other plans that are shown without folding them away. */
const FEW_PLANS = 2;
const NARROW = '(max-width:820px)';
