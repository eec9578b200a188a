/** Messages between the page and the thread that simulates. Plain data. */
import type { Completion, Place } from './completions.ts';

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
  /** What it means in full, if the label does not say all. */
  readonly about?: string;
  readonly unit: string;
  /** Value in force, and the value as written. */
  readonly value: number | string;
  readonly written: number | string;
  /** Unit of the written value, if that is another: the measure was exchanged. */
  readonly writtenUnit?: string;
  /** Ends and step of its range; absent for choices. */
  readonly range?: { readonly low: number; readonly high: number; readonly step: number };
  /** Names and values of choices; absent for numbers. */
  readonly choices?: readonly Choosable[];
  /** Of a target: what is reported on average by people who are not paid for it and do not game. */
  readonly usual?: number;
  /** Paths of weights that make room for this one, so that all still add up to one. */
  readonly shares?: readonly string[];
  /** The most by which the comparison's difference changes over the range, in words. */
  readonly weight?: string;
}

/** One of several choices, and what is set along with it. */
export interface Choosable {
  readonly label: string;
  readonly value: unknown;
  readonly also?: Overrides;
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
  /** The arm that it is compared with, if that is not the reference. */
  readonly against?: string;
  /** Whether a company could choose it, and compares it with the reference. */
  readonly isAlternative: boolean;
  /** Whether its plan pays for no measure. */
  readonly isWithoutBonus: boolean;
  readonly forms: readonly PlanForm[];
  /** The plan in words. */
  readonly words: readonly string[];
  /** Everybody's pay under its plan, to be copied; absent if the plan changes during a run. */
  readonly pay?: Overrides;
  /** What the arm changes in the company and its people, if anything. */
  readonly setting: { readonly set?: Overrides };
}

/** A scenario as it stands with what was changed. */
export interface View {
  readonly name: string;
  readonly about: string;
  /** The company in six numbers, and visits by channel; some of them can be knobs too. */
  readonly company: readonly Field[];
  /** Whether a run has months that can be told. */
  readonly hasMonths: boolean;
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

/** Difference of one arm from the reference in the outcome that ranks the plans, over the whole run. */
export interface Gain {
  readonly arm: string;
  /** In the unit of that outcome: for profit at equal pay, dollars. */
  readonly value: number;
  /** 95%, for all pairs of plans jointly. */
  readonly interval: readonly [low: number, high: number];
}

/** What a question is answered with, after each batch of runs. */
export interface Answer {
  readonly done: number;
  readonly of: number;
  /** Whether it rests on beliefs of the nearest company and plan known, and not yet on these. */
  readonly isProvisional: boolean;
  /** The answer in sentences. */
  readonly headline: string;
  /** Figures, the chart and what people do as HTML, every text of the scenario escaped. */
  readonly html: string;
  /** What stands beneath: charts of what people do, and notes. Absent if it is still being drawn. */
  readonly detail?: string;
  /** What people do and why it pays them, by the arm that is compared with the reference. */
  readonly why: Readonly<Record<string, string>>;
  /** What the company books and earns under the reference, for those who guess. */
  readonly level: string;
  readonly gains: readonly Gain[];
  /** The outcome that ranks the plans, with the unit of gains. */
  readonly ranked?: { readonly id: string; readonly name: string; readonly unit: string };
}

/** What tests of inputs at both ends of their ranges came to. */
export interface Tested {
  /** Inputs tested. */
  readonly count: number;
  /** Titles of the plans between which the difference was tested. */
  readonly pair: readonly [arm: string, reference: string];
  /** What was tested, the heaviest first. */
  readonly names: readonly string[];
  /** Those with which the choice reverses, and those with which the plans can no longer be distinguished. */
  readonly turned: readonly string[];
  readonly open: readonly string[];
}

/** A typical run under one plan, in the order of its months. */
export interface Told {
  readonly arm: string;
  /** Which run it is. */
  readonly about: string;
  /** What happens, and the figures of a month. */
  readonly steps: readonly { readonly when: string; readonly text: string; readonly figures?: string }[];
  /** The months as a chart with its table. */
  readonly html: string;
}

/** Where in a file something is wrong, counted from 1. */
export interface WrongPlace {
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/** Results to take away: the board page alone, the whole report, or the data. */
export type Saved = 'board' | 'report' | 'bundle';

export type ToWorker =
  /** First of all messages: the source of the thread's own script, from which it starts its workers. */
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
  /** Likely next questions, nearest first; simulated while nothing else is asked. */
  | {
      readonly kind: 'prefetch';
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
  /** What can be written at a place of a scenario file. */
  | {
      readonly kind: 'complete';
      readonly id: number;
      readonly place: Place;
      readonly isValue: boolean;
      readonly isTextbook: boolean;
    }
  /** Which numbers of the company matter most for the difference between two plans. */
  | {
      readonly kind: 'sensitivity';
      readonly id: number;
      readonly set: Overrides;
      readonly arms: readonly string[];
      /** The arm against which the best one is tested; the reference, if absent. */
      readonly against?: string;
      readonly seed?: string;
    }
  | {
      readonly kind: 'save';
      readonly id: number;
      readonly what: Saved;
      /** What was changed, and what tests came to, in words, for the board page. */
      readonly changes: readonly string[];
      readonly tested: string;
      readonly set: Overrides;
      readonly arms: readonly string[];
      readonly seed?: string;
    }
  | { readonly kind: 'text'; readonly id: number; readonly set: Overrides };

export type FromWorker =
  | { readonly kind: 'view'; readonly id: number; readonly view: View }
  | {
      readonly kind: 'refused';
      readonly id: number;
      readonly issues: readonly string[];
      readonly places: readonly WrongPlace[];
    }
  | { readonly kind: 'completions'; readonly id: number; readonly found: readonly Completion[] }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answer }
  | {
      readonly kind: 'prefetch';
      readonly id: number;
      readonly set: Overrides;
      readonly arms: readonly string[];
      readonly answer: Answer;
    }
  | { readonly kind: 'story'; readonly id: number; readonly told: Told }
  | { readonly kind: 'tested'; readonly id: number; readonly tested: Tested; readonly view: View }
  | { readonly kind: 'testing'; readonly id: number; readonly done: number; readonly of: number }
  | { readonly kind: 'text'; readonly id: number; readonly text: string }
  | {
      readonly kind: 'saved';
      readonly id: number;
      readonly what: Saved;
      readonly text: string;
    };
