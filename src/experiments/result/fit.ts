/** An observed figure beside what is simulated under its arm. */
export interface FitFigure {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly observed: number;
  readonly mean: number;
  /** Middle 80% and 98% of runs, scaled to the months observed. */
  readonly usual: readonly [number, number];
  readonly rare: readonly [number, number];
  /** `green`: within the first, `amber`: within the second, `red`: outside. */
  readonly light: 'green' | 'amber' | 'red';
}

/** Whether a scenario describes the company whose figures it was given. */
export interface Fit {
  /** The arm that they are figures of. */
  readonly arm: string;
  /** Months that the figures were counted over. */
  readonly months: number;
  readonly note?: string;
  readonly figures: readonly FitFigure[];
  /** Share of months in which the team misses its quota, if that is nearly all. */
  readonly missedShare?: number;
  /** Whether that is so without gaming, or was found with it. */
  readonly isWithoutGaming?: boolean;
}
