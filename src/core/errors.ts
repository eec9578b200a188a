/** One problem in the user's input, as data; `messages.ts` turns it into a sentence. */
export interface Issue {
  /** Kind of problem. */
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
  /** File that contains the value, as named by the user. */
  readonly file?: string;
  /** 1-based line and column of the value in that file. */
  readonly line?: number;
  readonly column?: number;
  /** Dotted path of the value, such as `sales.repCount`. */
  readonly path?: string;
  /** The value received, shortened for display. */
  readonly got?: string;
  /** Values that would have been accepted, with their unit. */
  readonly expected?: string;
  /** Suggested remedy, such as the nearest valid name or the share that equals a percentage. */
  readonly hint?: string;
}

/** Bad input or usage. Carries the issues found, at most 50, and not only the first. */
export class InputError extends Error {
  readonly issues: readonly Issue[];
  constructor(issues: readonly Issue[], sentence: string) {
    super(sentence);
    this.name = 'InputError';
    this.issues = issues;
  }
}
