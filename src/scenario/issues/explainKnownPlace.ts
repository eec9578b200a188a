import type { Issue } from '../../core/errors.ts';
import { showValue } from '../../core/messages.ts';
import { type Complaint, placeOfValue } from './complaint.ts';
import { hintAtNumber } from './hintAtNumber.ts';

/** Expected values at places that are not parameters, with units. */
const KNOWN: readonly (readonly [RegExp, string])[] = [
  [/^schemaVersion$/, '1, the only version there is; a newer file needs a newer goodhart'],
  [/^question\.horizonMonths$/, 'a whole number from 1 to 120 (months)'],
  [/^question\.replicates$/, 'a whole number from 2 to 10000000 (runs)'],
  [/\.(baseUsdPerYear|bonusUsdPerYear)$/, 'a number of at least 0 (USD per year)'],
  [/\.target$/, 'a number above 0, in the unit of the metric'],
  [/\.(deferral|clawback)\.months$/, 'a whole number from 1 to 120 (months)'],
  [/\.components$/, 'a list of components; lists are replaced whole, not entry by entry'],
  [/\.points\.\d+$/, 'a pair [attainment, payout]'],
];

/** The issue at a place with a known expectation; undefined elsewhere. */
export function explainKnownPlace(complaint: Complaint): Issue | undefined {
  const { value } = complaint;
  const place = placeOfValue(complaint);
  const known = KNOWN.find(([pattern]) => pattern.test(place.path));
  if (known === undefined) return undefined;
  const isNumber = typeof value === 'number' && Number.isFinite(value);
  return {
    code: value === undefined ? 'missing' : isNumber ? 'out-of-range' : 'wrong-type',
    ...place,
    got: value === undefined ? undefined : showValue(value),
    expected: known[1],
    hint: hintAtNumber(value),
  };
}
