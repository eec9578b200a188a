/**
 * One thing that is wrong with what a user gave, as data. The sentence is made in `messages.ts`.
 */
export interface Issue {
  /** What kind of mistake. */
  readonly code:
    | 'unreadable'
    | 'syntax'
    | 'unknown-key'
    | 'missing'
    | 'wrong-type'
    | 'out-of-range'
    | 'not-one-of'
    | 'dangling-reference'
    | 'inconsistent'
    | 'too-large'
    | 'usage';
  /** File that holds the value, as the user named it. */
  readonly file?: string;
  /** 1-based line and column of the value in that file. */
  readonly line?: number;
  readonly column?: number;
  /** Dotted path of the value, such as `sales.repCount`. */
  readonly path?: string;
  /** The value received, shortened for display. */
  readonly got?: string;
  /** What would have been accepted, with its unit. */
  readonly expected?: string;
  /** A remedy: the nearest valid name, the share for a percent. */
  readonly hint?: string;
}

/** Bad input or usage: carries every issue found, never just the first. */
export class InputError extends Error {
  readonly issues: readonly Issue[];
  constructor(issues: readonly Issue[], sentence: string) {
    super(sentence);
    this.name = 'InputError';
    this.issues = issues;
  }
}
