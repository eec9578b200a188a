/** Whether the long versions of studies run: `npm run test:thorough`. */
export const isThorough = process.env.THOROUGH === '1';

/** The size of a study: the first in `npm test`, the second in `npm run test:thorough`. */
export function sized(usual: number, thorough: number): number {
  return isThorough ? thorough : usual;
}
