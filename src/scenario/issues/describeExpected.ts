import type { z } from 'zod';
import { PLAIN_TEXT } from '../../core/plainText.ts';
import type { Parameter } from '../../model/parameter.ts';
import type { Path } from './complaint.ts';

/** Describes the values accepted at a place, from its parameter if it has one. */
export function describeExpected(
  issue: z.core.$ZodIssue,
  path: Path,
  parameter: Parameter | undefined,
): string {
  if (parameter !== undefined) return describeParameter(parameter);
  if (issue.code === 'invalid_union') return describeForms(path);
  return describeIssue(issue);
}

/** Describes the values accepted by a parameter, with its unit. */
function describeParameter(parameter: Parameter): string {
  if (parameter.kind === 'flag') return 'true or false';
  if (parameter.kind === 'choice') return `one of ${parameter.choices.join(', ')}`;
  const whole = parameter.integer ? 'a whole number' : 'a number';
  const most = parameter.max >= 1e9 ? parameter.max.toExponential().replace('+', '') : parameter.max;
  const upper = `from ${parameter.min} to ${most}`;
  return parameter.unit === 'share' ? `a share ${upper}` : `${whole} ${upper} (${parameter.unit})`;
}

/** Describes the accepted forms of a value that can have several. */
function describeForms(path: Path): string {
  const key = String(path.at(-1));
  if (key === 'payout')
    return (
      'cliff, linear, {linear: true, capShare, thresholdShare}, {points: [[attainment, payout], ' +
      '...]} or {perUnitUsd}'
    );
  if (key === 'integrityUsd') return 'dollars of at least 0, or {neverShare, lognormal: {median, sigma}}';
  return 'one of the allowed forms';
}

function describeIssue(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type')
    return issue.expected === 'record' || issue.expected === 'object'
      ? 'a table of keys and values'
      : issue.expected === 'int'
        ? 'a whole number'
        : `${/^[aeiou]/.test(issue.expected) ? 'an' : 'a'} ${issue.expected}`;
  if (issue.code === 'too_small')
    return (
      `at least ${issue.minimum}` +
      `${issue.origin === 'string' ? ' characters' : issue.origin === 'array' ? ' entries' : ''}` +
      `${issue.inclusive === false ? ' (not itself)' : ''}`
    );
  if (issue.code === 'too_big')
    return (
      `at most ${issue.maximum}` +
      `${issue.origin === 'string' ? ' characters' : issue.origin === 'array' ? ' entries' : ''}`
    );
  if (issue.code === 'invalid_value') return issue.values.map(String).join(' or ');
  if (issue.code === 'invalid_format') return PLAIN_TEXT;
  return 'another value';
}
