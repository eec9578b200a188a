/** Rules of {@link settle}. */
export interface SettleRules {
  /** Largest change of an amount at which people count as settled. */
  readonly tolerance: number;
  readonly mostRounds: number;
  /** Round from which expectations move only half of the way. */
  readonly dampedFrom: number;
  /** Rounds at the end over which a cycle is averaged. */
  readonly averaged: number;
}

/** Joint choices of several people, and whether they are a fixed point. */
export interface Settlement {
  readonly choices: Float64Array;
  readonly settles: boolean;
  readonly rounds: number;
}

/**
 * Joint choices of several people who respond to each other: everybody best-responds to the previous round
 * simultaneously, so that the order of people makes no difference. Damping finds fixed points at which plain
 * rounds would overshoot. If the rounds end before the choices settle, it is the average of the last ones.
 *
 * @param first choices of the first round, everybody's in one list
 * @param respond best responses to what is expected of all
 * @example
 * settle([0], ([x]) => [1 - x / 2], { tolerance: 0.01, mostRounds: 20, dampedFrom: 2, averaged: 4 })
 */
export function settle(
  first: Float64Array,
  respond: (expected: Float64Array) => Float64Array,
  { tolerance, mostRounds, dampedFrom, averaged }: SettleRules,
): Settlement {
  const seen = [first];
  let expected = first;
  for (let round = 1; round < mostRounds; round++) {
    const next = respond(expected);
    seen.push(next);
    if (next.every((amount, i) => Math.abs(amount - expected[i]) <= tolerance))
      return { choices: next, settles: true, rounds: round + 1 };
    expected = round < dampedFrom ? next : meanOf([expected, next]);
  }
  return { choices: meanOf(seen.slice(-averaged)), settles: false, rounds: mostRounds };
}

function meanOf(all: readonly Float64Array[]): Float64Array {
  return all[0].map((_, i) => all.reduce((sum, one) => sum + one[i], 0) / all.length);
}
