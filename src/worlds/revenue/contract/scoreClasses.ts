import { SCORE_CLASSES } from './labels.ts';

/** Width of the classes, and lower edge of the lowest less the bar, in standard deviations of readiness. */
const CLASS_WIDTH_SD = 0.35;
const LOWEST_CLASS_SD = -1;

/** Upper edge of a class, in units of the score. */
export function upperEdge(scoreClass: number, bar: number, readinessSd: number): number {
  const scale = scaleOf(readinessSd);
  return bar + (scoreClass + 1) * CLASS_WIDTH_SD * scale + LOWEST_CLASS_SD * scale;
}

/** Unit of the classes: scores are compared with the bar itself if readiness does not vary. */
function scaleOf(readinessSd: number): number {
  return readinessSd > 0 ? readinessSd : 1;
}

/** The class of a score as seen by a rep: eight bands around the bar, of which the outermost are open. */
export function classOfScore(seen: number, bar: number, readinessSd: number): number {
  const band = Math.floor(((seen - bar) / scaleOf(readinessSd) - LOWEST_CLASS_SD) / CLASS_WIDTH_SD);
  return band < 0 ? 0 : band >= SCORE_CLASSES ? SCORE_CLASSES - 1 : band;
}
