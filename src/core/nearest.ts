/**
 * The candidate with the smallest edit distance to a misspelt name, if it is close enough to suggest.
 *
 * The distance is optimal string alignment, the restricted Damerau-Levenshtein distance: it counts
 * insertions, deletions, substitutions and transpositions of neighbours. Case is ignored. The distance may be
 * at most a third of the longer name's length, rounded up.
 *
 * @example nearestName('visitor', ['visitors', 'leads']) // 'visitors'
 */
export function nearestName(name: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let bestDistance = Infinity;
  const lower = name.slice(0, 80).toLowerCase();
  for (const candidate of candidates) {
    const distance = editDistance(lower, candidate.toLowerCase());
    const limit = Math.ceil(Math.max(lower.length, candidate.length) / 3);
    if (distance < bestDistance && distance <= limit) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

function editDistance(a: string, b: string): number {
  let twoAgo: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let d = Math.min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        d = Math.min(d, twoAgo[j - 2] + 1);
      current[j] = d;
    }
    twoAgo = previous;
    previous = current;
  }
  return previous[b.length];
}
