import type { Issue } from '../../core/errors.ts';
import { meantNumber } from '../../core/meantNumber.ts';
import { showValue } from '../../core/messages.ts';
import { nearestName } from '../../core/nearest.ts';
import type { Parameter } from '../../model/parameter.ts';
import { isTable } from '../merge.ts';
import { type Complaint, placeOfValue } from './complaint.ts';
import { hintAtNumber } from './hintAtNumber.ts';

/** Keys of a number with a plausible range, the required ones first. */
const ENDS_AND_VALUE = ['low', 'value', 'high'];
const RANGE_KEYS = [...ENDS_AND_VALUE, 'source'];

/**
 * Issue reported for a value that its parameter does not accept.
 *
 * @param expected description of the accepted values
 */
export function explainParameter(complaint: Complaint, parameter: Parameter, expected: string): Issue {
  const { value } = complaint;
  const range = parameter.kind === 'number' && isTable(value) ? explainRange(complaint, value) : undefined;
  if (range !== undefined) return range;
  return {
    code: codeOf(parameter, value),
    ...placeOfValue(complaint),
    got: showValue(value),
    expected,
    hint: hintFor(parameter, value),
  };
}

function codeOf(parameter: Parameter, value: unknown): Issue['code'] {
  if (parameter.kind === 'number' && typeof value === 'number' && Number.isFinite(value))
    return 'out-of-range';
  return parameter.kind === 'choice' && typeof value === 'string' ? 'not-one-of' : 'wrong-type';
}

/** Issue reported for a range with an extra or a missing key; undefined if the keys are right. */
function explainRange(
  { path, locate }: Complaint,
  range: Readonly<Record<string, unknown>>,
): Issue | undefined {
  const expected = 'a range {low, value, high, source}';
  const odd = Object.keys(range).find((key) => !RANGE_KEYS.includes(key));
  if (odd !== undefined)
    return {
      code: 'unknown-key',
      ...locate([...path, odd], true),
      path: [...path, odd].join('.'),
      expected,
      hint: `did you mean ${nearestName(odd, RANGE_KEYS) ?? 'value'}?`,
    };
  const lacking = ENDS_AND_VALUE.find((key) => !Object.hasOwn(range, key));
  if (lacking === undefined) return undefined;
  return { code: 'missing', ...locate(path, false), path: [...path, lacking].join('.'), expected };
}

function hintFor(parameter: Parameter, value: unknown): string | undefined {
  if (parameter.kind === 'choice') {
    const near = nearestName(String(value), parameter.choices);
    return near === undefined ? undefined : `did you mean ${near}?`;
  }
  if (parameter.kind !== 'number') return undefined;
  if (parameter.unit === 'share') {
    const percent = percentOf(value);
    if (percent > 1 && percent <= 100) return `shares are parts of 1, not percents: write ${percent / 100}`;
  }
  return hintAtNumber(value);
}

/** The percentage that a value may have been meant as; NaN if it cannot be one. */
function percentOf(value: unknown): number {
  if (typeof value === 'number') return value;
  const meant = typeof value === 'string' ? meantNumber(value) : undefined;
  return meant?.isPercent ? meant.value : NaN;
}
