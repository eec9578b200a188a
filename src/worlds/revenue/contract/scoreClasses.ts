import { SCORE_CLASSES } from './labels.ts';

/** Width of the classes, and lower edge of the lowest less the bar, in standard deviations of readiness. */
export const CLASS_WIDTH_SD = 0.35;
export const LOWEST_CLASS_SD = -1;

/** The class of a score as seen by a rep: eight bands around the bar, of which the outermost are open. */
export function classOfScore(seen: number, bar: number, readinessSd: number): number {
  const band = Math.floor(
    ((seen - bar) / (readinessSd > 0 ? readinessSd : 1) - LOWEST_CLASS_SD) / CLASS_WIDTH_SD,
  );
  return band < 0 ? 0 : band >= SCORE_CLASSES ? SCORE_CLASSES - 1 : band;
}
