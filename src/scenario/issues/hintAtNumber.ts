import { meantNumber } from '../../core/meantNumber.ts';

/** The form in which a text that was meant as a number has to be written; undefined if it was not. */
export function hintAtNumber(value: unknown): string | undefined {
  const meant = typeof value === 'string' ? meantNumber(value) : undefined;
  if (meant === undefined || meant.isPercent) return undefined;
  return meant.hasDecimalComma
    ? `decimals follow a point, not a comma: write ${meant.value}`
    : `write ${meant.value} without quotes, signs or separators`;
}
