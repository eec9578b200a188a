import { pow } from '../../core/numeric/elementary.ts';

/**
 * Response of a productive tactic to one person's intensity, with everyone else at baseline.
 *
 * Formula: u = (w a + 1 - w)^elasticity - 1, which is 0 at the baseline.
 *
 * @param intensity a, in multiples of the person's own baseline
 * @param weight w, the person's share of all hours put into the tactic
 */
export function responseTo(intensity: number, elasticity: number, weight = 1): number {
  const level = weight === 1 ? intensity : weight * intensity + (1 - weight);
  return elasticity === 1 || level === 1 ? level - 1 : pow(level, elasticity) - 1;
}

/**
 * Inverse of {@link responseTo}: the intensity that yields a response. If none is low enough, it is 0, or
 * negative at elasticity 1.
 */
export function intensityFor(response: number, elasticity: number, weight = 1): number {
  if (elasticity === 1) return weight === 1 ? 1 + response : 1 + response / weight;
  if (!(response > -1)) return 0;
  const level = pow(1 + response, 1 / elasticity);
  return weight === 1 ? level : Math.max(0, (level - (1 - weight)) / weight);
}
