/** One of the arms from which the best was selected. */
export interface BestArm {
  readonly name: string;
  /**
   * `behind`: separated from the best, at a level that holds for all looks and all pairs of arms jointly.
   * `close`: not separated. `identical`: equal to the best in every common replicate.
   */
  readonly standing: 'best' | 'behind' | 'close' | 'identical';
  /** Number of replicates; `mean` is over them. */
  readonly n: number;
  readonly mean: number;
  /** Mean difference from the best over common replicates, with standard error; 0 for the best. */
  readonly difference: number;
  readonly se: number;
}

/** Result of selecting the best arm. */
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
  /** Smallest lead that matters: as requested, in the outcome's unit, and the arm that a share refers to. */
  readonly delta: { readonly asked: string; readonly amount: number; readonly of: string };
  readonly level: number;
  /** The best first, then in order of the difference from it. */
  readonly arms: readonly BestArm[];
  /** Whether the best is separated from all arms that are not identical to it. */
  readonly separated: boolean;
  /**
   * Why sampling ended: the elimination rule was over, the replicate limit was reached, or the caller
   * stopped.
   */
  readonly ended: 'decided' | 'limit' | 'stopped';
  /** Number of runs over all arms, and the number that equal allocation would have taken. */
  readonly runs: number;
  readonly equalRuns: number;
  readonly failed: number;
  /** The control variate by which all values were adjusted; coefficients come from the first stage. */
  readonly steadied?: { readonly control: string };
}
