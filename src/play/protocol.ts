/** Messages between the page and the thread that simulates. Plain data. */

export type Overrides = Readonly<Record<string, unknown>>;

/** Scenario texts by name, and the one that is open. */
export interface Files {
  readonly file: string;
  readonly texts: Readonly<Record<string, string>>;
}

/** Something that can be set: a number within a range, or one of several choices. */
export interface Field {
  /** Dotted path, as with `--set`. */
  readonly path: string;
  readonly label: string;
  readonly unit: string;
  /** Value in force, and the value as written. */
  readonly value: number | string;
  readonly written: number | string;
  /** Ends and step of its range; absent for choices. */
  readonly range?: { readonly low: number; readonly high: number; readonly step: number };
  /** Names and values of choices; absent for numbers. */
  readonly choices?: readonly { readonly label: string; readonly value: unknown }[];
  /** Paths of weights that make room for this one, so that all still add up to one. */
  readonly shares?: readonly string[];
}

/** One measure of a plan, or its salary and bonus. */
export interface FormPart {
  readonly title: string;
  readonly fields: readonly Field[];
  /** Dollars that it pays for results from 0 to 150% of the target, in even steps; absent without one. */
  readonly curve?: readonly number[];
}

/** The pay of one person under one plan. */
export interface PlanForm {
  readonly plan: string;
  readonly person: string;
  readonly parts: readonly FormPart[];
}

export interface ArmView {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  /** Whether a company could choose it, and compares it with the reference. */
  readonly isAlternative: boolean;
  readonly forms: readonly PlanForm[];
  /** The plan in words. */
  readonly words: readonly string[];
}

/** A scenario as it stands with what was changed. */
export interface View {
  readonly name: string;
  readonly about: string;
  readonly reference: string;
  readonly arms: readonly ArmView[];
  readonly knobs: readonly Field[];
  /** Runs at rest. */
  readonly replicates: number;
  readonly seed: string;
  readonly horizonMonths: number;
  /** About how long it takes to rest from nothing, in seconds. */
  readonly seconds: number;
}

/** Difference of one arm from the reference in profit at equal pay, in dollars over the whole run. */
export interface Gain {
  readonly arm: string;
  readonly usd: number;
  readonly interval: readonly [low: number, high: number];
}

/** What a question is answered with, after each batch of runs. */
export interface Answer {
  readonly done: number;
  readonly of: number;
  /** Whether it rests on beliefs of the nearest company and plan known, and not yet on these. */
  readonly isProvisional: boolean;
  /** The answer and its chart as HTML, every text of the scenario escaped. */
  readonly html: string;
  /** What stands beneath: charts of what people do, and notes. Absent if it is still being drawn. */
  readonly detail?: string;
  /** The headline, for those who listen. */
  readonly spoken: string;
  readonly gains: readonly Gain[];
}

/** A typical run under one plan, in the order of its months. */
export interface Told {
  readonly arm: string;
  /** Which run it is. */
  readonly about: string;
  readonly steps: readonly { readonly when: string; readonly text: string }[];
  /** The months as a chart with its table. */
  readonly html: string;
}

export type ToWorker =
  /** Before all else: the text of the thread's own script, of which it makes helpers. */
  | { readonly kind: 'begin'; readonly id: number; readonly script: string }
  | { readonly kind: 'open'; readonly id: number; readonly files: Files; readonly set: Overrides }
  | { readonly kind: 'view'; readonly id: number; readonly set: Overrides }
  | {
      readonly kind: 'ask';
      readonly id: number;
      readonly set: Overrides;
      readonly arms: readonly string[];
      readonly seed?: string;
      /** Whether charts are drawn for a phone. */
      readonly isNarrow?: boolean;
      /** Runs of the answer that the page already has; earlier pictures are left out. */
      readonly known?: number;
    }
  /** What may be asked next, nearest first: worked on while nothing else is. */
  | {
      readonly kind: 'ahead';
      readonly id: number;
      readonly sets: readonly Overrides[];
      readonly arms: readonly string[];
      readonly seed?: string;
      readonly isNarrow?: boolean;
    }
  | {
      readonly kind: 'story';
      readonly id: number;
      readonly set: Overrides;
      readonly arm: string;
      readonly seed?: string;
    }
  | { readonly kind: 'save'; readonly id: number; readonly what: 'report' | 'bundle' }
  | { readonly kind: 'text'; readonly id: number; readonly set: Overrides };

export type FromWorker =
  | { readonly kind: 'view'; readonly id: number; readonly view: View }
  | { readonly kind: 'refused'; readonly id: number; readonly issues: readonly string[] }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answer }
  | {
      readonly kind: 'ahead';
      readonly id: number;
      readonly set: Overrides;
      readonly arms: readonly string[];
      readonly answer: Answer;
    }
  | { readonly kind: 'story'; readonly id: number; readonly told: Told }
  | { readonly kind: 'text'; readonly id: number; readonly text: string }
  | {
      readonly kind: 'saved';
      readonly id: number;
      readonly what: 'report' | 'bundle';
      readonly text: string;
    };
