/** A published row that does not come out. */
export interface NotReached {
  readonly id: string;
  /** What was simulated, beside what the study found. */
  readonly size: string;
  readonly why: string;
}

/** Published rows that do not come out. A test holds the list: it may not grow unseen. */
export const NOT_REACHED: readonly NotReached[] = [
  {
    id: 'P06',
    size: 'revenue −0.4% (s.e. 0.1%), in a hospital: better care',
    why:
      'the hours of marketing are given, and those who are not paid for a number divide them nearly as well: ' +
      'what is paid gains what the rest loses',
  },
];

export function whyNotReached(id: string): string | undefined {
  const found = NOT_REACHED.find((row) => row.id === id);
  return found && `${found.size}: ${found.why}`;
}
