/** A published finding that the model does not reproduce. */
export interface NotReached {
  readonly id: string;
  /** What was simulated, beside what the study found. */
  readonly size: string;
  readonly why: string;
}

/** Findings that the model does not reproduce. A test compares the list with the committed table. */
export const NOT_REACHED: readonly NotReached[] = [
  {
    id: 'P23',
    size: 'profit before pay −1.2% (s.e. 0.04%) where promises are trusted; the study found more profit',
    why:
      'what this supervisor sees can be made up, so that a promise that is believed buys more work and more ' +
      'relabelled leads; supervisors of the study know their departments',
  },
  {
    id: 'S06',
    size: 'sales −2.7% (s.e. 0.1%) without the quarterly bonuses; the study found −13.6%',
    why:
      'at the assumed sizes of pay the quarterly bonuses are three tenths of what a dollar booked earns beyond ' +
      'the commission. Sellers here value later months as ordinary ones; sellers who plan the whole year (solved ' +
      'apart, by dynamic programming) would lose less, 2.1%',
  },
];

export function whyNotReached(id: string): string | undefined {
  const found = NOT_REACHED.find((row) => row.id === id);
  return found && `${found.size}: ${found.why}`;
}
