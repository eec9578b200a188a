import type { ArmResult, Bundle } from '../../experiments/result/bundle.ts';
import { shownPair } from '../answer/shownPair.ts';
import { formatValue, quoted } from '../format.ts';

/**
 * Heading of a chart that sets two arms side by side: a level under the reference, and under the other arm.
 *
 * @param says the sentence up to the arm, from a level as text
 * @example levelsHeading(bundle, 'quotaAttainmentShare', (x) => `Reps reach ${x} of quota`)
 * // 'Reps reach 69% of quota under “fluff”, 99% under “revenue tied”'
 */
export function levelsHeading(bundle: Bundle, id: string, says: (level: string) => string): string {
  const { reference, other } = shownPair(bundle);
  const level = ({ outcomes }: ArmResult) => {
    const value = outcomes[id];
    return value === undefined ? '–' : formatValue(value.mean, value.unit);
  };
  const first = `${says(level(reference))} under ${quoted(reference.name)}`;
  return other === undefined ? first : `${first}, ${level(other)} under ${quoted(other.name)}`;
}

/** Heading on a difference between two arms; it names no winner if the interval includes zero. */
export function differenceHeading(
  arm: string,
  against: string,
  what: string,
  { meanDifference, ci95: [low, high] }: { meanDifference: number; ci95: readonly [number, number] },
  unit: string,
): string {
  if (low <= 0 && high >= 0) return `${what}: ${quoted(arm)} cannot be distinguished from ${quoted(against)}`;
  const size = Math.abs(meanDifference);
  const shown =
    unit === 'share' ? `${formatValue(size, unit).replace('%', '')} points` : formatValue(size, unit);
  return `${what}: ${shown} ${meanDifference > 0 ? 'more' : 'less'} under ${quoted(arm)} than under ${quoted(against)}`;
}
