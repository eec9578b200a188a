/** One arm among several, the best of which was asked for. */
export interface BestArm {
  readonly name: string;
  /**
   * `behind`: told apart from the best, valid for all looks and all pairs of arms together; `close`: not told
   * apart; `identical`: run by run.
   */
  readonly standing: 'best' | 'behind' | 'close' | 'identical';
  /** Replicates that it took, and its mean over them. */
  readonly n: number;
  readonly mean: number;
  /**
   * Mean of its difference from the best over the replicates that both have, and standard error; 0 for the
   * best.
   */
  readonly difference: number;
  readonly se: number;
}

/** Which of several arms is best. */
export interface Best {
  readonly tool: { readonly name: string; readonly version: string };
  readonly scenario: { readonly name: string; readonly hash: string };
  readonly seed: string;
  readonly outcome: {
    readonly id: string;
    readonly title: string;
    readonly unit: string;
    readonly direction: string;
  };
  /**
   * The smallest lead that matters: as asked for, in the outcome's unit, and the arm whose mean a share was
   * taken of.
   */
  readonly delta: { readonly asked: string; readonly amount: number; readonly of: string };
  readonly level: number;
  /** The best first, then by the difference from it. */
  readonly arms: readonly BestArm[];
  /** Whether the best is told apart from all others. */
  readonly separated: boolean;
  /** Why the runs ended: nothing was left to tell apart, the limit of runs, or the caller. */
  readonly ended: 'decided' | 'limit' | 'stopped';
  /** Runs of all arms together, and what they would be with as many of every arm. */
  readonly runs: number;
  readonly equalRuns: number;
  readonly failed: number;
  /** The control variate that was taken out of all values, by a coefficient from the first stage. */
  readonly steadied?: { readonly control: string };
}
