import { valueWords } from '../valueWords.ts';
import { WORDS } from '../words.ts';
import { svg } from './svg.ts';

const WIDTH = 300;
const HEIGHT = 64;
const EDGE = 4;

/** A payout curve as a small picture: dollars a period over results from 0 to 150% of the target. */
export function curvePicture(dollars: readonly number[]): SVGElement {
  const most = Math.max(1, ...dollars);
  const x = (step: number) => EDGE + ((WIDTH - 2 * EDGE) * step) / (dollars.length - 1);
  const y = (usd: number) => HEIGHT - EDGE - ((HEIGHT - 2 * EDGE) * usd) / most;
  const points = dollars.map((usd, step) => `${x(step).toFixed(1)},${y(usd).toFixed(1)}`).join(' ');
  const atTarget = Math.round((dollars.length - 1) / 1.5);
  const picture = svg('svg', {
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    role: 'img',
    class: 'curve',
    'aria-label': WORDS.curve(
      valueWords(Math.round(dollars[Math.round(0.8 * atTarget)]), 'USD'),
      valueWords(Math.round(dollars[atTarget]), 'USD'),
      valueWords(Math.round(dollars[Math.round(1.2 * atTarget)]), 'USD'),
    ),
  });
  picture.append(
    svg('path', { d: `M${EDGE},${HEIGHT - EDGE}H${WIDTH - EDGE}`, class: 'axis' }),
    svg('path', { d: `M${x(atTarget)},${EDGE}V${HEIGHT - EDGE}`, class: 'target' }),
    svg('polyline', { points, class: 'pays' }),
  );
  return picture;
}
