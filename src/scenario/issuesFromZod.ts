import type { z } from 'zod';
import type { Issue } from '../core/errors.ts';
import { showValue } from '../core/messages.ts';
import { nearestName } from '../core/nearest.ts';
import type { Terms } from './form.ts';
import { chooseBranch } from './issues/chooseBranch.ts';
import { type Complaint, type LocateKey, type Path, placeOfValue } from './issues/complaint.ts';
import { describeExpected } from './issues/describeExpected.ts';
import { explainKnownPlace } from './issues/explainKnownPlace.ts';
import { explainParameter } from './issues/explainParameter.ts';
import { explainUnknownKeys } from './issues/explainUnknownKeys.ts';
import { hintAtNumber } from './issues/hintAtNumber.ts';

type ZodIssue = z.core.$ZodIssue;

const MOST_ISSUES = 50;

/**
 * Converts zod's issues to this project's format: the value received, the accepted values with their unit,
 * the position in the file and the nearest valid name.
 */
export function issuesFromZod(terms: Terms, error: z.ZodError, data: unknown, locate: LocateKey): Issue[] {
  const explain = (issue: ZodIssue): Issue[] => {
    const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
    return explainOne(issue, { path, value: valueAt(data, path), terms, locate }, explain);
  };
  return error.issues.flatMap(explain).slice(0, MOST_ISSUES);
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (node, key) =>
      node === null || typeof node !== 'object' ? undefined : (node as Record<string, unknown>)[key],
    data,
  );
}

/** @param explain converts the issues of the best branch of a union */
function explainOne(issue: ZodIssue, complaint: Complaint, explain: (issue: ZodIssue) => Issue[]): Issue[] {
  const { path, value, terms } = complaint;
  if (issue.code === 'unrecognized_keys') return explainUnknownKeys(complaint, issue.keys);
  if (issue.code === 'invalid_key') return [explainBadName(complaint)];
  const known = issue.code === 'invalid_union' ? undefined : explainKnownPlace(complaint);
  if (known !== undefined) return [known];
  const place = placeOfValue(complaint);
  const parameter = terms.parameterAt(path);
  const expected = describeExpected(issue, path, parameter);
  if (value === undefined) return [{ code: 'missing', ...place, expected }];
  if (parameter !== undefined) return [explainParameter(complaint, parameter, expected)];
  if (issue.code === 'invalid_union')
    return (
      chooseBranch(issue, path, value)?.flatMap(explain) ?? [
        { code: 'not-one-of', ...place, got: showValue(value), expected },
      ]
    );
  if (issue.code === 'invalid_value') return [explainChoice(complaint, issue.values.map(String))];
  const isBeyond = issue.code === 'too_big' || issue.code === 'too_small';
  return [
    {
      code: isBeyond ? 'out-of-range' : 'wrong-type',
      ...place,
      got: showValue(value),
      expected,
      hint: hintAtShare(complaint) ?? (issue.code === 'invalid_type' ? hintAtNumber(value) : undefined),
    },
  ];
}

/** A user-defined name that is malformed. */
function explainBadName({ path, locate }: Complaint): Issue {
  return {
    code: 'unknown-key',
    ...locate(path, true),
    path: path.join('.'),
    got: showValue(path.at(-1)),
    expected: 'a name of at most 64 letters, digits, - and _, beginning with a letter',
  };
}

/** A word outside the allowed choices. */
function explainChoice(complaint: Complaint, choices: readonly string[]): Issue {
  const near = nearestName(String(complaint.value), choices);
  return {
    code: 'not-one-of',
    ...placeOfValue(complaint),
    got: showValue(complaint.value),
    expected: `one of ${choices.join(', ')}`,
    hint: near === undefined ? undefined : `did you mean ${near}?`,
  };
}

function hintAtShare({ path, value }: Complaint): string | undefined {
  const isShare = /Share$/.test(String(path.at(-1) ?? ''));
  if (!isShare || typeof value !== 'number' || !(value > 1 && value <= 100)) return undefined;
  return `shares are parts of 1, not percents: write ${value / 100}`;
}
